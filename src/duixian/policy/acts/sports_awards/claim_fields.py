"""One object of a claim's JSON, field by field: what is not what it should be becomes a fault with its place."""

import datetime as dt
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Any, TypeVar, cast

from duixian.policy.acts.sports_awards.field_names import FIELD_NAMES
from duixian.policy.engine.money import round_half_up_to_fen
from duixian.units import Sentence, gettext_noop
from duixian.units.sentence import Value

Choice = TypeVar("Choice", bound=StrEnum)
Part = TypeVar("Part")
Held = TypeVar("Held")
_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_EARLIEST, _LATEST = 1900, 2200
_LARGEST_YUAN = Decimal(10) ** 12
_LARGEST_COUNT = 10**6
_SHOWN_CHARACTERS = 40
_NOT_SUPPLIED = gettext_noop("缺少{field}，这一项必须填写。")


@dataclass(frozen=True, slots=True)
class Fields:
    """An object of the claim. Shape: ``path`` is its place, ``faults`` the list that all parts of a claim share."""

    raw: Mapping[str, Any]
    path: str
    faults: list[Sentence]

    def fault(self, name: str, template: str, found: object = "", **values: Value) -> None:
        """Notes what is wrong with a field; the template may use {field}, {found} and what else is given."""
        said = {"field": field_at(self.path, name), "found": _shown(found), **values}
        self.faults.append(Sentence(template, said))

    def needed(self, name: str, value: Held | None) -> Held:
        """The value of a field that every claim of this kind has.

        A missing one is noted and handed on as it is: whoever reads the claim throws it away when there are faults.
        """
        if value is None and self.raw.get(name) is None:
            self.fault(name, _NOT_SUPPLIED)
        return cast("Held", value)

    def text(self, name: str) -> str | None:
        """A word or name, without blanks around it."""
        found = self.raw.get(name)
        if found is None:
            return None
        if not isinstance(found, str) or not found.strip():
            self.fault(name, gettext_noop("{field}应是文字，写的是 {found}。"), found)
            return None
        return found.strip()

    def day(self, name: str) -> dt.date | None:
        """A day that exists, between 1900 and 2200."""
        written = self.text(name)
        if written is None:
            return None
        match = _DAY.fullmatch(written)
        if match is None:
            self.fault(name, gettext_noop("{field}写的是 {found}，日期要写成 2023-09-12 这样。"), written)
            return None
        year, month, day = map(int, match.groups())
        try:
            found = dt.date(year, month, day)
        except ValueError:
            self.fault(name, gettext_noop("{field}写的是 {found}，日历上没有这一天。请核对后重填。"), written)
            return None
        if not _EARLIEST <= year <= _LATEST:
            self.fault(name, gettext_noop("{field}写的是 {found}，年份不对。请核对后重填。"), written)
            return None
        return found

    def flag(self, name: str) -> bool | None:
        """True or false."""
        found = self.raw.get(name)
        if found is None or isinstance(found, bool):
            return found
        self.fault(name, gettext_noop("{field}应是 true 或 false，写的是 {found}。"), found)
        return None

    def count(self, name: str, *, least: int) -> int | None:
        """A whole number from ``least`` up."""
        found = self.raw.get(name)
        if found is None:
            return None
        if type(found) is not int or not least <= found <= _LARGEST_COUNT:
            self.fault(name, gettext_noop("{field}应是不小于 {least} 的整数，写的是 {found}。"), found, least=least)
            return None
        return found

    def yuan(self, name: str) -> Decimal | None:
        """An amount from zero up, with at most two decimals."""
        found = self.raw.get(name)
        if found is None:
            return None
        amount = _decimal(found)
        if amount is None or not 0 <= amount <= _LARGEST_YUAN or amount != round_half_up_to_fen(amount):
            self.fault(name, gettext_noop("{field}应是以元计、最多两位小数的数，写的是 {found}。"), found)
            return None
        return amount

    def choice(self, name: str, kinds: type[Choice], *, among: frozenset[Choice] | None = None) -> Choice | None:
        """One of the words that the field may hold."""
        found = self.raw.get(name)
        return None if found is None else self._chosen(name, found, [k for k in kinds if among is None or k in among])

    def choices(self, name: str, kinds: type[Choice]) -> frozenset[Choice]:
        """Any of the words that the field's list may hold."""
        chosen = (self._chosen(name, found, list(kinds)) for found in self._list(name))
        return frozenset(one for one in chosen if one is not None)

    def _chosen(self, name: str, found: object, allowed: list[Choice]) -> Choice | None:
        chosen = next((kind for kind in allowed if kind.value == found), None)
        if chosen is None:
            words = "、".join(kind.value for kind in allowed)
            self.fault(name, gettext_noop("{field}写的是 {found}，可以写：{words}。"), found, words=words)
        return chosen

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of words; an empty field is an empty list."""
        items = self._list(name)
        for item in items:
            if not isinstance(item, str) or not item.strip():
                self.fault(name, gettext_noop("{field}应是一列文字，其中有 {found}。"), item)
                return ()
        return tuple(str(item).strip() for item in items)

    def parts(self, name: str, read: Callable[["Fields"], Part]) -> tuple[Part, ...]:
        """A list of objects, each read by ``read``; an empty field is an empty list."""
        found = []
        for number, item in enumerate(self._list(name)):
            place = f"{name}[{number}]"
            if isinstance(item, dict):
                found.append(read(Fields(item, _joined(self.path, place), self.faults)))
            else:
                self.fault(place, gettext_noop("{field}应是一组“名称: 内容”，写的是 {found}。"), item)
        return tuple(found)

    def part(self, name: str, read: Callable[["Fields"], Part]) -> Part | None:
        """An object read by ``read``; None for an empty field."""
        found = self.raw.get(name)
        if found is None:
            return None
        if not isinstance(found, dict):
            self.fault(name, gettext_noop("{field}应是一组“名称: 内容”，写的是 {found}。"), found)
            return None
        return read(Fields(found, _joined(self.path, name), self.faults))

    def distinct(self, name: str, ids: Sequence[str]) -> None:
        """Notes an id that stands twice in the list ``name``: nobody is paid twice for one thing."""
        if len(set(ids)) == len(ids):
            return
        for one in sorted({one for one in ids if one and ids.count(one) > 1}):
            self.fault(name, gettext_noop("{field}里 {found} 写了不止一次。请只留一处。"), one)

    def _list(self, name: str) -> list[Any]:
        found = self.raw.get(name)
        if found is None:
            return []
        if not isinstance(found, list):
            self.fault(name, gettext_noop("{field}应是一列，写的是 {found}。"), found)
            return []
        return found


def field_at(path: str, name: str) -> Sentence:
    """A field as a message names it: its name and its place.

    >>> str(field_at("results[0].units[1]", "entered_team_date"))
    '“进入州直体育运动队的日期”（results[0].units[1].entered_team_date）'
    """
    shown = FIELD_NAMES.get(name.partition("[")[0])
    values: dict[str, Value] = {"name": Sentence(shown) if shown else name, "place": _joined(path, name)}
    return Sentence("“{name}”（{place}）", values)


def _joined(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name


def _decimal(found: object) -> Decimal | None:
    """A number that was written as one or in quotes; JSON's own numbers come as int or Decimal, never as float."""
    if isinstance(found, bool) or not isinstance(found, (str, int, Decimal)):
        return None
    try:
        amount = Decimal(found)
    except InvalidOperation:
        return None
    return amount if amount.is_finite() else None


def _shown(found: object) -> str:
    if isinstance(found, (list, dict)):
        return "一列" if isinstance(found, list) else "一组“名称: 内容”"
    written = {True: "true", False: "false"}[found] if isinstance(found, bool) else str(found)
    return f"“{written[:_SHOWN_CHARACTERS]}{'…' if len(written) > _SHOWN_CHARACTERS else ''}”"
