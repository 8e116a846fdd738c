"""The review of a document: the text, what was read in it, and what a person makes of it."""

from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from duixian.office.clock import acting_now
from duixian.office.correction_form import CorrectionForm
from duixian.office.gate import account_of
from duixian.office.refusing import refuse, tell
from duixian.registers.models import Decision, Document, Proposal, ProposalKind
from duixian.reports.marked import Look
from duixian.reports.review import decision_counts, review
from duixian.units import Refused
from duixian.workflow.actions.accept_pending import accept_pending
from duixian.workflow.actions.adopt_document import adopt_document
from duixian.workflow.actions.decide_proposal import decide_proposal
from duixian.workflow.moves import may

# They hold everything else: their words link to the narrower items.
_HOLDERS = frozenset({ProposalKind.COMMITMENT, ProposalKind.MEASURE})


def show(request: HttpRequest, pk: int) -> HttpResponse:
    """``?edit=ID`` opens one item's form; for htmx the item alone is the answer."""
    document = get_object_or_404(Document.objects.select_related("source", "adopted_by"), pk=pk)
    if getattr(request, "htmx", False):
        proposal = get_object_or_404(document.proposals.all(), pk=_edited(request) or _edited(request, "item") or 0)
        return _item(request, proposal, form=CorrectionForm(proposal) if _edited(request) else None)
    editing = document.proposals.filter(pk=_edited(request) or 0).first()
    return _page(request, document, editing=editing, form=CorrectionForm(editing) if editing else None)


def decide(request: HttpRequest, pk: int) -> HttpResponse:
    """As read, corrected, or left out: as the button says."""
    proposal = get_object_or_404(Proposal.objects.select_related("document__source"), pk=pk)
    form = CorrectionForm(proposal, request.POST if request.POST.get("decision") == Decision.CORRECTED else None)
    if not form.is_bound or form.is_valid():
        try:
            proposal = _decided(request, proposal, form)
        except Refused as refused:
            form = CorrectionForm(proposal, request.POST)
            form.is_valid()
            refuse(form, refused)
        else:
            return _after(request, proposal)
    return _again(request, proposal, form)


def accept(request: HttpRequest, pk: int) -> HttpResponse:
    """Everything in one clause that still waits."""
    document = get_object_or_404(Document, pk=pk)
    clause = request.POST.get("clause", "")
    try:
        count = accept_pending(acting_now(account_of(request)), document, clause=clause)
    except Refused as refused:
        tell(request, refused)
    else:
        words = ngettext("已照读取采纳 %(count)s 项。", "已照读取采纳 %(count)s 项。", count)
        messages.success(request, words % {"count": count})
    heading = document.proposals.filter(kind=ProposalKind.COMMITMENT, clause=clause).first()
    anchor = f"#item-p{heading.pk}" if heading else ""
    return redirect(reverse("office:review", args=[pk]) + anchor)


def adopt(request: HttpRequest, pk: int) -> HttpResponse:
    document = get_object_or_404(Document, pk=pk)
    try:
        adopted = adopt_document(acting_now(account_of(request)), document)
    except Refused as refused:
        tell(request, refused)
    else:
        words = _("已采纳：%(commitments)s 件实事、%(targets)s 项指标进入登记。群众还看不到，公开后才可见。")
        counts = adopted.counts
        messages.success(request, words % {"commitments": counts["commitment"], "targets": counts["target"]})
    return redirect("office:review", pk=pk)


def _edited(request: HttpRequest, name: str = "edit") -> str | None:
    """The id of the item that is asked for in the address."""
    asked = request.GET.get(name, "")
    return asked if asked.isdecimal() else None


def _decided(request: HttpRequest, proposal: Proposal, form: CorrectionForm) -> Proposal:
    wanted = request.POST.get("decision", "")
    return decide_proposal(
        acting_now(account_of(request)),
        proposal,
        decision=Decision(wanted) if wanted in Decision.values else Decision.PENDING,
        written=form.written() if form.is_bound else None,
        reason=request.POST.get("reason", "")[:200],
    )


def _after(request: HttpRequest, proposal: Proposal) -> HttpResponse:
    if getattr(request, "htmx", False):
        return _item(request, proposal, counts=decision_counts(proposal.document.proposals.all()), is_swapped=True)
    return redirect(f"{reverse('office:review', args=[proposal.document_id])}#item-p{proposal.pk}")


def _again(request: HttpRequest, proposal: Proposal, form: CorrectionForm) -> HttpResponse:
    """The same with what is wrong in it."""
    if getattr(request, "htmx", False):
        return _item(request, proposal, form=form)
    return _page(request, proposal.document, editing=proposal, form=form)


def _item(request: HttpRequest, proposal: Proposal, **more: Any) -> HttpResponse:
    form = more.get("form")
    # The button that was pressed may be gone from the new item: the focus stays within it all the same.
    context = {
        "item": proposal,
        "is_focused": form is None,
        "editing": proposal if form else None,
        **_context(request, proposal.document),
        **more,
    }
    return render(request, "office/review_item.html", context, status=_status(form))


def _page(
    request: HttpRequest, document: Document, *, editing: Proposal | None, form: CorrectionForm | None
) -> HttpResponse:
    found = review(document)
    looks = {
        id_: Look(kind, "" if kind in _HOLDERS else f"#item-{id_}" if kind != "finding" else f"#{id_}")
        for id_, kind in found.kinds.items()
    }
    unreleased = list(document.commitments.filter(released_at=None))
    context = {
        "unreleased": unreleased,
        "review": found,
        "counts": found.counts,
        "looks": looks,
        "editing": editing,
        "form": form,
    }
    return render(request, "office/review.html", context | _context(request, document), status=_status(form))


def _context(request: HttpRequest, document: Document) -> dict[str, Any]:
    is_open = document.adopted_at is None and may(account_of(request), "decide_proposal")
    return {"document": document, "is_open": is_open}


def _status(form: CorrectionForm | None) -> HTTPStatus | None:
    return HTTPStatus.UNPROCESSABLE_ENTITY if form is not None and form.errors else None
