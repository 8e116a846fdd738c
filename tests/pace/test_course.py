import datetime as dt
from decimal import Decimal
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from duixian.pace import Change, Code, Figure, MonthDay, Plan, Season, Stage, course, history, light

from .plans import day, figures, plan, tendered

FIRST, LAST = dt.date(2025, 11, 1), dt.date(2026, 7, 31)
days = st.dates(FIRST, dt.date(2026, 6, 30))
seasons = st.sampled_from([None, Season(MonthDay(2, 1), MonthDay(3, 31)), Season(MonthDay(4, 1), MonthDay(10, 31))])
stages = st.builds(
    Stage, text=st.just("阶段"), start=st.none() | days, end=days, kind=st.sampled_from(["prepare", "work", "finish"])
)
plans = st.builds(
    Plan,
    target=st.integers(0, 400).map(Decimal),
    unit=st.just("户"),
    begins=days,
    due=days,
    comparator=st.sampled_from(["=", "<="]),
    stages=st.lists(stages, max_size=3).map(tuple),
    cumulative=st.booleans(),
    season=seasons,
)
reported = st.lists(st.builds(Figure, days, st.integers(0, 400).map(Decimal)), max_size=8)


@given(plans, reported, st.none() | days)
@settings(max_examples=60)
def test_the_changes_are_those_that_lighting_every_single_day_finds(
    any_plan: Plan, any_figures: list[Figure], accepted: dt.date | None
) -> None:
    of = course(any_plan, any_figures, accepted=accepted)
    begins = min([any_plan.begins, any_plan.due, *(figure.day for figure in any_figures)])
    daily = [begins + dt.timedelta(days=count) for count in range((LAST - begins).days + 1)]
    codes = [of.code_on(one) for one in daily]
    found = [Change(daily[0], codes[0])]
    found += [
        Change(one, code) for (before, code), one in zip(pairwise(codes), daily[1:], strict=True) if before != code
    ]
    assert of.changes(LAST) == tuple(found)


@given(plans, reported, st.none() | days, days)
@settings(max_examples=60)
def test_since_and_until_are_the_ends_of_the_run_of_days_with_the_same_light(
    any_plan: Plan, any_figures: list[Figure], accepted: dt.date | None, as_of: dt.date
) -> None:
    of = course(any_plan, any_figures, accepted=accepted)
    code, since, until = of.code_on(as_of), of.since(as_of), of.until(as_of)
    one_day = dt.timedelta(days=1)
    assert since <= as_of <= (until or dt.date.max)
    for count in range(((until or LAST) - since).days + 1):
        assert of.code_on(since + count * one_day) == code
    if until is not None:
        assert of.code_on(until + one_day) != code
    if since > min([any_plan.begins, any_plan.due, as_of, *(figure.day for figure in any_figures)]):
        assert of.code_on(since - one_day) != code


def test_a_year_s_lights_in_one_line() -> None:
    turned = history(tendered(), figures(d4_30=10, d6_30=100, d9_30=183), until=day("12-31"), accepted=day("10-20"))
    assert [(one.day.isoformat(), one.code.value) for one in turned] == [
        ("2026-01-01", "not-started"),
        ("2026-04-10", "no-data"),
        ("2026-04-30", "behind"),
        ("2026-06-30", "on-pace"),
        ("2026-08-01", "behind"),
        ("2026-09-30", "done"),
        ("2026-10-20", "accepted"),
    ]


def test_a_late_correction_changes_the_past() -> None:
    """What was posted as 60 by the end of March was 120: it was never behind, and the light says so from now on."""
    before = figures(d2_28=80, d3_31=60, d4_30=160)
    corrected = figures(d2_28=80, d3_31=120, d4_30=160)
    assert course(plan(), before).since(day("4-30")) == day("4-30")
    assert course(plan(), corrected).since(day("4-30")) == day("2-28")


def test_an_acceptance_counts_from_its_own_day() -> None:
    done = figures(d6_30=365)
    lit = [light(plan(), done, as_of=day(at), accepted=day("7-10")) for at in ("7-9", "7-10")]
    assert [one.code for one in lit] == [Code.DONE, Code.ACCEPTED]
    assert str(lit[1].rule).endswith("2026年7月10日已验收。")
    assert (lit[1].since, lit[1].until) == (day("7-10"), None)


def test_what_is_not_done_is_not_accepted() -> None:
    lit = light(plan(), figures(d6_30=364), as_of=day("6-30"), accepted=day("6-30"))
    assert lit.code is not Code.ACCEPTED


def test_silence_has_its_last_good_day_told_beforehand() -> None:
    """165 by 30 June count for 31 days, and are too little on 1 August."""
    lit = light(plan(), figures(d6_30=165), as_of=day("7-5"))
    assert (lit.code, lit.until) == (Code.ON_PACE, day("7-31"))
