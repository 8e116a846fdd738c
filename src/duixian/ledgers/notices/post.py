"""The only writer of the notice ledger."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db import IntegrityError, transaction

from duixian.ledgers.notices.models import Digest, Notice
from duixian.registers.models import Account


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """One thing to tell. Shape: ``words`` and ``basis`` are sentences as JSON; ``key`` is what nobody hears twice."""

    key: str
    words: Mapping[str, Any]
    address: str
    due: dt.date | None = None
    clock: Mapping[str, Any] = field(default_factory=dict)


def post_notices(account: Account, news: Iterable[News], *, day: dt.date, at: dt.datetime) -> list[Notice]:
    """The rows of what ``account`` has not been told yet, in order."""
    told = list(news)
    with transaction.atomic():
        heard = set(
            Notice.objects.filter(account=account, key__in=[one.key for one in told]).values_list("key", flat=True)
        )
        fresh = {one.key: one for one in told if one.key not in heard}
        return [_notice(account, one, day=day, at=at) for one in fresh.values()]


def post_digest(account: Account, *, last: Notice, day: dt.date, at: dt.datetime) -> Digest | None:
    """The row that says that a digest goes out today; None where one has gone already."""
    try:
        with transaction.atomic():
            return Digest.objects.create(account=account, day=day, last_notice=last, at=at)
    except IntegrityError:
        return None


def _notice(account: Account, one: News, *, day: dt.date, at: dt.datetime) -> Notice:
    return Notice.objects.create(
        account=account,
        key=one.key,
        words=dict(one.words),
        address=one.address,
        due=one.due,
        clock=dict(one.clock),
        day=day,
        at=at,
    )
