"""What every action shares: may it be done, one transaction, one log row."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from django.db import models, transaction

from duixian.ledgers.activity.post import post_entry
from duixian.registers.models import Account
from duixian.units import Refused, gettext_noop
from duixian.workflow.moves import may


@dataclass(frozen=True, slots=True)
class Acting:
    """Who acts and when. ``today`` is the site's day, which an example holds still; ``now`` is the real time."""

    account: Account
    now: dt.datetime
    today: dt.date


@dataclass(slots=True)
class Log:
    """Where an action says what it did; it must do so at least once."""

    acting: Acting
    verb: str
    written: int = field(default=0)

    def record(self, subject: models.Model, **detail: Any) -> None:
        """Writes one row of the activity log in the running transaction."""
        post_entry(self.acting.account, verb=self.verb, subject=subject, detail=detail, at=self.acting.now)
        self.written += 1


@contextmanager
def performing(verb: str, acting: Acting) -> Iterator[Log]:
    """One transaction in which ``verb`` is done and logged.

    Errors: Refused where the role may not; RuntimeError, which rolls back, where the action forgot its log row.
    """
    if not may(acting.account, verb):
        raise Refused("not-your-part", gettext_noop("您的角色不能做这件事。需要时请联系系统管理员。"))
    with transaction.atomic():
        log = Log(acting, verb)
        yield log
        if not log.written:
            raise RuntimeError(f"{verb} wrote nothing to the activity log")
