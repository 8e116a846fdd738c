"""Issues the notice of what was decided on an approved claim, under a number of its own (发文字号)."""

from duixian.ledgers.claims.order import Stage
from duixian.ledgers.claims.post import locked_state, post_document
from duixian.ledgers.models import AwardDocument, Claim
from duixian.registers.models import ActPart
from duixian.units import Refused, gettext_noop
from duixian.workflow.acting import Acting, performing
from duixian.workflow.award_scope import DECIDED, check_part


def issue_award_decision(acting: Acting, claim: Claim, *, number: str) -> AwardDocument:
    """The document's row. Errors: Refused before the plan's approval, or for a number that is wrong or taken."""
    with performing("issue_award_decision", acting) as log:
        check_part(acting.account, ActPart.ADMINISTERS)
        if Stage(locked_state(claim).stage) not in DECIDED:
            raise Refused(
                "decision-not-approved", gettext_noop("奖励方案还没有批准，不能发决定通知书。批准之后再编文号。")
            )
        made = post_document(number, about=claim, by=acting.account, day=acting.today, at=acting.now)
        log.record(claim, receipt=claim.receipt, number=made.number)
        return made
