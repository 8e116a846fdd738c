"""The trend of a run of figures, measured against its plan: a Brownian motion with drift, in closed form."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Context, Decimal, localcontext

from duixian.pace.curve import Curve, Knot, expected_on, first_day
from duixian.pace.plan import Figure, Plan
from duixian.pace.student import student

# Of its own, so that a caller's precision changes nothing here.
_ARITHMETIC = Context(prec=40, rounding=ROUND_HALF_EVEN)
_ZERO = Decimal(0)
_ONE_DAY = dt.timedelta(days=1)
# Beyond this nobody is told a day: the figures do not carry that far.
HORIZON_DAYS = 730
# A forecast is compared after rounding to this many digits, lest the last one of 40 decide.
_COMPARED = Decimal("1e-9")
_SHOWN = Decimal("0.0001")


@dataclass(frozen=True, slots=True)
class Trend:
    """What a run of figures says about its own pace, up to one of them.

    Shape: ``steps`` is the number of increments, from the first point, which is zero if nothing came earlier.
    Units: ``value`` and ``gain`` in the target's unit; ``clock`` and ``span`` are what the plan expected by the last
    figure and since the first point, in the same unit; ``squares`` is the sum of increment² ÷ clock of the increment.
    """

    value: Decimal
    clock: Decimal
    gain: Decimal
    span: Decimal
    squares: Decimal
    steps: int

    @property
    def pace(self) -> Decimal:
        """What was done for each unit that the plan expected, to four places: 1 is as planned. For people to read."""
        return _ARITHMETIC.divide(self.gain, self.span).quantize(_SHOWN)

    def ahead(self, clock: Decimal, *, side: int, quantile: int) -> Decimal:
        """The value when the plan's clock stands at ``clock``: the median for side 0, the quantile at -1 and +1.

        With increments as independent normal amounts, mean ``pace`` and variance ``noise`` for each unit of the clock,
        of which both are estimated from ``steps`` increments, the amount still to come in ``x`` units differs from
        ``pace × x`` by Student's t with ``steps - 1`` degrees of freedom times √(noise × (x + x² ÷ span)).
        """
        with localcontext(_ARITHMETIC):
            further = clock - self.clock
            mean = self.value + self.gain * further / self.span
            if side and further > 0:
                noise = max(_ZERO, self.squares - self.gain * self.gain / self.span) / (self.steps - 1)
                mean += side * student(self.steps - 1, quantile) * (noise * (further + further**2 / self.span)).sqrt()
            return mean.quantize(_COMPARED)


def plan_clock(plan: Plan, curve: Curve) -> Curve:
    """The plan's curve, going on beyond its whole: at the mean speed of its working days, through the horizon.

    Time: measured on it, a month in which the plan rests (招标, winter) is no time at all. A plan for nothing (target
    zero) has a clock that stands still.
    """
    whole = first_day(curve, lambda day: expected_on(curve, day) >= plan.target)
    start = first_day(curve, lambda day: expected_on(curve, day) > 0) - _ONE_DAY
    worked = sum((last - first).days + 1 for first, last in _runs(plan, start + _ONE_DAY, whole)) or 1
    knots = [knot for knot in curve.knots if knot.day <= whole]
    reached = plan.target
    for first, last in _runs(plan, whole + _ONE_DAY, plan.due + dt.timedelta(days=HORIZON_DAYS)):
        if first > knots[-1].day + _ONE_DAY:
            knots.append(Knot(first - _ONE_DAY, reached))
        days = Decimal((last - first).days + 1)
        reached = _ARITHMETIC.add(reached, _ARITHMETIC.divide(_ARITHMETIC.multiply(plan.target, days), Decimal(worked)))
        knots.append(Knot(last, reached))
    return Curve(tuple(knots))


def trends(clock: Curve, figures: Sequence[Figure]) -> tuple[Trend | None, ...]:
    """For each figure the trend up to it; None until there are two increments.

    Shape: ``figures`` by rising day. Figures between which the plan's clock does not move are one point, the later
    one; before it starts, they are the point from which counting begins.
    """
    points = [(_ZERO, _ZERO)]
    squares = [_ZERO]
    found: list[Trend | None] = []
    with localcontext(_ARITHMETIC):
        for figure in figures:
            at = expected_on(clock, figure.day)
            if at == points[-1][0]:
                points.pop()
                squares.pop()
            points.append((at, figure.value))
            squares.append(squares[-1] + _square(points) if squares else _ZERO)
            found.append(_trend(points, squares[-1]))
    return tuple(found)


def _square(points: Sequence[tuple[Decimal, Decimal]]) -> Decimal:
    (clock, value), (later_clock, later_value) = points[-2:]
    return (later_value - value) ** 2 / (later_clock - clock)


def _trend(points: Sequence[tuple[Decimal, Decimal]], squares: Decimal) -> Trend | None:
    steps = len(points) - 1
    if steps < 2:  # noqa: PLR2004 -- one increment says nothing about how much they differ
        return None
    (first_clock, first_value), (clock, value) = points[0], points[-1]
    return Trend(
        value=value,
        clock=clock,
        gain=value - first_value,
        span=clock - first_clock,
        squares=squares,
        steps=steps,
    )


def _runs(plan: Plan, begin: dt.date, end: dt.date) -> list[tuple[dt.date, dt.date]]:
    """The days on which the plan works, as runs; all of them where its season leaves none."""
    if begin > end:
        return []
    runs = list(plan.season.within(begin, end)) if plan.season else []
    return runs or [(begin, end)]
