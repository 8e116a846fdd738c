"""The plan chart: what each strip says, where its pieces lie, and that paper shows the same rows as the page."""

import datetime as dt
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.small_site import TEXT, TODAY, make_adopted

from duixian.ledgers.progress.post import Figure
from duixian.registers.models import Commitment, Target
from duixian.reports.gantt import of_commitments, of_targets
from duixian.reports.gantt_axis import gantt
from duixian.reports.gantt_chart import as_png, as_svg, spec
from duixian.workflow.actions.post_progress import post_progress


def training():
    return Target.objects.get(object="养老护理人员")


@pytest.fixture
def reported(people, adopted):
    """Four months of one target: enough for a forecast."""
    seen = None
    for month, value in ((2, 60), (3, 140), (4, 250), (5, 330)):
        figure = Figure(day=dt.date(2026, month, 28), value=Decimal(value), seen=seen)
        seen = post_progress(people.acting("reporter"), training(), figure).pk
    return Commitment.objects.get(ordinal=1)


def keys():
    return list(Commitment.objects.values_list("pk", flat=True))


def test_a_commitment_runs_from_its_first_day_to_its_last_with_its_stages(adopted):
    first, _ = of_commitments(keys(), as_of=TODAY)
    assert (first.name, first.begins, first.due) == ("让老年人就近吃饭", dt.date(2026, 1, 1), dt.date(2026, 11, 30))
    assert [stage.end for stage in first.stages] == [dt.date(2026, 3, 31), dt.date(2026, 9, 30)]
    assert first.done_share is None, "nothing was reported, which is not zero"
    assert first.finish is None


def test_a_target_has_its_own_stages_share_and_forecast(reported):
    by_name = {strip.name: strip for strip in of_targets(reported.pk, as_of=TODAY)}
    strip = by_name["养老护理人员"]
    assert strip.stages == ()
    assert strip.done_share == Decimal("41.2")
    assert strip.finish.early < strip.finish.median
    assert strip.finish.late is None or strip.finish.late > strip.finish.median
    assert len(by_name["社区老年人助餐点"].stages) == 2


def test_light_share_and_forecast_are_those_the_board_shows_worst(reported):
    strip = of_commitments([reported.pk], as_of=TODAY)[0]
    assert strip.light.code == "no-data"
    assert strip.target.object == "社区老年人助餐点"


def test_every_piece_lies_on_the_axis_and_in_order(reported):
    drawn = gantt(of_targets(reported.pk, as_of=TODAY), as_of=TODAY)
    assert drawn.first == dt.date(2026, 1, 1)
    assert 0 < drawn.now < 100
    assert [tick.at for tick in drawn.ticks] == sorted(tick.at for tick in drawn.ticks)
    for row in drawn.rows:
        assert 0 <= row.plan.at <= row.plan.until <= 100
        assert row.done is None or row.done.until <= row.deadline
        assert all(0 <= piece.at <= piece.until <= 100 for _, piece in row.stages)
        assert row.finish is None or row.finish.at <= (row.median or 100) <= 100


def test_a_month_takes_its_own_days_of_the_axis(adopted):
    drawn = gantt(of_commitments(keys(), as_of=TODAY), as_of=TODAY)
    days = (drawn.last - drawn.first).days + 1
    by_day = {tick.day: tick.at for tick in drawn.ticks}
    assert by_day[dt.date(2026, 3, 1)] - by_day[dt.date(2026, 2, 1)] == pytest.approx(100 * 28 / days, abs=0.02)


def test_nothing_to_draw_is_nothing_and_not_an_empty_axis(site):
    assert of_commitments([], as_of=TODAY) == ()
    assert gantt((), as_of=TODAY) is None


def test_the_drawing_for_the_wall_holds_every_row_once_and_its_words_as_text(reported, people):
    make_adopted(people, text=f"{TEXT}第二份\n")
    strips = of_commitments(keys(), as_of=TODAY)
    svg = as_svg(spec(strips, as_of=TODAY, title="倒排工期图")).decode()
    assert [strip.name for strip in strips].count("让老年人就近吃饭") == 2
    for at, strip in enumerate(strips, 1):
        assert svg.count(f">{at}. {strip.light.shape} {strip.name}</text>") == 1
    assert "截至2026-06-30" in svg
    assert "<script" not in svg
    assert "http" not in svg.replace("http://www.w3.org/", "")


def test_the_same_rows_give_the_same_picture(reported):
    drawn = spec(of_targets(reported.pk, as_of=TODAY), as_of=TODAY, title="图")
    again = spec(of_targets(reported.pk, as_of=TODAY), as_of=TODAY, title="图")
    assert drawn == again
    assert as_png(drawn).startswith(b"\x89PNG")


@pytest.mark.parametrize("documents", [1, 9])
def test_the_chart_asks_the_same_number_of_questions_however_long_it_is(documents, people, adopted):
    for number in range(documents):
        make_adopted(people, text=f"{TEXT}{number}", name=f"{number}.txt")
    with CaptureQueriesContext(connection) as caught:
        assert len(of_commitments(keys(), as_of=TODAY)) == 2 * documents + 2
    assert len(caught) == 7
