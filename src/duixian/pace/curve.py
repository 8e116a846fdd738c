"""Plan curves: how much a plan expects by the end of each day, from stages, season or last year's shape."""

import datetime as dt
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Context, Decimal
from enum import StrEnum
from typing import NamedTuple

from duixian.pace.plan import Plan, StageKind
from duixian.units.sentence import gettext_noop

_ZERO = Decimal(0)
_ONE_DAY = dt.timedelta(days=1)
# Its own context, so that a caller's precision changes nothing here and nothing here changes a caller's.
_ARITHMETIC = Context(prec=60)


class Knot(NamedTuple):
    """What is expected by the end of ``day``."""

    day: dt.date
    value: Decimal


class Basis(StrEnum):
    """What a curve was drawn from; the codes are stable, ``BASIS_WORDS`` says them."""

    STAGES = "stages"
    SEASON = "season"
    SHAPE = "last-year"
    EVEN = "even"
    DUE_DAY = "due-day"


BASIS_WORDS: Mapping[Basis, str] = {
    Basis.STAGES: gettext_noop("文件写的节点"),
    Basis.SEASON: gettext_noop("当地施工季"),
    Basis.SHAPE: gettext_noop("上一年的实际进度"),
    Basis.EVEN: gettext_noop("起止日之间平均"),
    Basis.DUE_DAY: gettext_noop("只在期限日考核"),
}


@dataclass(frozen=True, slots=True)
class Curve:
    """A line through its knots, flat before the first and after the last.

    Shape: at least one knot; days strictly rising, values never falling; the last is (due, target). ``basis`` says
    what it was drawn from: stages and season may both have had a part, the others stand alone.
    """

    knots: tuple[Knot, ...]
    basis: tuple[Basis, ...] = field(default=(), compare=False)


def plan_curve(plan: Plan) -> Curve:
    """What ``plan`` expects day by day.

    Counted up from nothing, the first knot is the eve of the period at zero:

    * nothing countable is expected up to the end of the last stage that prepares (招标, 筛查);
    * work runs even from the first day of the first work stage, else from there or from the beginning;
    * the whole is expected by the end of the last stage that finishes, else by the due day;
    * outside a working season nothing more is expected than before it, unless no day of the season is left to work in;
    * without any stage, last year's shape is followed where there is one.

    A work stage says when counting can begin, not when it is over: 4月开工 promises nothing for 30 April.
    A rate, another level or a limit is not counted up: its curve is flat at the target.

    Time: stages wholly before the period say nothing about it; what lies after the due day is drawn in to it. A
    preparation that lasts to the very end is passed over: it would silence the plan until its last day.

    >>> Curve = plan_curve(Plan(target=Decimal(10), unit="处", begins=dt.date(2026, 1, 1), due=dt.date(2026, 1, 10)))
    >>> [(knot.day.isoformat(), str(knot.value)) for knot in Curve.knots]
    [('2025-12-31', '0'), ('2026-01-10', '10')]
    """
    eve = eve_of(min(plan.begins, plan.due))
    if not plan.is_counted_up:
        return _through([Knot(eve, plan.target), Knot(plan.due, plan.target)], basis=[Basis.DUE_DAY])
    if not plan.stages and (shaped := _shaped(plan)):
        return _through([Knot(eve, _ZERO), *shaped, Knot(plan.due, plan.target)], basis=[Basis.SHAPE])
    whole = max(_ends(plan, "finish"), default=plan.due)
    start = max(eve, min(_start(plan, eve, whole=whole), eve_of(whole)))
    seasonal = list(_seasonal(plan, start, whole))
    basis = [Basis.STAGES] * ((start, whole) != (eve, plan.due)) + [Basis.SEASON] * bool(seasonal)
    return _through(
        [Knot(eve, _ZERO), Knot(start, _ZERO), *seasonal, Knot(whole, plan.target), Knot(plan.due, plan.target)],
        basis=basis or [Basis.EVEN],
    )


def expected_on(curve: Curve, day: dt.date) -> Decimal:
    """What ``curve`` expects by the end of ``day``, exact at the knots and to 60 digits between them.

    >>> half = Curve((Knot(dt.date(2026, 1, 1), Decimal(0)), Knot(dt.date(2026, 1, 5), Decimal(2))))
    >>> expected_on(half, dt.date(2026, 1, 4)), expected_on(half, dt.date(2027, 1, 1))
    (Decimal('1.5'), Decimal('2'))
    """
    after = bisect_right(curve.knots, day, key=_day_of)
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


def share_of(value: Decimal, *, part: Decimal, whole: Decimal) -> Decimal:
    """``value`` × ``part`` ÷ ``whole``, to 60 digits."""
    return _ARITHMETIC.divide(_ARITHMETIC.multiply(value, part), whole)


def eve_of(day: dt.date) -> dt.date:
    """The day before, where there is one."""
    return day if day == dt.date.min else day - _ONE_DAY


def _day_of(knot: Knot) -> dt.date:
    return knot.day


def _between(low: Knot, high: Knot, day: dt.date) -> Decimal:
    rise = _ARITHMETIC.subtract(high.value, low.value)
    if not rise:
        return low.value
    passed, days = Decimal((day - low.day).days), Decimal((high.day - low.day).days)
    return _ARITHMETIC.add(low.value, share_of(rise, part=passed, whole=days))


def _start(plan: Plan, eve: dt.date, *, whole: dt.date) -> dt.date:
    """The last day by whose end nothing is expected yet."""
    prepared = max((end for end in _ends(plan, "prepare") if end < whole), default=eve)
    work_begins = [stage.start for stage in plan.stages if stage.kind == "work" and stage.start is not None]
    return max(prepared, eve_of(min(work_begins))) if work_begins else prepared


def _ends(plan: Plan, kind: StageKind) -> list[dt.date]:
    """The ends of the stages of a kind inside the period."""
    begins = min(plan.begins, plan.due)
    return [min(stage.end, plan.due) for stage in plan.stages if stage.kind == kind and stage.end >= begins]


def _seasonal(plan: Plan, start: dt.date, whole: dt.date) -> Iterator[Knot]:
    """The knots at the ends of the season's runs after ``start``; none where the season leaves all days or none."""
    runs = list(plan.season.within(start + _ONE_DAY, whole)) if plan.season and start < whole else []
    days = sum((last - first).days + 1 for first, last in runs)
    if days == (whole - start).days:
        return
    worked = 0
    for first, last in runs:
        yield Knot(eve_of(first), share_of(plan.target, part=Decimal(worked), whole=Decimal(days)))
        worked += (last - first).days + 1
        yield Knot(last, share_of(plan.target, part=Decimal(worked), whole=Decimal(days)))


def _shaped(plan: Plan) -> list[Knot]:
    """Last year's share at each end of a month within the period, as part of its share in the due day's month.

    None for a period that is not within one year, or in which nothing was done last year.
    """
    year = plan.due.year
    if not plan.shape or plan.begins.year != year or plan.begins > plan.due:
        return []
    before = plan.shape[plan.begins.month - 2] if plan.begins.month > 1 else _ZERO
    by_due = plan.shape[plan.due.month - 1] - before
    if not by_due:
        return []
    return [
        Knot(
            dt.date(year, month + 1, 1) - _ONE_DAY,
            share_of(plan.target, part=plan.shape[month - 1] - before, whole=by_due),
        )
        for month in range(plan.begins.month, plan.due.month)
    ]


def _through(knots: list[Knot], *, basis: list[Basis]) -> Curve:
    """A curve through ``knots``, which never fall; of several on one day the last holds."""
    by_day = {knot.day: knot for knot in knots}
    return Curve(tuple(by_day[day] for day in sorted(by_day)), tuple(basis))
