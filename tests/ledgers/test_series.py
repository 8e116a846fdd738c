"""Shares to bodies, stages counted beside the target, and figures that are increments."""

import datetime as dt
from decimal import Decimal

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from duixian.ledgers.models import Balance, Posting
from duixian.ledgers.progress.check import wrong_balances
from duixian.ledgers.progress.post import Figure
from duixian.ledgers.progress.read import held, history
from duixian.ledgers.progress.series import WHOLE, Series
from duixian.registers.models import Allocation, Body, Counter, Counting, Target
from duixian.reports.figures import totals_by_day
from duixian.units import Refused
from duixian.workflow.actions.correct_progress import correct_progress
from duixian.workflow.actions.post_progress import post_progress

LAST = dt.date(2026, 6, 30)
FIRST = dt.date(2026, 3, 31)


def post(people, target, value, *, day=LAST, series=WHOLE, seen=None, note="", who="supervision"):
    figure = Figure(day=day, value=Decimal(value), note=note, seen=seen)
    return post_progress(people.acting(who), target, figure, series=series)


def stands(target, day=LAST, **asked):
    return {item.series: item.value for item in held(as_of=day, **asked).get(target.pk, ())}


@pytest.fixture
def increments(whole_target):
    Target.objects.filter(pk=whole_target.pk).update(counting=Counting.INCREMENT)
    whole_target.refresh_from_db()
    return whole_target


@pytest.fixture
def by_body(whole_target):
    """Shared out to two bodies."""
    names = ("州教育局", "州体育局")
    bodies = [Body.objects.get_or_create(name=name)[0] for name in names]
    for body, value in zip(bodies, (500, 300), strict=True):
        Allocation.objects.create(target=whole_target, body=body, value=value)
    return bodies


def test_a_share_of_a_body_has_its_own_figures(whole_target, by_body, people):
    schools, sports = by_body
    post(people, whole_target, 120, series=Series.of(schools))
    post(people, whole_target, 30, series=Series.of(sports))
    assert stands(whole_target) == {Series.of(schools): 120, Series.of(sports): 30}
    assert {posting.owner for posting in Posting.objects.all()} == {schools, sports}


def test_a_body_reports_its_own_share_and_no_other(whole_target, by_body, people):
    schools, sports = by_body
    assert people.other.body == schools
    post(people, whole_target, 120, series=Series.of(schools), who="other")
    with pytest.raises(Refused, match="不是州教育局负责的指标"):
        post(people, whole_target, 30, series=Series.of(sports), who="other")
    with pytest.raises(Refused, match="没有分解给州民政局，不能按州民政局填报"):
        post(people, whole_target, 30, series=Series.of(people.reporter.body))


def test_a_stage_beside_the_target_never_counts_for_its_own_figure(whole_target, people):
    post(people, whole_target, 300, series=Series(counter=Counter.STARTED))
    assert stands(whole_target) == {}
    own = post(people, whole_target, 40)
    assert stands(whole_target) == {WHOLE: 40}
    assert stands(whole_target, counter=Counter.STARTED) == {Series(counter="started"): 300}
    assert [figure.value for figure in totals_by_day(whole_target, Posting.objects.all())] == [40]
    assert post(people, whole_target, 50, day=LAST - dt.timedelta(days=1), seen=own.pk, note="补报").value == 50
    assert wrong_balances() == []


def test_a_stage_is_refused_for_a_rate_and_where_it_is_the_target_s_own(rate, whole_target, people):
    with pytest.raises(Refused, match="没有开工、投用之分"):
        post(people, rate, 80, series=Series(counter=Counter.STARTED))
    Target.objects.filter(pk=whole_target.pk).update(counter=Counter.IN_USE)
    with pytest.raises(Refused, match="本身就按投用数计"):
        post(people, whole_target, 80, series=Series(counter=Counter.IN_USE))


def test_increments_add_up_to_the_balance(increments, people):
    first = post(people, increments, 100, day=FIRST)
    second = post(people, increments, 40, seen=first.pk)
    assert (second.value, Balance.objects.get().value) == (40, 140)
    assert stands(increments) == {WHOLE: 140}
    assert stands(increments, FIRST) == {WHOLE: 100}


def test_a_late_correction_of_an_increment_moves_every_later_total(increments, people):
    first = post(people, increments, 100, day=FIRST)
    post(people, increments, 40, seen=first.pk)
    correct_progress(people.acting(), first, value=Decimal(70), reason="重复计了一批")
    assert stands(increments, FIRST) == {WHOLE: 70}
    assert stands(increments) == {WHOLE: 110}
    assert wrong_balances() == []


def test_a_late_posting_of_a_forgotten_period_moves_every_later_total(increments, people):
    first = post(people, increments, 100, day=FIRST)
    newest = post(people, increments, 40, seen=first.pk)
    post(people, increments, 15, day=dt.date(2026, 4, 30), seen=newest.pk)
    rows = history(targets=[increments.pk], as_of=LAST)
    assert [figure.value for figure in totals_by_day(increments, rows)] == [100, 115, 155]
    assert Balance.objects.get().posting == newest
    assert wrong_balances() == []


def test_a_forgotten_total_lies_between_its_neighbours_or_says_why(whole_target, people):
    first = post(people, whole_target, 100, day=FIRST)
    newest = post(people, whole_target, 140, seen=first.pk)
    between = dt.date(2026, 4, 30)
    for value in (99, 141):
        with pytest.raises(Refused) as refusal:
            post(people, whole_target, value, day=between, seen=newest.pk)
        assert refusal.value.code == "total-falls-without-reason"
    post(people, whole_target, 120, day=between, seen=newest.pk)
    assert stands(whole_target) == {WHOLE: 140}
    assert stands(whole_target, dt.date(2026, 5, 31)) == {WHOLE: 120}


moves = st.lists(
    st.tuples(
        st.sampled_from(["州教育局", "州体育局"]),
        st.sampled_from(["", "started"]),
        st.integers(0, 60),
        st.integers(0, 400),
        st.integers(0, 3),
    ),
    min_size=1,
    max_size=14,
)


@pytest.mark.parametrize("counting", Counting.values)
@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(moves=moves)
def test_posted_in_any_order_the_ledger_says_what_a_replay_in_order_says(
    counting, moves, whole_target, by_body, people
):
    with transaction.atomic():
        Target.objects.filter(pk=whole_target.pk).update(counting=counting)
        whole_target.refresh_from_db()
        written = do(moves, {body.name: body for body in by_body}, whole_target, people)
        assert wrong_balances() == []
        for day in (FIRST + dt.timedelta(days=20), LAST):
            assert stands(whole_target, day) == replayed(written, day, counting, "")
            assert stands(whole_target, day, counter="started") == replayed(written, day, counting, "started")
        transaction.set_rollback(True)


def do(moves, bodies, target, people):
    """Posts or, every fourth time, corrects; what then counts, by series and day."""
    written: dict[Series, dict[dt.date, Posting]] = {}
    for name, counter, offset, value, kind in moves:
        series, day = Series.of(bodies[name], counter=counter), FIRST + dt.timedelta(days=offset)
        rows = written.setdefault(series, {})
        if day in rows and kind == 0:
            rows[day] = correct_progress(people.acting(), rows[day], value=Decimal(value), reason="核对")
        elif day not in rows:
            seen = rows[max(rows)].pk if rows else None
            rows[day] = post(people, target, value, day=day, series=series, seen=seen, note="核减")
    return written


def replayed(written, day, counting, counter):
    found = {}
    for series, rows in written.items():
        values = [rows[one].value for one in sorted(rows) if one <= day]
        if values and series.counter == counter:
            found[series] = sum(values) if counting == Counting.INCREMENT else values[-1]
    return found
