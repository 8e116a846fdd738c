"""Takes the acceptance of a target back, with the reason."""

from duixian.ledgers.acceptances.models import Acceptance
from duixian.ledgers.acceptances.post import post_revocation
from duixian.registers.models import Target
from duixian.workflow.acting import Acting, performing


def revoke_acceptance(acting: Acting, target: Target, *, reason: str) -> Acceptance:
    """The row. Errors: Refused without a reason, or where nothing is accepted."""
    with performing("revoke_acceptance", acting) as log:
        row = post_revocation(target, day=acting.today, reason=reason, by=acting.account, at=acting.now)
        log.record(target, reason=row.note)
        return row
