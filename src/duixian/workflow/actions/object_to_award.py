"""Takes an objection to an award on public notice, from anybody and without an account.

It has no actor and so no row in the activity log: the step itself is the record.
"""

import datetime as dt

from django.db import transaction

from duixian.ledgers.claims.order import Move
from duixian.ledgers.claims.post import Hand, Words, post_step
from duixian.ledgers.claims.read import on_notice
from duixian.ledgers.models import Claim, Step
from duixian.units import Refused, gettext_noop

# A neighbour who is angry writes once or twice; a program that fills the ledger writes a thousand times.
MOST_AN_HOUR_FROM_ONE = 3
MOST_A_DAY_IN_ALL = 200


def object_to_award(claim: Claim, *, text: str, contact: str, origin: str, now: dt.datetime, today: dt.date) -> Step:
    """The step. ``origin`` tells visitors apart without naming them. Errors: Refused."""
    with transaction.atomic():
        if not text.strip():
            raise Refused("objection-empty", gettext_noop("请写明对什么有异议、有什么依据。"))
        if not on_notice(day=today).filter(pk=claim.pk).exists():
            raise Refused("notice-over", gettext_noop("这项公示已经结束，不再接收异议。如有线索请直接联系体育局。"))
        _check_not_too_many(origin, now=now)
        words = Words(note=text.strip(), detail={"contact": contact.strip(), "origin": origin})
        return post_step(claim, Move.OBJECTION, Hand(by=None, day=today, at=now), words)


def _check_not_too_many(origin: str, *, now: dt.datetime) -> None:
    objections = Step.objects.filter(move=Move.OBJECTION)
    recent = objections.filter(detail__origin=origin, at__gt=now - dt.timedelta(hours=1)).count()
    in_all = objections.filter(at__gt=now - dt.timedelta(days=1)).count()
    if recent >= MOST_AN_HOUR_FROM_ONE or in_all >= MOST_A_DAY_IN_ALL:
        raise Refused("too-many-objections", gettext_noop("这里刚收到几条异议，请过一小时再提，或直接联系体育局。"))
