"""Takes a commitment off the public pages."""

from duixian.registers.models import Commitment
from duixian.units import Refused, gettext_noop
from duixian.workflow.acting import Acting, performing


def withdraw_commitment(acting: Acting, commitment: Commitment, *, reason: str) -> None:
    """Errors: Refused without a reason, or where it is not public."""
    with performing("withdraw_commitment", acting) as log:
        found = Commitment.objects.select_for_update().get(pk=commitment.pk)
        if not reason.strip():
            raise Refused("withdrawal-without-reason", gettext_noop("撤回公开须写明原因，没有撤回。"))
        if found.released_at is None:
            raise Refused("not-released", gettext_noop("“{title}”没有公开，不需要撤回。"), title=found.title)
        found.released_at = found.released_by = None
        found.save(update_fields=["released_at", "released_by"])
        log.record(found, reason=reason.strip())
