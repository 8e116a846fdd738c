"""Gathers every claim whose notice is complete into the year's award plan."""

from duixian.ledgers.claims.order import Move
from duixian.ledgers.claims.post import Hand, Words, post_document, post_step
from duixian.ledgers.claims.read import ready_for_plan
from duixian.ledgers.models import AwardPlan
from duixian.registers.models import ActPart
from duixian.units import Refused, gettext_noop
from duixian.workflow.acting import Acting, performing
from duixian.workflow.award_scope import check_part


def make_award_plan(acting: Acting, *, number: str) -> AwardPlan:
    """The plan under its number (发文字号), with a step on each of its claims.

    Errors: Refused where no claim is ready, or for a number that is wrong or taken.
    """
    with performing("make_award_plan", acting) as log:
        check_part(acting.account, ActPart.ADMINISTERS)
        ready = ready_for_plan(day=acting.today)
        if not ready:
            raise Refused(
                "nothing-ready",
                gettext_noop("没有公示期满、无未结异议的申请，不能编制方案。公示满七个整天后再来。"),
            )
        plan = AwardPlan.objects.create(
            year=acting.today.year, made_by=acting.account, made_at=acting.now, day=acting.today
        )
        document = post_document(number, about=plan, by=acting.account, day=acting.today, at=acting.now)
        hand = Hand(by=acting.account, day=acting.today, at=acting.now)
        for claim in ready:
            post_step(claim, Move.PLANNING, hand, Words(plan=plan))
        log.record(plan, number=document.number, claims=len(ready))
        return plan
