"""An act as the rules see it: its articles, and tables of dated values and words that are asked by key and day."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from duixian.policy.engine.answers import (
    Answer,
    DatedValue,
    DatedWord,
    Entry,
    Key,
    Known,
    Missing,
    NoAnswer,
    NotInForce,
    Unknown,
    WordAnswer,
    Zero,
)

Part = str | int | None


class NoSuchTableError(LookupError):
    """A rule asks for a table that its act's shape does not promise: a fault in the program, not in a file."""


@dataclass(frozen=True, slots=True)
class TableShape:
    """What the rules expect of a table.

    Shape: ``unit`` is None for a table of words, ``keys`` may be empty; ``words`` are all that the rules understand,
    empty where they understand any.
    """

    unit: str | None
    keys: tuple[str, ...]
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """One table: ``rows[key]`` by rising first day, never overlapping."""

    name: str
    keys: tuple[str, ...]
    rows: Mapping[Key, tuple[Entry, ...]]


@dataclass(frozen=True, slots=True)
class Article:
    """One article: what it is about, in our words, and whether it grants money, sets a condition or neither."""

    label: str
    about: str
    effect: str


@dataclass(frozen=True, slots=True, eq=False)
class Act:
    """An act file that has been read and checked; told apart by identity, so that what it says can be remembered.

    Time: in force from ``from_day`` to ``to_day``, both included.
    """

    title: str
    number: str
    from_day: dt.date
    to_day: dt.date | None
    articles: Mapping[str, Article]
    tables: Mapping[str, Table]

    def value(self, table: str, *key: Part, day: dt.date) -> Answer:
        """The number in force for ``key`` on ``day``, or which of the four other answers it is."""
        found = self._entry(table, key, day)
        if isinstance(found, DatedValue):
            return Known(found) if found.value else Zero(found)
        if isinstance(found, DatedWord):
            raise NoSuchTableError(f"{table} holds words, not numbers")
        return found

    def word(self, table: str, *key: Part, day: dt.date) -> WordAnswer:
        """The word in force for ``key`` on ``day``, or why there is none."""
        found = self._entry(table, key, day)
        if isinstance(found, DatedValue):
            raise NoSuchTableError(f"{table} holds numbers, not words")
        return found

    def _entry(self, table: str, key: tuple[Part, ...], day: dt.date) -> DatedValue | DatedWord | NoAnswer:
        held = self.tables.get(table)
        if held is None:
            raise NoSuchTableError(table)
        asked: Key = tuple(part for part in key if part is not None)
        if len(asked) != len(held.keys):
            missing = next(name for name, part in zip(held.keys, (*key, None), strict=False) if part is None)
            return Missing(table, missing)
        rows = held.rows.get(asked)
        if rows is None:
            return Unknown(table, asked)
        for row in rows:
            if row.holds_on(day) and isinstance(row, (DatedValue, DatedWord)):
                return row
        return NotInForce(rows, day)


def number_of(answer: Answer) -> DatedValue | None:
    """The row behind an answer that is a number, zero included; None where there is no number."""
    return answer.row if isinstance(answer, (Known, Zero)) else None


def base_article(label: str) -> str:
    """The article without its paragraphs.

    >>> base_article("第八条（一）1")
    '第八条'
    """
    return label.partition("（")[0]
