"""Cancels an award for doping or fraud, at any stage; what was paid is to be recovered."""

from enum import StrEnum

from duixian.ledgers.claims.order import Move
from duixian.ledgers.claims.post import Hand, Words, post_step
from duixian.ledgers.models import Claim, Step
from duixian.registers.models import ActPart
from duixian.units import Refused, gettext_noop
from duixian.workflow.acting import Acting, performing
from duixian.workflow.award_scope import check_part


class Ground(StrEnum):
    """Why an award falls as a whole."""

    FRAUD = "fraud"
    DOPING = "doping"


ARTICLES = {Ground.FRAUD: ("第二十一条",), Ground.DOPING: ("第二十二条", "第二十三条")}


def cancel_award(acting: Acting, claim: Claim, *, ground: Ground, note: str) -> Step:
    """The step. Errors: Refused without saying what was found, and by whom."""
    with performing("cancel_award", acting) as log:
        check_part(acting.account, ActPart.ADMINISTERS)
        if not note.strip():
            raise Refused("cancellation-without-reason", gettext_noop("取消奖励须写明认定的事实和文号。"))
        hand = Hand(by=acting.account, day=acting.today, at=acting.now)
        detail = {"ground": ground.value, "articles": list(ARTICLES[ground])}
        step = post_step(claim, Move.CANCELLATION, hand, Words(note=note.strip(), detail=detail))
        log.record(claim, receipt=claim.receipt, ground=ground.value, note=note.strip())
        return step
