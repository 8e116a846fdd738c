"""Says of one thing that was read: as read, corrected, or left out."""

from collections.abc import Mapping

from duixian.registers.models import Decision, Proposal
from duixian.units import Refused, gettext_noop
from duixian.workflow.acting import Acting, performing
from duixian.workflow.corrections import corrected


def decide_proposal(
    acting: Acting,
    proposal: Proposal,
    *,
    decision: Decision,
    written: Mapping[str, str] | None = None,
    reason: str = "",
) -> Proposal:
    """The proposal with the decision. ``written`` are the corrected fields, as text.

    Errors: Refused where the document is adopted already, or a written field cannot be.
    """
    with performing("decide_proposal", acting) as log:
        found = Proposal.objects.select_for_update().select_related("document").get(pk=proposal.pk)
        if found.document.adopted_at is not None:
            raise Refused("adopted-already", gettext_noop("这份文件已经采纳，采纳后不能再改读取结果。"))
        before = found.values
        values = corrected(found, written or {}) if decision == Decision.CORRECTED else found.read
        found.decided = values if values != found.read else None
        found.decision = _honest(decision, changed=found.decided is not None)
        found.reason = reason.strip() or (found.reason if decision == Decision.LEFT_OUT else "")
        found.decided_by, found.decided_at = acting.account, acting.now
        found.save()
        log.record(found, decision=found.decision, was=before, now=found.values, reason=found.reason)
        return found


def _honest(decision: Decision, *, changed: bool) -> Decision:
    """A correction that changes nothing is an acceptance."""
    return Decision.ACCEPTED if decision == Decision.CORRECTED and not changed else decision
