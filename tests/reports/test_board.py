import datetime as dt
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.small_site import TEXT, TODAY, make_adopted

from duixian.ledgers.progress.post import Figure
from duixian.ledgers.progress.series import Series
from duixian.registers.models import Commitment, Place, Target
from duixian.reports import board, commitment
from duixian.reports.chart import chart
from duixian.reports.lit.refresh import refresh
from duixian.workflow.actions.correct_progress import correct_progress
from duixian.workflow.actions.post_progress import post_progress
from duixian.workflow.actions.release_commitments import release_commitments

MAY = dt.date(2026, 5, 31)


def canteens() -> Target:
    return Target.objects.get(object="社区老年人助餐点")


def post(people, value, *, place, day=TODAY, seen=None):
    figure = Figure(day=day, value=Decimal(value), seen=seen)
    return post_progress(people.acting("reporter"), canteens(), figure, series=Series.of(Place.objects.get(name=place)))


def test_a_row_shows_the_worst_light_the_sum_of_places_and_the_nearest_deadline(people, adopted):
    post(people, 3, place="青屏县")
    post(people, 1, place="石湾县")
    first, second = board.rows(as_of=TODAY)
    line = next(line for line in first.lines if line.target == canteens())
    assert (line.actual, line.value, line.places_reported, line.places) == (4, 12, 2, 2)
    assert first.light.code == first.lines[0].light.code == "no-data"  # nobody reported the training
    assert first.due == dt.date(2026, 10, 31)
    assert first.owners == ("州民政局",)
    assert second.last_day is None


def test_a_past_day_shows_what_stood_then(people, adopted):
    seen = post(people, 3, place="青屏县", day=MAY)
    post(people, 5, place="青屏县", seen=seen.pk)
    actual = {
        day: next(line.actual for line in board.rows(as_of=day)[0].lines if line.target == canteens())
        for day in (dt.date(2026, 5, 1), MAY, TODAY)
    }
    assert list(actual.values()) == [None, 3, 5]


def test_board_and_page_give_the_same_light_for_a_target(people, adopted):
    wrong = post(people, 9, place="青屏县", day=MAY)
    correct_progress(people.acting("reporter"), wrong, value=Decimal(2), reason="误计")
    for row in board.rows(as_of=TODAY):
        page = commitment.detail(row.commitment.pk, as_of=TODAY)
        on_page = {detail.line.target.pk: detail.line.light.code for detail in page.targets}
        assert on_page == {line.target.pk: line.light.code for line in row.lines}


def test_only_released_commitments_reach_the_public(people, adopted):
    assert board.rows(as_of=TODAY, released_only=True) == ()
    first = Commitment.objects.first()
    release_commitments(people.acting(), [first])
    assert [row.commitment for row in board.rows(as_of=TODAY, released_only=True)] == [first]
    other = Commitment.objects.get(released_at=None)
    with pytest.raises(Commitment.DoesNotExist):
        commitment.detail(other.pk, as_of=TODAY, released_only=True)


def test_the_page_shows_the_promise_in_its_own_words_with_the_target_marked(people, adopted):
    page = commitment.detail(canteens().commitment_id, as_of=TODAY)
    assert "".join(segment.text for segment in page.segments) == TEXT[TEXT.index("一、") : TEXT.index("二、")]
    marked = next(segment for segment in page.segments if f"target-{canteens().pk}" in segment.ids)
    assert marked.text == "助餐点12个"
    assert [finding["code"] for finding in page.findings] == ["sum-mismatch"]


def test_a_share_has_its_own_light(people, adopted):
    post(people, 5, place="青屏县")
    page = commitment.detail(canteens().commitment_id, as_of=TODAY)
    shares = next(detail.shares for detail in page.targets if detail.line.target == canteens())
    assert {share.owner.name: share.light.code for share in shares} == {"青屏县": "done", "石湾县": "no-data"}


def test_the_board_asks_the_same_number_of_questions_however_long_it_is(people, adopted):
    def questions() -> int:
        with CaptureQueriesContext(connection) as caught:
            for row in board.rows(as_of=TODAY):
                assert row.owners is not None
        return len(caught)

    refresh(day=TODAY)
    few = questions()
    for number in range(8):
        make_adopted(people, text=f"{TEXT}{number}", name=f"{number}.txt")
    refresh(day=TODAY)
    assert questions() == few == 7


def test_a_chart_keeps_every_point_inside_its_frame(people, adopted):
    post(people, 5, place="青屏县", day=MAY)
    detail = next(d for d in commitment.detail(canteens().commitment_id, as_of=TODAY).targets if d.shares)
    drawn = chart(detail.curve, detail.figures, as_of=TODAY)
    points = [tuple(map(float, point.split(","))) for point in f"{drawn.plan} {drawn.done}".split()]
    assert all(drawn.left <= x <= drawn.right and drawn.top <= y <= drawn.bottom for x, y in points)
    assert len(drawn.dots) == 1
    assert drawn.left < drawn.today < drawn.right
