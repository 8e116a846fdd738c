"""Forecasts: on which day a target will be finished at the pace of its own figures, between which days, and why."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

from duixian.pace.curve import Curve, expected_on, first_day
from duixian.pace.plan import Figure, Plan
from duixian.pace.trend import HORIZON_DAYS, Trend
from duixian.units.sentence import Sentence, gettext_noop

if TYPE_CHECKING:
    from duixian.pace.standing import Standing


class Outlook(StrEnum):
    """Whether anything can be forecast; four different answers."""

    FORECAST = "forecast"
    FINISHED = "finished"
    TOO_LITTLE = "too-little-history"
    NOT_COUNTED = "not-counted-up"


@dataclass(frozen=True, slots=True, kw_only=True)
class Forecast:
    """When a plan's target will be met, and what will stand on its due day.

    Shape: all days and values are None unless ``outlook`` is FORECAST; then a day is None where the target is not met
    within the horizon, two years after the due day. ``early`` ≤ ``median`` ≤ ``late``.
    Units: values in the target's unit; ``pace`` is what was done for each unit that the plan expected; ``quantile``
    in percent: of 100 such forecasts that many should be finished by ``late``, and 100 - quantile by ``early``.
    Time: made from figures up to ``origin``, the last one; days that pass in silence do not change it.
    """

    outlook: Outlook
    quantile: int
    steps: int
    least_history: int
    origin: Figure | None
    pace: Decimal | None = None
    early: dt.date | None = None
    median: dt.date | None = None
    late: dt.date | None = None
    due_low: Decimal | None = None
    due_median: Decimal | None = None
    due_high: Decimal | None = None

    @property
    def method(self) -> Sentence:
        """How it was made, or why there is none."""
        values = {
            "steps": self.steps,
            "quantile": self.quantile,
            "early": 100 - self.quantile,
            "least": self.least_history,
        }
        return Sentence(_METHODS[self.outlook], values)


_METHODS = {
    Outlook.FORECAST: gettext_noop(
        "按已填的{steps}次增量推算：把每次增量与计划同期应增的数相比，得平均快慢和波动，再推到今后；"
        "早侧、晚侧是完成日的{early}%和{quantile}%分位数（学生t分布）。"
    ),
    Outlook.FINISHED: gettext_noop("已达到目标，不再推算。"),
    Outlook.TOO_LITTLE: gettext_noop("增量只有{steps}次，不到{least}次，太少，不推算；不推算不等于零。"),
    Outlook.NOT_COUNTED: gettext_noop("以期限日的数考核，不是逐日累加的数，不推算完成日。"),
}


def forecast_of(at: "Standing") -> Forecast:
    """The forecast from where a plan stands.

    Method: the figures are a Brownian motion with drift on the plan's own clock (``trend``): the pace is all that was
    done over all that was expected, its spread that of the increments; the interval holds the coming spread and the
    uncertainty of both estimates. Nothing is drawn at random, so the same figures always give the same forecast.
    """
    outlook = _outlook(at)
    steps = at.trend.steps if at.trend else min(len(at.figures), 1)
    if outlook is not Outlook.FORECAST or at.trend is None:
        return Forecast(
            outlook=outlook,
            quantile=at.quantile,
            steps=steps,
            least_history=at.least_history,
            origin=at.latest,
        )
    low, median, high = (
        value_by(at.trend, at.clock, at.plan.due, side=side, quantile=at.quantile) for side in (-1, 0, 1)
    )
    return Forecast(
        outlook=outlook,
        quantile=at.quantile,
        steps=steps,
        least_history=at.least_history,
        origin=at.latest,
        pace=at.trend.pace,
        early=_finish(at, side=1),
        median=_finish(at, side=0),
        late=_finish(at, side=-1),
        due_low=low,
        due_median=median,
        due_high=high,
    )


def passes_the_deadline(at: "Standing") -> bool:
    """Whether there is a forecast whose late side lies after the due day."""
    if at.trend is None or _outlook(at) is not Outlook.FORECAST:
        return False
    return value_by(at.trend, at.clock, at.plan.due, side=-1, quantile=at.quantile) < at.plan.target


def value_by(trend: Trend, clock: Curve, day: dt.date, *, side: int, quantile: int) -> Decimal:
    """What stands at the end of ``day``; the low side never below what stands already."""
    value = trend.ahead(max(trend.clock, expected_on(clock, day)), side=side, quantile=quantile)
    return max(trend.value, value) if side < 0 else value


def _outlook(at: "Standing") -> Outlook:
    if not at.plan.is_counted_up:
        return Outlook.NOT_COUNTED
    if at.latest and at.plan.is_met_by(at.latest.value):
        return Outlook.FINISHED
    enough = at.trend is not None and at.trend.steps >= at.least_history
    return Outlook.FORECAST if enough else Outlook.TOO_LITTLE


def _finish(at: "Standing", *, side: int) -> dt.date | None:
    """The first day after the last figure on which the forecast meets the target; None beyond the horizon.

    The low side first falls where the spread outgrows a slow pace, but it is convex: once above today's value it only
    climbs, so that a search by halves finds the day. At a pace of zero or less nothing is ever finished.
    """
    trend, origin = at.trend, at.latest
    if trend is None or origin is None or trend.gain <= 0:
        return None

    def is_met(day: dt.date) -> bool:
        if day <= origin.day:
            return False
        return value_by(trend, at.clock, day, side=side, quantile=at.quantile) >= at.plan.target

    last = horizon(at.plan)
    found = first_day(Curve((at.clock.knots[0], at.clock.knots[-1])), is_met)
    return found if found <= last and is_met(found) else None


def horizon(plan: Plan) -> dt.date:
    """The last day that a forecast speaks of."""
    return plan.due + dt.timedelta(days=HORIZON_DAYS)
