"""The values by which lights are judged, each in force from a day: read from YAML, checked, looked up by day."""

import datetime as dt
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib import resources
from typing import Any

import yaml

from duixian.units import parse_decimal

_UNITS = {"tolerance": "%", "figure_age": "天"}
_WRITTEN = ("from", "value", "source", "reason")


class SchemeError(ValueError):
    """A scheme file that cannot be used; the message says where, what was found and what to write."""


class NotInForceError(LookupError):
    """No value is in force on the day asked for: that is not zero."""


@dataclass(frozen=True, slots=True)
class DatedValue:
    """``value`` holds from ``from_day`` until the next one begins."""

    from_day: dt.date
    value: Decimal
    source: str
    reason: str


@dataclass(frozen=True, slots=True)
class Schemes:
    """All parameters of a scheme file.

    Shape: ``values[name]`` by rising day. Units: ``tolerance`` in percent of the target, ``figure_age`` in days.
    """

    values: Mapping[str, tuple[DatedValue, ...]]

    def on(self, name: str, *, day: dt.date) -> DatedValue:
        """The value of ``name`` in force on ``day``. Errors: NotInForceError before its first day."""
        dated = self.values[name]
        after = bisect_right(dated, day, key=lambda value: value.from_day)
        if after == 0:
            raise NotInForceError(f"{name}: no value in force on {day}; the first begins on {dated[0].from_day}")
        return dated[after - 1]


@cache
def shipped_schemes() -> Schemes:
    """The schemes that come with Duixian."""
    text = resources.files("duixian.pace").joinpath("schemes.yaml").read_text(encoding="utf-8")
    return read_schemes(text, name="schemes.yaml")


def read_schemes(text: str, *, name: str) -> Schemes:
    """The schemes written in ``text``; ``name`` is the file's, for messages. Errors: SchemeError."""
    try:
        raw = yaml.safe_load(text)
    except yaml.YAMLError as error:
        raise SchemeError(f"{name}: this is not YAML: {error}") from error
    if not isinstance(raw, dict) or set(raw) != set(_UNITS):
        raise SchemeError(f"{name}: needs exactly the parameters {', '.join(_UNITS)}; found {_found(raw)}")
    return Schemes({key: _parameter(raw[key], name=key, where=f"{name}, {key}") for key in _UNITS})


def _parameter(raw: Any, *, name: str, where: str) -> tuple[DatedValue, ...]:
    if not isinstance(raw, dict) or raw.get("unit") != _UNITS[name]:
        raise SchemeError(f"{where}: needs `unit: {_UNITS[name]!r}`; found {_found(raw)}")
    rows = raw.get("values")
    if not isinstance(rows, list) or not rows:
        raise SchemeError(f"{where}: needs at least one line under `values`; found {rows!r}")
    dated = tuple(_dated(row, where=f"{where}, values line {count}") for count, row in enumerate(rows, 1))
    days = [value.from_day for value in dated]
    if days != sorted(set(days)):
        raise SchemeError(f"{where}: `from` must rise from line to line; found {', '.join(map(str, days))}")
    return dated


def _dated(row: Any, *, where: str) -> DatedValue:
    if not isinstance(row, dict) or set(row) != set(_WRITTEN):
        raise SchemeError(f"{where}: needs exactly {', '.join(_WRITTEN)}; found {_found(row)}")
    if type(row["from"]) is not dt.date:
        raise SchemeError(f"{where}: `from` must be a day like 2026-01-31; found {row['from']!r}")
    return DatedValue(row["from"], _number(row["value"], where=where), str(row["source"]), str(row["reason"]))


def _number(raw: Any, *, where: str) -> Decimal:
    """A number zero or more. A float is refused: YAML has already rounded it."""
    value = parse_decimal(str(raw)) if type(raw) in (int, str) else None
    if value is None or value < 0:
        raise SchemeError(f"{where}: `value` must be a whole number or one in quotes, zero or more; found {raw!r}")
    return value


def _found(raw: Any) -> str:
    return ", ".join(map(str, raw)) if isinstance(raw, dict) else repr(raw)
