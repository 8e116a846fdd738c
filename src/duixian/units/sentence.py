"""Sentences that can be said in another language: a Chinese template and the values it names."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Union

from duixian.units.amount import plain

Value = Union[str, int, Decimal, dt.date, "Sentence"]


def gettext_noop(text: str) -> str:
    """``text`` itself: marks a template for ``makemessages``, which finds this name without Django being here."""
    return text


def in_chinese(value: str | int | Decimal | dt.date) -> str:
    """``value`` as an official would write it.

    >>> in_chinese(dt.date(2026, 9, 30)), in_chinese(Decimal("12.50"))
    ('2026年9月30日', '12.5')
    """
    match value:
        case dt.date():
            return f"{value.year}年{value.month}月{value.day}日"
        case Decimal():
            return plain(value)
        case _:
            return str(value)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A Chinese template (the msgid) with {named} fields, and a value for each.

    >>> str(Sentence("再完成{count}{unit}", {"count": Decimal(120), "unit": "户"}))
    '再完成120户'
    """

    template: str
    values: Mapping[str, Value] = field(default_factory=dict)

    def render(
        self,
        *,
        translate: Callable[[str], str] = lambda template: template,
        write: Callable[[str | int | Decimal | dt.date], str] = in_chinese,
    ) -> str:
        """The sentence with its template translated and each value written; sentences inside it likewise.

        >>> english = {"{day}到期": "due on {day}"}
        >>> Sentence("{day}到期", {"day": dt.date(2026, 9, 30)}).render(translate=english.__getitem__, write=str)
        'due on 2026-09-30'
        """
        written = {
            name: value.render(translate=translate, write=write) if isinstance(value, Sentence) else write(value)
            for name, value in self.values.items()
        }
        return translate(self.template).format_map(written)

    def __str__(self) -> str:
        return self.render()
