import datetime as dt
from decimal import Decimal, localcontext

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from duixian.pace import Code, Figure, Forecast, MonthDay, Outlook, Plan, Season, forecast, light

from .plans import day, figures, plan, plans, tendered

# 365 households, one a day is as planned.
EVEN = {"d1_31": 31, "d2_28": 59, "d3_31": 90, "d4_30": 120}


def at(written: str, *, of: Plan | None = None, **values: float) -> Forecast:
    return forecast(of or plan(), figures(**values), as_of=day(written))


def test_a_pace_that_never_varied_is_forecast_to_the_day() -> None:
    found = at("4-30", **EVEN)
    assert (found.pace, found.early, found.median, found.late) == (1, *[day("12-31")] * 3)
    assert (found.due_low, found.due_median, found.due_high) == (365, 365, 365)


def test_half_the_pace_takes_twice_the_time_that_is_left() -> None:
    found = at("3-31", d1_31=15.5, d2_28=29.5, d3_31=45)
    assert found.pace == Decimal("0.5")
    assert found.median == day("3-31") + dt.timedelta(days=640)


def test_an_uneven_pace_widens_the_interval_on_both_sides() -> None:
    found = at("4-30", d1_31=20, d2_28=70, d3_31=90, d4_30=125)
    assert found.early is not None
    assert found.median is not None
    assert found.late is not None
    assert day("4-30") < found.early < found.median < found.late
    assert found.due_low is not None
    assert found.due_median is not None
    assert found.due_high is not None
    assert found.due_low < found.due_median < found.due_high


def test_the_late_side_is_the_quantile_of_the_scheme_worked_out_by_hand() -> None:
    """Three increments of 10, 20 and 30 in ten days each, of a plan for one a day: pace 2, noise (1+0+1)/2·10.

    Σ increment² ÷ clock = (100 + 400 + 900) ÷ 10 = 140; less 60² ÷ 30 = 120 leaves 20, over 2 degrees of freedom 10.
    After 15 more days: 60 + 30 ± 1.061·√(10·(15 + 15² ÷ 30)).
    """
    of = plan(target=Decimal(45), begins=day("1-1"), due=day("2-14"))
    found = forecast(of, figures(d1_10=4, d1_20=8, d1_30=20), as_of=day("1-30"))
    assert found.due_median is not None
    assert found.due_low is not None
    squares = Decimal(4**2 + 4**2 + 12**2) / 10 - Decimal(20**2) / 30
    spread = Decimal("1.061") * (squares / 2 * (15 + Decimal(15**2) / 30)).sqrt()
    assert abs(found.due_median - 30) < Decimal("1e-8")
    assert abs(found.due_low - (30 - spread)) < Decimal("1e-8")


@pytest.mark.parametrize(
    ("values", "outlook"),
    [
        ({}, Outlook.TOO_LITTLE),
        ({"d1_31": 31, "d2_28": 59}, Outlook.TOO_LITTLE),
        ({"d1_31": 31, "d2_28": 59, "d3_31": 90}, Outlook.FORECAST),
        ({"d1_31": 31, "d2_28": 59, "d3_31": 365}, Outlook.FINISHED),
    ],
)
def test_too_little_history_finished_and_forecast_are_different_answers(
    values: dict[str, float], outlook: Outlook
) -> None:
    found = at("3-31", **values)
    assert found.outlook is outlook
    assert (found.median is None) == (found.due_median is None) == (outlook is not Outlook.FORECAST)
    assert str(found.method)


def test_a_rate_is_not_forecast() -> None:
    found = at("4-30", of=plan(cumulative=False), **EVEN)
    assert found.outlook is Outlook.NOT_COUNTED


def test_standing_still_is_never_finished() -> None:
    found = at("4-30", d1_31=0, d2_28=0, d3_31=0, d4_30=0)
    assert found.outlook is Outlook.FORECAST
    assert (found.early, found.median, found.late, found.due_median) == (None, None, None, 0)


def test_the_time_of_the_tender_is_no_time_of_slow_work() -> None:
    """Nothing in three months of 招标 says nothing about the pace of the works after it."""
    found = at("6-30", of=tendered(), d1_31=0, d2_28=0, d4_30=30, d5_31=61, d6_30=91)
    assert (found.pace, found.steps, found.median) == (1, 3, day("9-30"))


def test_winter_is_no_time_of_slow_work_and_stops_what_is_late() -> None:
    """At half the pace what is left of the season does not do; the rest waits until April."""
    cold = plan(target=Decimal(214), season=Season(MonthDay(4, 1), MonthDay(10, 31)))
    found = at("6-30", of=cold, d4_30=15, d5_31=30.5, d6_30=45.5)
    assert found.pace == Decimal("0.5")
    assert found.median is not None
    assert found.median > dt.date(2027, 4, 1)
    assert found.due_median == 107


def test_a_light_is_at_risk_exactly_when_the_late_side_passes_the_deadline() -> None:
    slowing = figures(d1_31=80, d2_28=130, d3_31=180, d4_30=181, d5_31=182, d6_30=183)
    lit = light(plan(), slowing, as_of=day("6-30"))
    assert (lit.code, lit.forecast.late) == (Code.AT_RISK, dt.date(2027, 7, 4))
    assert "晚侧（80%分位）是2027年7月4日，晚于期限2026年12月31日" in str(lit.rule)
    ahead = light(plan(), figures(d1_31=60, d2_28=115, d3_31=180, d4_30=240), as_of=day("4-30"))
    assert ahead.forecast.late is not None
    assert (ahead.code, ahead.forecast.late <= day("12-31")) == (Code.ON_PACE, True)


def test_what_is_said_to_lower_the_risk_does() -> None:
    slowing = figures(d1_31=80, d2_28=130, d3_31=180, d4_30=181, d5_31=182, d6_30=183)
    lit = light(plan(), slowing, as_of=day("6-30"))
    wanted = lit.green.values["wanted"].values["value"]  # type: ignore[union-attr]
    after = [light(plan(), (*slowing, Figure(day("7-31"), wanted - less)), as_of=day("7-31")).code for less in (0, 1)]
    assert after == [Code.ON_PACE, Code.AT_RISK]


reported = st.lists(
    st.builds(Figure, st.dates(dt.date(2025, 6, 1), dt.date(2027, 1, 1)), st.integers(0, 500).map(Decimal)), max_size=9
)


@given(plans, reported)
@settings(max_examples=60)
def test_the_sides_stand_in_order_and_the_light_agrees_with_them(any_plan: Plan, any_figures: list[Figure]) -> None:
    as_of = dt.date(2027, 1, 1)
    found = forecast(any_plan, any_figures, as_of=as_of)
    last = dt.date.max
    assert (found.early or last) <= (found.median or last) <= (found.late or last)
    if found.due_median is not None:
        assert found.due_low is not None
        assert found.due_high is not None
        assert found.origin is not None
        assert max(found.due_low, found.origin.value) == found.due_low <= max(found.due_median, found.origin.value)
        assert found.due_median <= found.due_high
    lit = light(any_plan, any_figures, as_of=as_of)
    passes = found.outlook is Outlook.FORECAST and (found.late or last) > any_plan.due
    assert (lit.code is Code.AT_RISK) <= passes
    assert (lit.code is Code.ON_PACE) <= (not passes)


@given(reported)
@settings(max_examples=30)
def test_a_caller_s_precision_changes_nothing(any_figures: list[Figure]) -> None:
    found = forecast(plan(), any_figures, as_of=dt.date(2027, 1, 1))
    with localcontext(prec=4):
        assert forecast(plan(), any_figures, as_of=dt.date(2027, 1, 1)) == found
