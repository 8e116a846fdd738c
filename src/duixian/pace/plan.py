"""What is promised and what was reported, as pace needs them: a plan and dated figures."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Literal, NamedTuple

from duixian.pace.season import Season

Comparator = Literal["=", ">=", "<=", "~"]
StageKind = Literal["prepare", "work", "finish"]

_COMPARATORS = ("=", ">=", "<=", "~")
_STAGE_KINDS = ("prepare", "work", "finish")
_MONTHS, _WHOLE_PERCENT = 12, Decimal(100)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """One milestone of the document.

    Time: both days inclusive; ``start`` is None where the document gives only an end (3月底前).
    """

    text: str
    start: dt.date | None
    end: dt.date
    kind: StageKind

    def __post_init__(self) -> None:
        if self.kind not in _STAGE_KINDS:
            raise ValueError(f"stage kind {self.kind!r}: it is one of {', '.join(_STAGE_KINDS)}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A target with its period.

    Shape: ``comparator`` is how the figure must stand to ``target``: ``=``, ``>=`` and ``~`` (6300余户, 约600栋) are
    reached from below, for no text says how far "about" reaches; ``<=`` is a limit that is not to be exceeded.
    ``cumulative`` is False for a rate or another level, which may go up and down. ``season`` is given for works that
    stand still outside it. ``shape`` is last year's course: how many percent of that year's whole were done by the end
    of each of its twelve months, the last 100; it counts only where the document gives no stage.
    Time: ``begins`` and ``due`` are inclusive; a period that ends before it begins is its due day alone.
    Errors: ValueError for a target that is negative or no number, a comparator that is not one of the four, or a
    shape that is not twelve percentages that never fall and end at 100.
    """

    target: Decimal
    unit: str
    begins: dt.date
    due: dt.date
    comparator: Comparator = "="
    stages: tuple[Stage, ...] = ()
    cumulative: bool = True
    season: Season | None = None
    shape: tuple[Decimal, ...] = ()

    def __post_init__(self) -> None:
        if self.shape and not _is_shape(self.shape):
            raise ValueError(f"shape {self.shape}: it is twelve percentages that never fall and end at 100, or nothing")
        if not self.target.is_finite() or self.target < 0:
            raise ValueError(f"target {self.target}: a plan needs a finite number, zero or more")
        if self.comparator not in _COMPARATORS:
            raise ValueError(f"comparator {self.comparator!r}: it is one of {', '.join(_COMPARATORS)}")

    @property
    def is_limit(self) -> bool:
        """Whether the target is a ceiling (不超过, 以内)."""
        return self.comparator == "<="

    @property
    def is_counted_up(self) -> bool:
        """Whether progress adds up towards the target day by day, so that a pace can be told at all."""
        return self.cumulative and not self.is_limit

    def is_met_by(self, value: Decimal) -> bool:
        """Whether ``value`` is what was promised; the number itself is included (民法典 §1259)."""
        return value <= self.target if self.is_limit else value >= self.target


class Figure(NamedTuple):
    """What had been reached by the end of ``day``: a running total, or the level on that day."""

    day: dt.date
    value: Decimal


def _is_shape(shape: tuple[Decimal, ...]) -> bool:
    """Whether the percentages can be the course of a year."""
    rises = all(before <= after for before, after in pairwise((Decimal(0), *shape)))
    return len(shape) == _MONTHS and rises and shape[-1] == _WHOLE_PERCENT
