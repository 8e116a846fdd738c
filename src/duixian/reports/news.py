"""What duties give to tell: when one appears, three days before its last day, and once it is late."""

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from duixian.ledgers.models import Notice
from duixian.ledgers.notices.post import News
from duixian.registers.models import Account
from duixian.reports.duties import duties
from duixian.reports.duty import Duty
from duixian.units import Sentence

_SOON = dt.timedelta(days=3)
_DAY, _NUMBER, _SENTENCE, _WORDS = "day", "number", "sentence", "words"


def news_for(account: Account, *, as_of: dt.date) -> Iterator[News]:
    """What there is to tell ``account``. The key changes with the day, so that a moved deadline is told anew."""
    for duty in duties(role=account.role, body=account.body, as_of=as_of):
        yield News(
            key=f"{duty.page}|{duty.key or ''}|{duty.day or ''}|{_stage(duty, as_of)}",
            words=as_json(duty.sentence),
            address=f"{duty.page}|{'' if duty.key is None else duty.key}",
            due=duty.day,
            clock=as_json(duty.basis),
        )


def sentence_of(kept: dict[str, Any]) -> Sentence:
    """The sentence that a notice keeps; it is said in the language of whoever reads it."""
    return Sentence(kept["template"], {name: _value(value) for name, value in kept["values"].items()})


def as_json(sentence: Sentence) -> dict[str, Any]:
    """The sentence as a row keeps it: its template and its values, each with its kind."""
    return {"template": sentence.template, "values": {name: _kept(value) for name, value in sentence.values.items()}}


def address_of(notice: Notice) -> tuple[str, list[str]]:
    """The page a notice leads to, by name, with what it is asked."""
    page, _, key = notice.address.partition("|")
    return page, [key] if key else []


def _stage(duty: Duty, as_of: dt.date) -> str:
    if duty.is_late(as_of):
        return "late"
    return "soon" if duty.day is not None and duty.day - as_of <= _SOON else "new"


def _kept(value: Any) -> dict[str, Any]:
    match value:
        case Sentence():
            return {_SENTENCE: as_json(value)}
        case dt.date():
            return {_DAY: value.isoformat()}
        case int() | Decimal():
            return {_NUMBER: str(value)}
        case _:
            return {_WORDS: str(value)}


def _value(kept: dict[str, Any]) -> Any:
    (kind, value), *_ = kept.items()
    match kind:
        case "sentence":
            return sentence_of(value)
        case "day":
            return dt.date.fromisoformat(value)
        case "number":
            return Decimal(value)
        case _:
            return value
