"""Puts a reviewed award claim on public notice."""

import datetime as dt

from duixian.calendars import NATIONAL, calendar_of
from duixian.ledgers.claims.order import Move
from duixian.ledgers.claims.post import Hand, Words, post_step
from duixian.ledgers.models import Claim, Step
from duixian.registers.models import ActPart
from duixian.workflow.acting import Acting, performing
from duixian.workflow.award_scope import check_part


def open_award_notice(acting: Acting, claim: Claim) -> Step:
    """The step; the public site shows the claim from today to the end of the last day, and withdraws it then."""
    with performing("open_award_notice", acting) as log:
        check_part(acting.account, ActPart.ADMINISTERS)
        until = last_notice_day(acting.today, days=claim.notice_days)
        hand = Hand(by=acting.account, day=acting.today, at=acting.now)
        step = post_step(claim, Move.NOTICE, hand, Words(detail={"until": until.isoformat()}))
        log.record(claim, receipt=claim.receipt, until=until.isoformat())
        return step


def last_notice_day(opened: dt.date, *, days: int) -> dt.date:
    """The last of so many complete calendar days; the day it is opened is not complete and does not count.

    >>> last_notice_day(dt.date(2026, 6, 30), days=7)
    datetime.date(2026, 7, 7)
    """
    return calendar_of(NATIONAL).calendar_days_after(opened, days=days).due
