"""Passes a report on to the supervision office: the leading body's review."""

from duixian.ledgers.filings.models import Filing, FilingMove, FilingStep
from duixian.ledgers.filings.post import Hand, check_open, post_step
from duixian.workflow.acting import Acting, performing
from duixian.workflow.filing_scope import check_reviews


def pass_filing(acting: Acting, filing: Filing, *, turn: int) -> FilingStep:
    """The step. Errors: Refused for another body, or where the report has moved on since ``turn``."""
    with performing("pass_filing", acting) as log:
        check_open(filing, FilingMove.PASS)
        check_reviews(acting.account, filing, FilingMove.PASS)
        hand = Hand(by=acting.account, day=acting.today, at=acting.now)
        step = post_step(filing, FilingMove.PASS, hand, turn=turn)
        log.record(filing, month=f"{filing.year}-{filing.month:02}")
        return step
