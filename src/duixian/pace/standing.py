"""Where a plan stands on a day: what it expects, what was reported, what is still wanted."""

import calendar
import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal

from duixian.pace.curve import Curve, expected_on, first_day
from duixian.pace.plan import Figure, Plan
from duixian.pace.scheme import DatedLooks
from duixian.pace.trend import Trend, trends

_ARITHMETIC = Context(prec=60)
_ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class Standing:
    """The facts that a light is judged from.

    Shape: ``figures`` by rising day, one a day, none after ``as_of``.
    Time: ``judged_on`` is the day whose expectation counts: that of the last figure while it is fresh, else ``as_of``.
    ``accepted`` is the day of the acceptance that stands on ``as_of``.
    Units: ``tolerance`` and ``quantile`` in percent, ``allowance`` in the target's unit, ``figure_age`` in days,
    ``least_history`` in increments. ``clock`` and ``trend`` are what a forecast is made from (``trend.py``).
    """

    plan: Plan
    curve: Curve
    figures: tuple[Figure, ...]
    as_of: dt.date
    judged_on: dt.date
    tolerance: Decimal
    allowance: Decimal
    figure_age: int
    clock: Curve
    trend: Trend | None
    quantile: int
    least_history: int
    accepted: dt.date | None
    looks: DatedLooks

    @property
    def latest(self) -> Figure | None:
        return self.figures[-1] if self.figures else None

    @property
    def is_stale(self) -> bool:
        """Whether there is a figure, but one too old to be judged on its own day."""
        return self.latest is not None and self.judged_on != self.latest.day

    @property
    def is_before_the_start(self) -> bool:
        """Whether the plan expects nothing at all yet."""
        return expected_on(self.curve, self.judged_on) == 0

    @property
    def expected(self) -> Decimal:
        """What the plan expects by ``judged_on``, in whole steps of the target."""
        return self.expected_by(self.judged_on)

    def expected_by(self, day: dt.date) -> Decimal:
        return in_whole_steps(expected_on(self.curve, day), like=self.plan.target, rounding=ROUND_FLOOR)

    def wanted_by(self, day: dt.date) -> Decimal:
        """The smallest figure that is on pace at the end of ``day``.

        The allowance is for the time on the way: once the plan expects the whole, nothing less will do.
        """
        expected = self.expected_by(day)
        if expected >= self.plan.target:
            return self.plan.target
        wanted = max(_ZERO, expected - self.allowance)
        return in_whole_steps(wanted, like=self.plan.target, rounding=ROUND_CEILING)

    def wants_a_figure_by(self, day: dt.date) -> bool:
        """Whether the plan expects more than the allowance, so that silence is no longer in order."""
        expected = expected_on(self.curve, day)
        return expected > self.allowance or expected >= self.plan.target

    def first_wanting(self, value: Decimal) -> dt.date:
        """The first day on which ``value`` is too little."""
        return first_day(self.curve, lambda day: self.wanted_by(day) > value)

    def first_expecting(self) -> dt.date:
        """The first day by whose end the plan expects anything."""
        return first_day(self.curve, lambda day: expected_on(self.curve, day) > 0)

    def whole_by(self) -> dt.date:
        """The first day by whose end the plan expects the whole."""
        return first_day(self.curve, lambda day: expected_on(self.curve, day) >= self.plan.target)

    def with_figure(self, figure: Figure) -> "Standing":
        """How it would stand at the end of ``figure``'s day with that figure, by the values in force now."""
        figures = in_order((*self.figures, figure))
        trend = trends(self.clock, figures)[-1] if self.plan.is_counted_up else None
        return replace(self, figures=figures, as_of=figure.day, judged_on=figure.day, trend=trend)

    def reached_on(self) -> dt.date | None:
        """The day since which every figure meets the target, or None where the last does not."""
        since = None
        for figure in reversed(self.figures):
            if not self.plan.is_met_by(figure.value):
                break
            since = figure.day
        return since


def allowance_of(plan: Plan, tolerance: Decimal) -> Decimal:
    """How much may be missing: ``tolerance`` percent of the target, in its unit."""
    return _ARITHMETIC.divide(_ARITHMETIC.multiply(plan.target, tolerance), Decimal(100))


def in_whole_steps(value: Decimal, *, like: Decimal, rounding: str) -> Decimal:
    """``value`` rounded to the last digit that ``like`` is written with: nobody is asked for half a household.

    >>> in_whole_steps(Decimal("57.53"), like=Decimal(120), rounding=ROUND_FLOOR)
    Decimal('57')
    >>> in_whole_steps(Decimal("3.14"), like=Decimal("12.5"), rounding=ROUND_CEILING)
    Decimal('3.2')
    """
    return value.quantize(Decimal((0, (1,), step_exponent(like))), rounding=rounding, context=_ARITHMETIC)


def step_exponent(like: Decimal) -> int:
    """The power of ten of the last digit that ``like`` is written with, never above one.

    >>> step_exponent(Decimal("12.5")), step_exponent(Decimal(120))
    (-1, 0)
    """
    exponent = like.as_tuple().exponent
    return min(exponent, 0) if isinstance(exponent, int) else 0


def next_review(as_of: dt.date, *, due: dt.date) -> dt.date:
    """The next end of a month after ``as_of``, for which figures are collected, but not after the due day.

    >>> next_review(dt.date(2026, 9, 30), due=dt.date(2026, 12, 31)).isoformat()
    '2026-10-31'
    """
    if as_of >= due:
        return due
    tomorrow = as_of + dt.timedelta(days=1)
    last = calendar.monthrange(tomorrow.year, tomorrow.month)[1]
    return min(due, tomorrow.replace(day=last))


def in_order(figures: Sequence[Figure]) -> tuple[Figure, ...]:
    """The figures by rising day; of several on one day the one given last holds."""
    held = {figure.day: figure for figure in figures}
    return tuple(held[day] for day in sorted(held))
