"""Tries the forecast on figures whose future is known: every beginning of a history, against all that came after it."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from statistics import median

from duixian.pace.course import Course
from duixian.pace.forecast import Forecast, Outlook, forecast_of, value_by
from duixian.pace.standing import Standing


@dataclass(frozen=True, slots=True)
class Trial:
    """One forecast and what came of it.

    Units: ``error`` in percent of the target for a value, in days for a finish; positive where more was done, or later
    finished, than the median said. ``inside`` is whether it lay between both sides, ends included. Figures come once a
    month: a finish is known to lie after the last figure that fell short and up to the first that did not; it is inside
    where it may have been, and its error is counted from the nearer end.
    """

    inside: bool
    error: Decimal


@dataclass(frozen=True, slots=True)
class Backtest:
    """How the forecast did.

    Shape: ``values`` one for every beginning with enough history and every later figure; ``straight`` the error of a
    straight line through zero and the last figure on the calendar, for the same pairs; ``finishes`` one for every
    beginning of a history that later met its target and whose median day could be told.
    Units: ``nominal`` is the percentage that should lie inside.
    """

    nominal: int
    values: tuple[Trial, ...]
    straight: tuple[Decimal, ...]
    finishes: tuple[Trial, ...]


def backtest(courses: Iterable[Course]) -> Backtest:
    """The forecast tried on every course, by the scheme in force on each figure's day.

    Time: a beginning knows the figures up to its last one and nothing later; corrected figures are taken as they now
    stand, for what was first reported is not in a course.
    """
    values: list[Trial] = []
    straight: list[Decimal] = []
    finishes: list[Trial] = []
    nominal = 0
    for course in courses:
        for at in _beginnings(course):
            found = forecast_of(at)
            if found.outlook is Outlook.FORECAST:
                nominal = 2 * found.quantile - 100
                values += _value_trials(course, at)
                straight += _straight_errors(course, at)
                finishes += _finish_trials(course, found)
    return Backtest(nominal, tuple(values), tuple(straight), tuple(finishes))


def covered(trials: Iterable[Trial]) -> Decimal | None:
    """The percentage that lay inside, to one decimal place; None where nothing was tried."""
    inside = [one.inside for one in trials]
    return (Decimal(100 * sum(inside)) / len(inside)).quantize(Decimal("0.1")) if inside else None


def median_error(errors: Iterable[Decimal]) -> Decimal | None:
    """The median of the absolute errors, to one decimal place; None where nothing was tried."""
    absolute = [abs(error) for error in errors]
    return median(absolute).quantize(Decimal("0.1")) if absolute else None


def _beginnings(course: Course) -> Iterator[Standing]:
    """The plan as it stood on each figure's day within its period."""
    return (course.at(figure.day) for figure in course.figures if figure.day <= course.plan.due)


def _value_trials(course: Course, at: Standing) -> Iterator[Trial]:
    if at.trend is None:
        return
    for figure in course.figures[len(at.figures) :]:
        low, middle, high = (
            value_by(at.trend, at.clock, figure.day, side=side, quantile=at.quantile) for side in (-1, 0, 1)
        )
        yield Trial(low <= figure.value <= high, _percent(figure.value - middle, of=course.plan.target))


def _straight_errors(course: Course, at: Standing) -> Iterator[Decimal]:
    last = at.figures[-1]
    days = Decimal((last.day - course.plan.begins).days + 1)
    for figure in course.figures[len(at.figures) :]:
        told = last.value * Decimal((figure.day - course.plan.begins).days + 1) / days
        yield _percent(figure.value - told, of=course.plan.target)


def _finish_trials(course: Course, found: Forecast) -> Iterator[Trial]:
    met = next((at for at, one in enumerate(course.figures) if course.plan.is_met_by(one.value)), 0)
    if not met or found.median is None:
        return
    short, finished = course.figures[met - 1].day, course.figures[met].day
    inside = (found.early or dt.date.max) <= finished and short < (found.late or dt.date.max)
    nearest = min(max(found.median, short + dt.timedelta(days=1)), finished)
    yield Trial(inside, Decimal((nearest - found.median).days))


def _percent(value: Decimal, *, of: Decimal) -> Decimal:
    return value * 100 / of
