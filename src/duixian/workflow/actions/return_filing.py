"""Gives a report back to be mended: the leading body's or the supervision office's, with the reason."""

from duixian.ledgers.filings.models import Filing, FilingMove, FilingStep
from duixian.ledgers.filings.post import Hand, check_open, post_step
from duixian.units import Refused, gettext_noop
from duixian.workflow.acting import Acting, performing
from duixian.workflow.filing_scope import check_reviews


def return_filing(acting: Acting, filing: Filing, *, reason: str, turn: int) -> FilingStep:
    """The step; the figures stay in the ledger until they are corrected.

    Errors: Refused without a reason, for another body, or where the report has moved on since ``turn``.
    """
    with performing("return_filing", acting) as log:
        check_open(filing, FilingMove.RETURN)
        check_reviews(acting.account, filing, FilingMove.RETURN)
        if not reason.strip():
            raise Refused("filing-return-without-reason", gettext_noop("退回须写明原因，填报人要凭它改。没有退回。"))
        hand = Hand(by=acting.account, day=acting.today, at=acting.now)
        step = post_step(filing, FilingMove.RETURN, hand, turn=turn, reason=reason)
        log.record(filing, month=f"{filing.year}-{filing.month:02}", reason=step.reason)
        return step
