"""The values by which lights are judged and the looks they have, each in force from a day: looked up by day."""

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib import resources
from typing import Protocol, TypeVar

from duixian.pace.looks import SHOWN_INSTEAD, Code, Look


class NotInForceError(LookupError):
    """No value is in force on the day asked for: that is not zero."""


class _Dated(Protocol):
    @property
    def from_day(self) -> dt.date: ...


_D = TypeVar("_D", bound=_Dated)


@dataclass(frozen=True, slots=True)
class DatedValue:
    """``value`` holds from ``from_day`` until the next one begins."""

    from_day: dt.date
    value: Decimal
    source: str
    reason: str


@dataclass(frozen=True, slots=True)
class DatedLooks:
    """Which lights are used from ``from_day`` on, and how each looks. Shape: ``looks`` in the order of the file."""

    from_day: dt.date
    name: str
    looks: Mapping[Code, Look]
    source: str
    reason: str

    def shown(self, code: Code) -> Code:
        """The light that stands for ``code`` where this scheme does without it."""
        return code if code in self.looks else SHOWN_INSTEAD[code]


@dataclass(frozen=True, slots=True)
class Schemes:
    """All of a scheme file.

    Shape: ``values[name]`` and ``looks`` by rising day. Units: ``tolerance`` in percent of the target,
    ``figure_age`` in days, ``forecast_quantile`` in percent, ``least_history`` in increments.
    """

    values: Mapping[str, tuple[DatedValue, ...]]
    looks: tuple[DatedLooks, ...]

    def on(self, name: str, *, day: dt.date) -> DatedValue:
        """The value of ``name`` in force on ``day``. Errors: NotInForceError before its first day."""
        return _in_force(self.values[name], name, day)

    def looks_on(self, day: dt.date) -> DatedLooks:
        """The looks in force on ``day``. Errors: NotInForceError before their first day."""
        return _in_force(self.looks, "looks", day)

    def turns(self) -> Iterator[dt.date]:
        """The days on which anything in the file begins."""
        for dated in self.values.values():
            yield from (one.from_day for one in dated)
        yield from (one.from_day for one in self.looks)

    def first_day(self) -> dt.date:
        """The first day on which everything is in force."""
        return max([self.looks[0].from_day, *(dated[0].from_day for dated in self.values.values())])


@cache
def shipped_schemes() -> Schemes:
    """The schemes that come with Duixian."""
    from duixian.pace.scheme_file import read_schemes  # noqa: PLC0415 -- which needs the classes above

    text = resources.files("duixian.pace").joinpath("schemes.yaml").read_text(encoding="utf-8")
    return read_schemes(text, file="schemes.yaml")


def _in_force(dated: Sequence[_D], name: str, day: dt.date) -> _D:
    after = bisect_right(dated, day, key=lambda one: one.from_day)
    if after == 0:
        raise NotInForceError(f"{name}: no value in force on {day}; the first begins on {dated[0].from_day}")
    return dated[after - 1]
