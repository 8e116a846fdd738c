"""What an act answers when it is asked for a value: the value, nothing, or one of three ways of not knowing."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

Key = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of an act file: what holds, from which day to which, and by which article.

    Shape: ``name`` is the table's Chinese name, ``key`` what the row is for, ``line`` where it stands in the file.
    Time: ``from_day`` and ``to_day`` are both included; no ``to_day`` means until further notice.
    """

    table: str
    name: str
    key: Key
    unit: str
    from_day: dt.date
    to_day: dt.date | None
    article: str
    line: int

    def holds_on(self, day: dt.date) -> bool:
        """Whether the row is in force on ``day``."""
        return self.from_day <= day and (self.to_day is None or day <= self.to_day)


@dataclass(frozen=True, slots=True)
class DatedValue(Entry):
    """A number. Units: as ``unit`` says; percentages are written as 60, not 0.6."""

    value: Decimal


@dataclass(frozen=True, slots=True)
class DatedWord(Entry):
    """A word by which the act sorts things, such as the level of some games."""

    word: str


@dataclass(frozen=True, slots=True)
class Known:
    """The act gives this number, and it is not zero."""

    row: DatedValue


@dataclass(frozen=True, slots=True)
class Zero:
    """The act says that it is nothing. That is an answer, unlike the next three."""

    row: DatedValue


@dataclass(frozen=True, slots=True)
class Missing:
    """The question lacks a part: ``part`` is what the asker did not supply."""

    table: str
    part: str


@dataclass(frozen=True, slots=True)
class Unknown:
    """The act has no such row on any day."""

    table: str
    key: Key


@dataclass(frozen=True, slots=True)
class NotInForce:
    """The act has such rows, but none holds on ``day``. Shape: ``rows`` by rising first day, never empty."""

    rows: tuple[Entry, ...]
    day: dt.date


NoAnswer = Missing | Unknown | NotInForce
Answer = Known | Zero | NoAnswer
WordAnswer = DatedWord | NoAnswer
