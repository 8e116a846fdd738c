"""Says values and sentences in the reader's language."""

import datetime as dt
from decimal import Decimal

from django.utils.formats import date_format
from django.utils.translation import get_language, gettext

from duixian.units import Sentence, plain
from duixian.units.sentence import in_chinese

# GB/T 15835: whole numbers of five digits and more are parted by a thin space; this one never breaks a line.
_THIN_SPACE = "\u202f"
_LONGEST_UNPARTED = 4


def say(sentence: Sentence) -> str:
    """The sentence, translated, with its values written as readers of that language write them."""
    return sentence.render(translate=gettext, write=write)


def write(value: str | int | Decimal | dt.date) -> str:
    """A value as readers of the active language write it; text stays as it is."""
    match value:
        case dt.date():
            return in_chinese(value) if _reads_chinese() else date_format(value, "j F Y")
        case int() | Decimal():
            return parted(plain(Decimal(value)), separator=_THIN_SPACE if _reads_chinese() else ",")
        case _:
            return str(value)


def parted(digits: str, *, separator: str) -> str:
    """Plain digits in groups of three.

    >>> parted("1234567.5", separator=","), parted("2026", separator=",")
    ('1,234,567.5', '2026')
    """
    whole, dot, rest = digits.partition(".")
    if len(whole) > _LONGEST_UNPARTED:
        whole = f"{int(whole):,}".replace(",", separator)
    return whole + dot + rest


def _reads_chinese() -> bool:
    return (get_language() or "zh-hans").startswith("zh")
