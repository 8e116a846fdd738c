"""Strips laid out on one axis of days, in percent of its length: geometry only, no colours."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from duixian.reports.gantt import Stage, Strip

_MONTHS_A_YEAR = 12
# More labels than these run into each other in half a window's width.
_MOST_LABELS = 14


@dataclass(frozen=True, slots=True)
class Tick:
    """A month's first day on the axis; ``at`` in percent. ``labelled`` where there is room for its name."""

    at: float
    day: dt.date
    labelled: bool


@dataclass(frozen=True, slots=True)
class Piece:
    """From where to where, in percent of the axis. What lies at a single day has no width."""

    at: float
    width: float

    @property
    def until(self) -> float:
        return round(self.at + self.width, 2)


@dataclass(frozen=True, slots=True)
class Drawn:
    """A strip with its places on the axis. ``finish`` is the forecast's interval, ``median`` its middle.

    ``deadline`` is the end of the target's last day; ``goes_on`` where the forecast ends beyond the axis, or beyond
    what is forecast.
    """

    strip: Strip
    plan: Piece
    deadline: float
    done: Piece | None
    stages: tuple[tuple[Stage, Piece], ...]
    finish: Piece | None
    median: float | None
    goes_on: bool


@dataclass(frozen=True, slots=True)
class Gantt:
    """All strips on one axis, from the first day of a month to the last of one; ``now`` None where it lies outside."""

    first: dt.date
    last: dt.date
    ticks: tuple[Tick, ...]
    now: float | None
    rows: tuple[Drawn, ...]


def gantt(strips: Sequence[Strip], *, as_of: dt.date) -> Gantt | None:
    """The strips laid out; None where there is none."""
    if not strips:
        return None
    first = min(strip.begins for strip in strips).replace(day=1)
    last = _month_end(max(_last_day(strip) for strip in strips))
    axis = _Axis(first, last)
    return Gantt(
        first=first,
        last=last,
        ticks=_ticks(axis),
        now=axis.at(as_of) if first <= as_of <= last else None,
        rows=tuple(_drawn(strip, axis) for strip in strips),
    )


@dataclass(frozen=True, slots=True)
class _Axis:
    first: dt.date
    last: dt.date

    def at(self, day: dt.date) -> float:
        """The beginning of a day, in percent; what lies outside is at the nearer end."""
        held = min(max(day, self.first), self.last + dt.timedelta(days=1))
        return round(100 * (held - self.first).days / ((self.last - self.first).days + 1), 2)

    def piece(self, begins: dt.date, ends: dt.date) -> Piece:
        """From the beginning of one day to the end of another."""
        at = self.at(begins)
        return Piece(at, round(self.at(ends + dt.timedelta(days=1)) - at, 2))


def _drawn(strip: Strip, axis: _Axis) -> Drawn:
    plan, finish = axis.piece(strip.begins, strip.due), strip.finish
    own = axis.piece(strip.begins, strip.deadline)
    done = None if strip.done_share is None else Piece(own.at, round(own.width * float(strip.done_share) / 100, 2))
    late = None if finish is None else finish.late
    return Drawn(
        strip=strip,
        plan=plan,
        deadline=own.until,
        done=done,
        stages=tuple((stage, axis.piece(stage.start or stage.end, stage.end)) for stage in strip.stages),
        finish=axis.piece(finish.early, late or axis.last) if finish and finish.early else None,
        median=axis.at(finish.median) if finish and finish.median else None,
        goes_on=finish is not None and (late is None or late > axis.last),
    )


def _last_day(strip: Strip) -> dt.date:
    """The last day worth a place on the axis: a forecast of years ahead would leave no room for this one."""
    late = strip.finish.late if strip.finish else None
    furthest = strip.due + (strip.due - strip.begins) / 2
    return max(strip.due, min(late, furthest)) if late else strip.due


def _month_end(day: dt.date) -> dt.date:
    following = day.replace(day=28) + dt.timedelta(days=4)
    return following.replace(day=1) - dt.timedelta(days=1)


def _ticks(axis: _Axis) -> tuple[Tick, ...]:
    numbers = range(axis.first.year * 12 + axis.first.month - 1, axis.last.year * 12 + axis.last.month)
    days = [dt.date(number // _MONTHS_A_YEAR, number % _MONTHS_A_YEAR + 1, 1) for number in numbers]
    every = len(days) // _MOST_LABELS + 1
    return tuple(Tick(axis.at(day), day, labelled=count % every == 0) for count, day in enumerate(days))
