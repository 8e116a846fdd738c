"""Says sentences in the reader's language where no page does: for programs and commands."""

import datetime as dt
from decimal import Decimal

from django.utils.translation import get_language, gettext

from duixian.units import Sentence, plain
from duixian.units.sentence import in_chinese


def said(sentence: Sentence) -> str:
    """The sentence, translated; numbers in plain digits, days as the language writes them."""
    return sentence.render(translate=gettext, write=_written)


def _written(value: str | int | Decimal | dt.date) -> str:
    if (get_language() or "zh-hans").startswith("zh"):
        return in_chinese(value)
    return plain(value) if isinstance(value, Decimal) else str(value)
