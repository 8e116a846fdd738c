"""Gives a concerned body's opinion on an award claim, before the review."""

from duixian.ledgers.claims.order import Move
from duixian.ledgers.claims.post import Hand, Words, post_step
from duixian.ledgers.models import Claim, Step
from duixian.registers.models import ActPart
from duixian.units import Refused, gettext_noop
from duixian.workflow.acting import Acting, performing
from duixian.workflow.award_scope import check_part


def give_award_opinion(acting: Acting, claim: Claim, *, agrees: bool, note: str) -> Step:
    """The step. Errors: Refused for a body that is not consulted, or an objecting opinion without a reason."""
    with performing("give_award_opinion", acting) as log:
        check_part(acting.account, ActPart.CONSULTED)
        if not agrees and not note.strip():
            raise Refused("opinion-without-reason", gettext_noop("不同意须写明理由。"))
        hand = Hand(by=acting.account, day=acting.today, at=acting.now)
        step = post_step(claim, Move.OPINION, hand, Words(note=note.strip(), detail={"agrees": agrees}))
        log.record(claim, receipt=claim.receipt, agrees=agrees)
        return step
