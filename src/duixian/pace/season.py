"""Working seasons: the months in which works out of doors go on, dated and by region, from ``seasons.yaml``."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import NamedTuple

import yaml

from duixian.units.yaml_nodes import YamlSource

_MONTH_AND_DAY = re.compile(r"([0-9]{2})-([0-9]{2})")
_COMMON_YEAR = 2023
_FILE = "seasons.yaml"


class MonthDay(NamedTuple):
    """A day of every year."""

    month: int
    day: int

    def of(self, year: int) -> dt.date:
        return dt.date(year, self.month, self.day)


@dataclass(frozen=True, slots=True)
class Season:
    """The part of each year in which works go on, both days inclusive; it lies within one calendar year."""

    opens: MonthDay
    closes: MonthDay

    def within(self, begin: dt.date, end: dt.date) -> Iterator[tuple[dt.date, dt.date]]:
        """The runs of season days from ``begin`` to ``end``, all inclusive, in order.

        >>> season = Season(MonthDay(4, 1), MonthDay(10, 31))
        >>> [f"{first} {last}" for first, last in season.within(dt.date(2026, 9, 1), dt.date(2027, 4, 2))]
        ['2026-09-01 2026-10-31', '2027-04-01 2027-04-02']
        """
        for year in range(begin.year, end.year + 1):
            first, last = max(begin, self.opens.of(year)), min(end, self.closes.of(year))
            if first <= last:
                yield first, last


@dataclass(frozen=True, slots=True)
class SeasonLine:
    """A season in force from ``from_day`` in the places whose codes begin with one of ``codes``."""

    from_day: dt.date
    codes: tuple[str, ...]
    season: Season
    source: str
    reason: str


@dataclass(frozen=True, slots=True)
class Seasons:
    """What ``seasons.yaml`` says. ``outdoor_words`` are those of whose objects it is known that frost stops them."""

    outdoor_words: tuple[str, ...]
    lines: tuple[SeasonLine, ...]

    def is_outdoor(self, name: str) -> bool:
        """Whether frost stops work on what is called ``name``, as far as is known."""
        return any(word in name for word in self.outdoor_words)

    def season_for(self, name: str, *, code: str, day: dt.date) -> Season | None:
        """The season of a target whose object is called ``name``, at a place with this division code; None for none.

        Time: the newest line in force on ``day`` holds; of two that fit, the one with the longer code.
        """
        if not self.is_outdoor(name):
            return None
        fitting = [
            (len(prefix), line.from_day, line.season)
            for line in self.lines
            for prefix in line.codes
            if line.from_day <= day and code.startswith(prefix)
        ]
        return max(fitting, key=lambda found: found[:2])[2] if fitting else None


@cache
def shipped_seasons() -> Seasons:
    """The seasons that come with Duixian."""
    return read_seasons(resources.files("duixian.pace").joinpath(_FILE).read_text(encoding="utf-8"), file=_FILE)


def read_seasons(text: str, *, file: str) -> Seasons:
    """The seasons written in ``text``. Errors: DataFileError with line and cure."""
    source = YamlSource(file)
    parts = ("outdoor_words", "seasons")
    held = source.fields(source.root(text, parts=parts), required=parts)
    return Seasons(
        outdoor_words=tuple(source.text(node) for node in source.items(held["outdoor_words"])),
        lines=tuple(_line(source, node) for node in source.items(held["seasons"])),
    )


def _line(source: YamlSource, node: yaml.Node) -> SeasonLine:
    held = source.fields(node, required=("from", "codes", "opens", "closes", "source", "reason"))
    opens, closes = _month_day(source, held["opens"]), _month_day(source, held["closes"])
    if opens > closes:
        raise source.fault(held["closes"], "停工日在开工日之前", "施工季写在一年之内，如 04-01 到 10-31")
    return SeasonLine(
        from_day=source.day(held["from"]),
        codes=tuple(source.text(code) for code in source.items(held["codes"])),
        season=Season(opens, closes),
        source=source.text(held["source"]),
        reason=source.text(held["reason"]),
    )


def _month_day(source: YamlSource, node: yaml.Node) -> MonthDay:
    written = source.text(node)
    match = _MONTH_AND_DAY.fullmatch(written)
    try:
        # Of a common year, so that 29 February is refused: a season begins on a day that every year has.
        day = dt.date(_COMMON_YEAR, int(match[1]), int(match[2])) if match else None
    except ValueError:
        day = None
    if day is None:
        raise source.fault(node, f"“{written}”不是每年都有的一天", "请写带引号的月和日，如 '04-01'")
    return MonthDay(day.month, day.day)
