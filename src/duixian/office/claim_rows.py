"""Rows of a claim form: as many athletes, coaches and units as there are, a row more by posting back.

It works without scripts: 再加一行 posts the form, and the page comes again with what was typed and a row more.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext as _

MakeField = Callable[[], forms.Field]
# Under this name a button posts the group that is to have a row more; for each group rows_… holds how many there are.
ADD = "add"
_COUNT = re.compile("[0-9]{1,2}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Rows of one kind.

    Shape: ``fields`` by key, the first is the one that makes a row count; a field's name on the form is its key and
    the row's number: coach_since_0. ``aside`` are keys that hardly anybody needs, folded away.
    """

    name: str
    legend: Any
    fields: Mapping[str, MakeField]
    least: int = 0
    shown: int = 1
    most: int = 8
    aside: tuple[str, ...] = ()

    @property
    def main(self) -> str:
        """The key of the field without which a row says nothing."""
        return next(iter(self.fields))


@dataclass(frozen=True, slots=True)
class Row:
    """A row to be shown."""

    number: int
    fields: tuple[BoundField, ...]
    aside: tuple[BoundField, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the form with its rows. ``add`` is the group's name where it may have a row more, else empty."""

    legend: Any
    rows: tuple[Row, ...]
    add: str
    count_name: str
    optional: bool


class RowsForm(forms.Form):
    """A form with groups of rows. ``typed`` is what was typed so far, for a page that comes again with a row more."""

    def __init__(self, data: Any = None, files: Any = None, *, typed: Mapping[str, Any] | None = None) -> None:
        super().__init__(data, files, initial=dict(typed.items()) if typed is not None else None)
        self.groups: tuple[Group, ...] = ()
        self._posted: Mapping[str, Any] = data if data is not None else typed if typed is not None else {}

    def add_groups(self, *groups: Group) -> None:
        """The fields of every row there is."""
        self.groups = groups
        for group in groups:
            for number in range(self.count(group)):
                for key, make in group.fields.items():
                    field = make()
                    field.required = field.required and number < group.least and key not in group.aside
                    self.fields[f"{key}_{number}"] = field

    def count(self, group: Group) -> int:
        """How many rows the group has on this page."""
        written = str(self._posted.get(f"rows_{group.name}", ""))
        shown = int(written) if _COUNT.fullmatch(written) else group.shown
        more = 1 if not self.is_bound and self._posted.get(ADD) == group.name else 0
        return max(min(shown + more, group.most), group.shown)

    def rows(self, name: str) -> list[tuple[int, dict[str, Any]]]:
        """The rows of a group that say something, each with its number. Only for a valid form, or in ``clean``."""
        group = next((one for one in self.groups if one.name == name), None)
        if group is None:
            return []
        numbers = range(self.count(group))
        found = ((n, {key: self.cleaned_data.get(f"{key}_{n}") for key in group.fields}) for n in numbers)
        return [(n, row) for n, row in found if row[group.main]]

    def clean(self) -> dict[str, Any]:
        """Finds rows that are half filled in."""
        found = super().clean() or {}
        for group in self.groups:
            for number in range(self.count(group)):
                self._check_row(group, number)
        return found

    def sections(self) -> Iterator[Section]:
        """The groups as the page shows them."""
        for group in self.groups:
            count = self.count(group)
            shown = tuple(self._row(group, number) for number in range(count))
            add = group.name if count < group.most else ""
            yield Section(group.legend, shown, add, f"rows_{group.name}", optional=not group.least)

    def plain_fields(self) -> Iterator[BoundField]:
        """The fields that belong to no group."""
        in_rows = {f"{key}_{n}" for group in self.groups for key in group.fields for n in range(self.count(group))}
        return (field for field in self if field.name not in in_rows)

    def _row(self, group: Group, number: int) -> Row:
        def bound(*, aside: bool) -> tuple[BoundField, ...]:
            return tuple(self[f"{key}_{number}"] for key in group.fields if (key in group.aside) is aside)

        return Row(number, bound(aside=False), bound(aside=True))

    def _check_row(self, group: Group, number: int) -> None:
        """What is chosen by default says nothing; what was typed does."""
        values = {key: self.cleaned_data.get(f"{key}_{number}") for key in group.fields}
        if values[group.main] or f"{group.main}_{number}" in self.errors:
            for key, make in group.fields.items():
                name = f"{key}_{number}"
                if make().required and key not in group.aside and name not in self.errors and not values[key]:
                    self.add_error(name, _("请填写这一项。"))
            return
        typed = [
            key for key in group.fields if values[key] and not isinstance(self.fields[f"{key}_{number}"], _Defaulted)
        ]
        if typed:
            self.add_error(f"{group.main}_{number}", _("这一行填了别的，没有填这一项。请填上，或把这一行都清空。"))


class _Defaulted(forms.ChoiceField):
    """A choice that always has a value."""


def choice(label: Any, choices: Any, **more: Any) -> MakeField:
    """A choice in a row: the first is chosen until somebody chooses another."""
    return lambda: _Defaulted(label=label, choices=choices, **more)
