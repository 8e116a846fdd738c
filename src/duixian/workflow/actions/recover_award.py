"""Records that a finance bureau got back what it had paid and is no longer due."""

from duixian.ledgers.claims.order import Move
from duixian.ledgers.claims.post import Hand, Words, post_step, post_transfers
from duixian.ledgers.models import Claim, Step
from duixian.registers.models import ActPart
from duixian.units import Refused, gettext_noop
from duixian.workflow.acting import Acting, performing
from duixian.workflow.award_scope import check_part, lines_to_move


def recover_award(acting: Acting, claim: Claim, *, voucher: str) -> Step:
    """The step with one transfer a line.

    Errors: Refused where this bureau paid nothing that is owed back, or without a voucher.
    """
    with performing("recover_award", acting) as log:
        check_part(acting.account, ActPart.PAYS)
        if not voucher.strip():
            raise Refused("voucher-missing", gettext_noop("请填拨付凭证号，以后核对要用。"))
        lines = lines_to_move(acting.account, claim, back=True)
        if not lines:
            raise Refused(
                "nothing-paid", gettext_noop("{body}没有拨付过这项申请，没有款可追回。"), body=str(acting.account.body)
            )
        hand = Hand(by=acting.account, day=acting.today, at=acting.now)
        step = post_step(claim, Move.RECOVERY, hand, Words(note=voucher.strip()))
        post_transfers(step, lines, back=True)
        log.record(claim, receipt=claim.receipt, lines=lines, voucher=voucher.strip())
        return step
