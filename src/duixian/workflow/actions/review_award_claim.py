"""Passes or returns an award claim: the sports bureau's review, with the concerned bodies' opinions before it."""

from duixian.ledgers.claims.order import Move
from duixian.ledgers.claims.post import Hand, Words, post_step
from duixian.ledgers.models import Claim, Step
from duixian.registers.models import ActPart
from duixian.units import Refused, gettext_noop
from duixian.workflow.acting import Acting, performing
from duixian.workflow.award_decision import worked_out_again
from duixian.workflow.award_scope import check_part


def review_award_claim(acting: Acting, claim: Claim, *, passes: bool, note: str) -> Step:
    """The step.

    Errors: Refused where no other body was heard, the amounts cannot be worked out again, or a return has no reason.
    """
    with performing("review_award_claim", acting) as log:
        check_part(acting.account, ActPart.ADMINISTERS)
        if passes:
            _check_passable(acting, claim)
        elif not note.strip():
            raise Refused("return-without-reason", gettext_noop("退回须写明原因，申请人要凭它补正。"))
        hand = Hand(by=acting.account, day=acting.today, at=acting.now)
        step = post_step(claim, Move.REVIEW if passes else Move.RETURN, hand, Words(note=note.strip()))
        log.record(claim, receipt=claim.receipt, passes=passes, note=note.strip())
        return step


def _check_passable(acting: Acting, claim: Claim) -> None:
    heard = claim.steps.filter(move=Move.OPINION).exclude(body=acting.account.body)
    if claim.state.stage == "filed" and not heard.exists():
        raise Refused("nobody-heard", gettext_noop("审核须会同有关单位：还没有其他单位的意见，不能通过。"))
    try:
        same = worked_out_again(claim) == claim.decision
    except (FileNotFoundError, ValueError):
        same = False
    if not same:
        raise Refused(
            "decision-differs", gettext_noop("按所依据的办法重算，结果与受理时不同，不能通过。请告诉系统管理员。")
        )
