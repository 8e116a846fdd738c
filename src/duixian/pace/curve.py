"""Plan curves: how much a plan expects by the end of each day, from the document's own stages."""

import datetime as dt
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Context, Decimal
from typing import NamedTuple

from duixian.pace.plan import Plan, StageKind

_ZERO = Decimal(0)
_ONE_DAY = dt.timedelta(days=1)
# Its own context, so that a caller's precision changes nothing here and nothing here changes a caller's.
_ARITHMETIC = Context(prec=60)


class Knot(NamedTuple):
    """What is expected by the end of ``day``."""

    day: dt.date
    value: Decimal


@dataclass(frozen=True, slots=True)
class Curve:
    """A line through its knots, flat before the first and after the last.

    Shape: at least one knot; days strictly rising, values never falling; the last is (due, target).
    """

    knots: tuple[Knot, ...]


def plan_curve(plan: Plan) -> Curve:
    """What ``plan`` expects day by day.

    Counted up from nothing, the first knot is the eve of the period at zero:

    * nothing countable is expected up to the end of the last stage that prepares (招标, 筛查);
    * work runs even from the first day of the first work stage, else from there or from the beginning;
    * the whole is expected by the end of the last stage that finishes, else by the due day.

    A work stage says when counting can begin, not when it is over: 4月开工 promises nothing for 30 April.
    A rate, another level or a limit is not counted up: its curve is flat at the target.

    Time: stages wholly before the period say nothing about it; what lies after the due day is drawn in to it. A
    preparation that lasts to the very end is passed over: it would silence the plan until its last day.

    >>> Curve = plan_curve(Plan(target=Decimal(10), unit="处", begins=dt.date(2026, 1, 1), due=dt.date(2026, 1, 10)))
    >>> [(knot.day.isoformat(), str(knot.value)) for knot in Curve.knots]
    [('2025-12-31', '0'), ('2026-01-10', '10')]
    """
    eve = _eve_of(min(plan.begins, plan.due))
    if not plan.is_counted_up:
        return _through(Knot(eve, plan.target), Knot(plan.due, plan.target))
    whole = max(_ends(plan, "finish"), default=plan.due)
    start = min(_start(plan, eve, whole=whole), _eve_of(whole))
    return _through(
        Knot(eve, _ZERO),
        Knot(max(eve, start), _ZERO),
        Knot(whole, plan.target),
        Knot(plan.due, plan.target),
    )


def expected_on(curve: Curve, day: dt.date) -> Decimal:
    """What ``curve`` expects by the end of ``day``, exact at the knots and to 60 digits between them.

    >>> half = Curve((Knot(dt.date(2026, 1, 1), Decimal(0)), Knot(dt.date(2026, 1, 5), Decimal(2))))
    >>> expected_on(half, dt.date(2026, 1, 4)), expected_on(half, dt.date(2027, 1, 1))
    (Decimal('1.5'), Decimal('2'))
    """
    after = bisect_right(curve.knots, day, key=lambda knot: knot.day)
    if after == 0:
        return curve.knots[0].value
    low = curve.knots[after - 1]
    if after == len(curve.knots) or low.day == day:
        return low.value
    return _between(low, curve.knots[after], day)


def first_day(curve: Curve, test: Callable[[dt.date], bool]) -> dt.date:
    """The first day for which ``test`` holds, for a test that once true stays true; else the last knot's day."""
    begin, end = curve.knots[0].day.toordinal(), curve.knots[-1].day.toordinal()
    while begin < end:
        middle = (begin + end) // 2
        if test(dt.date.fromordinal(middle)):
            end = middle
        else:
            begin = middle + 1
    return dt.date.fromordinal(begin)


def _between(low: Knot, high: Knot, day: dt.date) -> Decimal:
    rise = _ARITHMETIC.subtract(high.value, low.value)
    so_far = _ARITHMETIC.multiply(rise, Decimal((day - low.day).days))
    return _ARITHMETIC.add(low.value, _ARITHMETIC.divide(so_far, Decimal((high.day - low.day).days)))


def _start(plan: Plan, eve: dt.date, *, whole: dt.date) -> dt.date:
    """The last day by whose end nothing is expected yet."""
    prepared = max((end for end in _ends(plan, "prepare") if end < whole), default=eve)
    work_begins = [stage.start for stage in plan.stages if stage.kind == "work" and stage.start is not None]
    return max(prepared, _eve_of(min(work_begins))) if work_begins else prepared


def _ends(plan: Plan, kind: StageKind) -> list[dt.date]:
    """The ends of the stages of a kind inside the period."""
    begins = min(plan.begins, plan.due)
    return [min(stage.end, plan.due) for stage in plan.stages if stage.kind == kind and stage.end >= begins]


def _eve_of(day: dt.date) -> dt.date:
    return day if day == dt.date.min else day - _ONE_DAY


def _through(*knots: Knot) -> Curve:
    """A curve through ``knots``, which never fall; of several on one day the last holds."""
    by_day = {knot.day: knot for knot in knots}
    return Curve(tuple(by_day[day] for day in sorted(by_day)))
