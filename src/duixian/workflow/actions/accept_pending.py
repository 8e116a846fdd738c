"""Accepts at once what nobody has decided yet in one clause: the same verb, item by item, in one transaction."""

from django.db import transaction

from duixian.registers.models import Decision, Document
from duixian.workflow.acting import Acting
from duixian.workflow.actions.decide_proposal import decide_proposal


def accept_pending(acting: Acting, document: Document, *, clause: str) -> int:
    """How many were accepted. Errors: those of ``decide_proposal``; then none is."""
    waiting = [
        item
        for item in document.proposals.filter(decision=Decision.PENDING)
        if f"{item.clause}.".startswith(f"{clause}.")
    ]
    with transaction.atomic():
        for proposal in waiting:
            decide_proposal(acting, proposal, decision=Decision.ACCEPTED)
    return len(waiting)
