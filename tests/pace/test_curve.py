import datetime as dt
from decimal import Decimal, localcontext
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duixian.pace import Knot, Plan, Stage, expected_on, plan_curve

from .plans import NEW_YEAR, YEAR_END, day, days, plan, plans, tendered


def expected(of: Plan, written: str) -> Decimal:
    return expected_on(plan_curve(of), day(written))


def test_without_stages_each_day_of_the_period_expects_its_even_share() -> None:
    curve = plan_curve(plan())
    assert expected_on(curve, dt.date(2025, 12, 31)) == 0
    assert expected_on(curve, NEW_YEAR) == 1
    assert expected_on(curve, day("7-1")) == 182
    assert expected_on(curve, YEAR_END) == 365
    assert expected_on(curve, dt.date(2027, 5, 1)) == 365


def test_nothing_is_expected_until_the_tender_is_over_and_all_of_it_on_the_day_of_completion() -> None:
    assert expected(tendered(), "3-31") == 0
    assert expected(tendered(), "4-1") == 1
    assert expected(tendered(), "9-29") == 182
    assert expected(tendered(), "9-30") == 183
    assert expected(tendered(), "12-31") == 183


def test_a_tendered_plan_keeps_its_document_s_days_as_knots() -> None:
    assert plan_curve(tendered()).knots == (
        Knot(dt.date(2025, 12, 31), Decimal(0)),
        Knot(day("3-31"), Decimal(0)),
        Knot(day("9-30"), Decimal(183)),
        Knot(YEAR_END, Decimal(183)),
    )


def test_only_a_finish_runs_even_from_the_beginning_to_it() -> None:
    short = plan(target=Decimal(181), stages=(Stage(text="6月底前完成", start=None, end=day("6-30"), kind="finish"),))
    assert expected(short, "1-1") == 1
    assert expected(short, "6-30") == 181


def test_only_a_preparation_runs_even_from_its_end_to_the_due_day() -> None:
    late = plan(target=Decimal(92), stages=(Stage(text="9月底前筛查", start=None, end=day("9-30"), kind="prepare"),))
    assert expected(late, "9-30") == 0
    assert expected(late, "10-1") == 1


@pytest.mark.parametrize("end", [YEAR_END, dt.date(2027, 1, 31)])
def test_a_preparation_that_lasts_to_the_end_does_not_silence_the_plan(end: dt.date) -> None:
    tender = Stage(text="3月底前招标", start=None, end=day("3-31"), kind="prepare")
    endless = Stage(text="年底前持续筛查", start=None, end=end, kind="prepare")
    assert plan_curve(plan(stages=(tender, endless))) == plan_curve(plan(stages=(tender,)))


def test_a_work_stage_opens_the_counting_but_does_not_end_it() -> None:
    opened = plan(
        target=Decimal(245), stages=(Stage(text="5月至8月底施工", start=day("5-1"), end=day("8-31"), kind="work"),)
    )
    assert expected(opened, "4-30") == 0
    assert expected(opened, "8-31") == 123
    assert expected(opened, "12-31") == 245


def test_work_dated_before_the_preparation_ends_waits_for_it() -> None:
    odd = plan(
        stages=(
            Stage(text="2月开工", start=day("2-1"), end=day("2-28"), kind="work"),
            Stage(text="4月底前完成招标", start=None, end=day("4-30"), kind="prepare"),
        )
    )
    assert expected(odd, "4-30") == 0
    assert expected(odd, "5-1") > 0


def test_the_order_in_which_stages_are_written_changes_nothing() -> None:
    straight = tendered()
    turned = plan(target=straight.target, unit="处", stages=straight.stages[::-1])
    assert plan_curve(turned) == plan_curve(straight)


def test_a_stage_after_the_due_day_is_drawn_in_to_it() -> None:
    beyond = plan(stages=(Stage(text="明年完成", start=None, end=dt.date(2027, 6, 30), kind="finish"),))
    assert expected_on(plan_curve(beyond), YEAR_END) == 365


def test_a_stage_wholly_before_the_period_says_nothing_about_it() -> None:
    before = plan(stages=(Stage(text="去年完成", start=None, end=dt.date(2025, 6, 30), kind="finish"),))
    assert plan_curve(before) == plan_curve(plan())


@pytest.mark.parametrize("begins", [YEAR_END, dt.date(2027, 3, 1)])
def test_a_period_of_one_day_or_none_expects_all_on_its_due_day(begins: dt.date) -> None:
    curve = plan_curve(plan(begins=begins))
    assert expected_on(curve, day("12-30")) == 0
    assert expected_on(curve, YEAR_END) == 365


def test_the_first_day_of_the_calendar_has_no_eve_and_is_read_all_the_same() -> None:
    curve = plan_curve(plan(begins=dt.date.min, due=dt.date.min))
    assert curve.knots == (Knot(dt.date.min, Decimal(365)),)


@pytest.mark.parametrize("changed", [{"cumulative": False, "unit": "%"}, {"comparator": "<="}])
def test_a_rate_and_a_limit_are_flat(changed: dict[str, object]) -> None:
    level = plan(**changed)
    assert expected(level, "1-1") == expected(level, "12-31") == 365


def test_a_caller_s_precision_does_not_reach_the_curve() -> None:
    with localcontext(prec=2):
        assert expected(plan(target=Decimal(36500)), "1-3") == 300
        assert expected(plan(target=Decimal(123456)), "12-31") == 123456


@given(plans)
def test_days_rise_values_never_fall_and_the_end_is_the_target_on_the_due_day(any_plan: Plan) -> None:
    knots = plan_curve(any_plan).knots
    assert all(low.day < high.day and low.value <= high.value for low, high in pairwise(knots))
    assert knots[-1] == (any_plan.due, any_plan.target)
    assert not any_plan.is_counted_up or knots[0].value == 0


@given(plans, days, days)
def test_what_is_expected_never_falls_from_one_day_to_a_later_one(any_plan: Plan, one: dt.date, other: dt.date) -> None:
    curve = plan_curve(any_plan)
    low, high = sorted((one, other))
    assert 0 <= expected_on(curve, low) <= expected_on(curve, high) <= any_plan.target


@given(plans, st.dates())
def test_any_day_of_the_calendar_has_an_expectation(any_plan: Plan, any_day: dt.date) -> None:
    assert expected_on(plan_curve(any_plan), any_day).is_finite()


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"target": Decimal(-1)}, "zero or more"),
        ({"target": Decimal("NaN")}, "zero or more"),
        ({"comparator": ">"}, "one of"),
    ],
)
def test_a_plan_that_means_nothing_is_refused(changed: dict[str, object], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        plan(**changed)


def test_a_stage_of_an_unknown_kind_is_refused() -> None:
    with pytest.raises(ValueError, match="prepare, work, finish"):
        Stage(text="开会", start=None, end=day("3-31"), kind="meeting")  # type: ignore[arg-type]
