"""Records that a finance bureau has paid its lines of a claim."""

from duixian.ledgers.claims.balance import due_yuan
from duixian.ledgers.claims.order import Move
from duixian.ledgers.claims.post import Hand, Words, post_step, post_transfers
from duixian.ledgers.models import Claim, Step
from duixian.registers.models import ActPart
from duixian.units import Refused, gettext_noop
from duixian.workflow.acting import Acting, performing
from duixian.workflow.award_scope import check_part, paid_lines


def record_award_payment(acting: Acting, claim: Claim, *, voucher: str) -> Step:
    """The step with one transfer a line. Errors: Refused for lines of another payer, or without a voucher."""
    with performing("record_award_payment", acting) as log:
        check_part(acting.account, ActPart.PAYS)
        if not voucher.strip():
            raise Refused("voucher-missing", gettext_noop("请填拨付凭证号，以后核对要用。"))
        due = due_yuan(claim.outcome["payments"])
        lines = [line for line in paid_lines(acting.account, claim) if line in due]
        if not lines:
            raise Refused(
                "not-your-line", gettext_noop("这项申请没有由{body}拨付的款项。"), body=str(acting.account.body)
            )
        hand = Hand(by=acting.account, day=acting.today, at=acting.now)
        step = post_step(claim, Move.PAYMENT, hand, Words(note=voucher.strip()))
        post_transfers(step, lines, back=False)
        log.record(claim, receipt=claim.receipt, lines=lines, voucher=voucher.strip())
        return step
