"""A deadline with how it was computed: from which day, how many were counted, which were skipped and why."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from typing import NamedTuple


class Unit(StrEnum):
    """What a clock counts."""

    WORKING_DAY = "个工作日"
    CALENDAR_DAY = "日"


class MarkedDay(NamedTuple):
    """A day and what is special about it, such as 周末, 国庆节, 古尔邦节（新疆）, 调休上班（国庆节）."""

    day: dt.date
    reason: str


@dataclass(frozen=True, slots=True)
class Clock:
    """``counted`` units after ``start``, which itself is not counted (民法典 第二百零一条), up to ``due`` included.

    Shape: ``skipped`` are the days after start that were not counted, ``made_up`` the weekend days that were;
    both in order. ``remarks`` say what the answer leaves out or rests on weakly, a year each.
    """

    region: str
    unit: Unit
    start: dt.date
    due: dt.date
    counted: int
    skipped: tuple[MarkedDay, ...] = ()
    made_up: tuple[MarkedDay, ...] = ()
    remarks: tuple[str, ...] = ()

    def __str__(self) -> str:
        """The computation in a sentence, days of one reason taken together."""
        parts = [f"自{_written(self.start)}的次日起算，{self.counted}{self.unit}，至{_written(self.due)}"]
        if self.skipped:
            parts.append(f"跳过{'、'.join(_stretches(self.skipped))}")
        if self.made_up:
            parts.append(f"计入{'、'.join(_stretches(self.made_up))}")
        return "；".join([*parts, *self.remarks])


def _stretches(days: Iterable[MarkedDay]) -> Iterator[str]:
    """Days that follow each other for one reason, as one: 2025年10月1日至10月5日国庆节."""
    # What grows with the position in the list and with the day alike stays equal along a stretch.
    numbered = groupby(enumerate(days), key=lambda pair: (pair[1].day.toordinal() - pair[0], pair[1].reason))
    for (_, reason), group in numbered:
        stretch = [marked.day for _, marked in group]
        first, last = stretch[0], stretch[-1]
        until = "" if first == last else f"至{_written(last, year=last.year != first.year)}"
        yield f"{_written(first)}{until}{reason}"


def _written(day: dt.date, *, year: bool = True) -> str:
    return f"{day.year}年{day.month}月{day.day}日" if year else f"{day.month}月{day.day}日"
