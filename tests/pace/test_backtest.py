import datetime as dt
from decimal import Decimal

from duixian.pace import Figure, course
from duixian.pace.backtest import backtest, covered, median_error

from .plans import day, figures, plan

_NEXT_YEAR = Figure(dt.date(2027, 1, 9), Decimal(365))


def test_an_even_course_is_always_inside_and_without_error() -> None:
    even = course(plan(), figures(d1_31=31, d2_28=59, d3_31=90, d4_30=120, d5_31=151))
    tried = backtest([even])
    assert len(tried.values) == len(tried.straight) == 2 + 1
    assert (tried.nominal, covered(tried.values), median_error(one.error for one in tried.values)) == (60, 100, 0)
    assert tried.finishes == ()


def test_a_leap_is_outside_and_its_size_is_told_in_percent_of_the_target() -> None:
    leap = course(plan(), figures(d1_31=31, d2_28=59, d3_31=90, d4_30=193))
    (only,) = backtest([leap]).values
    assert (only.inside, only.error) == (False, 20)


def test_a_finish_is_compared_in_days() -> None:
    early = course(plan(), figures(d1_31=31, d2_28=59, d3_31=90, d12_21=365))
    (only,) = backtest([early]).finishes
    assert (only.inside, only.error) == (False, Decimal(-10))


def test_a_finish_lies_somewhere_after_the_last_figure_that_fell_short() -> None:
    """Forecast for 31 December, finished between 30 December and 9 January: nothing contradicts it."""
    late = course(plan(due=day("12-31")), (*figures(d1_31=31, d2_28=59, d3_31=90, d12_30=364), _NEXT_YEAR))
    first = backtest([late]).finishes[0]
    assert (first.inside, first.error) == (True, 0)


def test_nothing_tried_has_no_coverage_rather_than_none_of_it_right() -> None:
    tried = backtest([course(plan(), figures(d1_31=31))])
    assert (covered(tried.values), median_error(tried.straight)) == (None, None)
