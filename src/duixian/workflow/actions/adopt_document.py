"""Adopts a document: what was read and decided becomes what is agreed."""

from dataclasses import dataclass

from duixian.registers.models import Decision, Document, Proposal, ProposalKind
from duixian.units import Refused, gettext_noop
from duixian.workflow.acting import Acting, performing
from duixian.workflow.entering import enter


@dataclass(frozen=True, slots=True)
class Adopted:
    """How many of each kind entered the registers, and how many of them nobody had looked at one by one."""

    counts: dict[str, int]
    unseen: int


def adopt_document(acting: Acting, document: Document) -> Adopted:
    """Enters the document's proposals. What nobody decided is adopted as read, and the log says how many those were.

    Errors: Refused where it is adopted already, or nothing is left to adopt.
    """
    with performing("adopt_document", acting) as log:
        found = Document.objects.select_for_update().get(pk=document.pk)
        if found.adopted_at is not None:
            raise Refused("adopted-already", gettext_noop("这份文件已经采纳，采纳后不能再改读取结果。"))
        proposals = list(found.proposals.select_related("document"))
        unseen = _settle(acting, proposals)
        wanted = [item for item in proposals if item.decision != Decision.LEFT_OUT]
        if not any(item.kind == ProposalKind.COMMITMENT for item in wanted):
            raise Refused(
                "nothing-to-adopt",
                gettext_noop("“{title}”里没有可采纳的实事。新闻、名单、办法等文件只存档，不进登记。"),
                title=found.name,
            )
        counts = enter(found, wanted, year=found.year or acting.today.year)
        found.adopted_by, found.adopted_at = acting.account, acting.now
        found.save(update_fields=["adopted_by", "adopted_at"])
        log.record(found, counts=counts, unseen=unseen)
        return Adopted(counts, unseen)


def _settle(acting: Acting, proposals: list[Proposal]) -> int:
    """How many were pending and are now taken as read. What lies in a commitment that is left out goes with it."""
    dropped = [
        item.clause for item in proposals if item.kind == ProposalKind.COMMITMENT and item.decision == Decision.LEFT_OUT
    ]
    taken = 0
    for item in proposals:
        if any(f"{item.clause}.".startswith(f"{path}.") for path in dropped):
            _decide(acting, item, Decision.LEFT_OUT, item.reason or "所属实事不采纳")
        elif item.decision == Decision.PENDING:
            _decide(acting, item, Decision.ACCEPTED, "")
            taken += 1
    Proposal.objects.bulk_update(proposals, ["decision", "decided", "reason", "decided_by", "decided_at"])
    return taken


def _decide(acting: Acting, item: Proposal, decision: Decision, reason: str) -> None:
    if item.decision == decision:
        return
    item.decision, item.reason = decision, reason
    item.decided = None
    item.decided_by, item.decided_at = acting.account, acting.now
