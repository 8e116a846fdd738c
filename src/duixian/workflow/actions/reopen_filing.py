"""Opens an accepted report again, with the reason: its figures may be changed until it is accepted anew."""

from duixian.ledgers.filings.models import Filing, FilingMove, FilingStep
from duixian.ledgers.filings.post import Hand, check_open, post_step
from duixian.units import Refused, gettext_noop
from duixian.workflow.acting import Acting, performing


def reopen_filing(acting: Acting, filing: Filing, *, reason: str, turn: int) -> FilingStep:
    """The step. Errors: Refused without a reason, or where it is not accepted or has moved on since ``turn``."""
    with performing("reopen_filing", acting) as log:
        check_open(filing, FilingMove.REOPEN)
        if not reason.strip():
            raise Refused("reopening-without-reason", gettext_noop("重新打开须写明原因，没有打开。"))
        hand = Hand(by=acting.account, day=acting.today, at=acting.now)
        step = post_step(filing, FilingMove.REOPEN, hand, turn=turn, reason=reason)
        log.record(filing, month=f"{filing.year}-{filing.month:02}", reason=step.reason)
        return step
