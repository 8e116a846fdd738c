"""Settles an objection to an award; one that is well founded is followed by a return or a cancellation."""

from duixian.ledgers.claims.order import Move
from duixian.ledgers.claims.post import Hand, Words, post_step
from duixian.ledgers.models import Step
from duixian.registers.models import ActPart
from duixian.units import Refused, gettext_noop
from duixian.workflow.acting import Acting, performing
from duixian.workflow.award_scope import check_part


def settle_award_objection(acting: Acting, objection: Step, *, answer: str) -> Step:
    """The step. Errors: Refused without an answer, or where it was settled already."""
    with performing("settle_award_objection", acting) as log:
        check_part(acting.account, ActPart.ADMINISTERS)
        if not answer.strip():
            raise Refused("answer-missing", gettext_noop("办结异议须写明核查结果。"))
        if objection.move != Move.OBJECTION or Step.objects.filter(settles=objection).exists():
            raise Refused("settled-already", gettext_noop("这条异议已经办结。请刷新页面。"))
        hand = Hand(by=acting.account, day=acting.today, at=acting.now)
        step = post_step(objection.claim, Move.SETTLEMENT, hand, Words(note=answer.strip(), settles=objection))
        log.record(objection.claim, receipt=objection.claim.receipt)
        return step
