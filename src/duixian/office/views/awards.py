"""Award claims: all of them, one with its trace and steps, and every step that is taken on one."""

from collections.abc import Callable
from decimal import Decimal
from functools import partial
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from duixian.ledgers.claims import read
from duixian.ledgers.claims.order import Move
from duixian.ledgers.models import Attachment, Claim, Payee, Step
from duixian.office.award_forms import CancellingForm, ClaimsForm, MisconductForm
from duixian.office.clock import acting_now, site_day
from duixian.office.conduct_words import CONDUCT_WORDS
from duixian.office.gate import account_of
from duixian.office.paging import page_of
from duixian.office.papers import stored_file
from duixian.office.refusing import tell
from duixian.office.sheets import sheet_file, wants_sheet
from duixian.policy.acts.sports_awards import Conduct
from duixian.units import Refused
from duixian.workflow.acting import Acting
from duixian.workflow.actions.cancel_award import Ground, cancel_award
from duixian.workflow.actions.give_award_opinion import give_award_opinion
from duixian.workflow.actions.issue_award_decision import issue_award_decision
from duixian.workflow.actions.open_award_notice import open_award_notice
from duixian.workflow.actions.record_award_misconduct import record_award_misconduct
from duixian.workflow.actions.record_award_payment import record_award_payment
from duixian.workflow.actions.recover_award import recover_award
from duixian.workflow.actions.review_award_claim import review_award_claim
from duixian.workflow.actions.settle_award_objection import settle_award_objection
from duixian.workflow.actions.show_identity import show_identity
from duixian.workflow.award_decision import persons_on
from duixian.workflow.award_scope import lines_to_move, may_see, seen_by, verbs_now


def show_all(request: HttpRequest) -> HttpResponse:
    """The claims this account may see, narrowed by what stands in the address, page by page or as a file."""
    form = ClaimsForm(request.GET)
    wanted = form.cleaned_data if form.is_valid() else {}
    found = read.narrowed(seen_by(account_of(request), read.claims()), **wanted)
    if wants_sheet(request):
        return _sheet(request, found)
    context = {"page": page_of(request, found), "form": form, "as_of": site_day()}
    status = HTTPStatus.BAD_REQUEST if form.errors else None
    return render(request, "office/awards.html", context, status=status)


def _sheet(request: HttpRequest, found: QuerySet[Claim]) -> HttpResponse:
    columns = (_("受理号"), _("运动会"), _("项目"), _("受理单位"), _("受理日"), _("应发（元）"), _("办理状态"))
    rows = [
        (
            claim.receipt,
            claim.games,
            claim.event,
            str(claim.body),
            claim.filed_day,
            Decimal(claim.outcome["total_yuan"]),
            claim.state.get_stage_display(),
        )
        for claim in found
    ]
    return sheet_file(request, title=_("体育奖励申请"), as_of=site_day(), columns=columns, rows=rows)


def show(request: HttpRequest, pk: int) -> HttpResponse:
    return _page(request, _claim_for(request, pk))


def paper(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The bytes as they came, always to be saved and never shown."""
    found = get_object_or_404(Attachment.objects.select_related("claim"), pk=pk)
    if not may_see(account_of(request), found.claim):
        raise PermissionDenied
    return stored_file(found.sha256, name=found.name)


def opine(request: HttpRequest, pk: int) -> HttpResponse:
    agrees = request.POST.get("agrees") == "1"
    return _acted(request, pk, partial(give_award_opinion, agrees=agrees, note=_note(request)), _("意见已记入。"))


def review(request: HttpRequest, pk: int) -> HttpResponse:
    passes = request.POST.get("passes") == "1"
    done = _("审核通过，可以公示。") if passes else _("已退回，原因已记入。")
    return _acted(request, pk, partial(review_award_claim, passes=passes, note=_note(request)), done)


def notice(request: HttpRequest, pk: int) -> HttpResponse:
    return _acted(request, pk, open_award_notice, _("已在公开网站公示，期满自动撤下。"))


def pay(request: HttpRequest, pk: int) -> HttpResponse:
    return _acted(request, pk, partial(record_award_payment, voucher=_note(request)), _("已登记拨付。"))


def recover(request: HttpRequest, pk: int) -> HttpResponse:
    return _acted(request, pk, partial(recover_award, voucher=_note(request)), _("已登记追回。"))


def cancel(request: HttpRequest, pk: int) -> HttpResponse:
    claim = _claim_for(request, pk)
    form = CancellingForm(request.POST)
    if not form.is_valid():
        return _page(request, claim, cancelling=form)
    ground = Ground(form.cleaned_data["ground"])
    act = partial(cancel_award, ground=ground, note=form.cleaned_data["note"])
    return _acted(request, pk, act, _("奖励已取消；已拨付的须追回。"))


def find_misconduct(request: HttpRequest, pk: int) -> HttpResponse:
    claim = _claim_for(request, pk)
    form = MisconductForm(request.POST, persons=persons_on(claim))
    if not form.is_valid():
        return _page(request, claim, misconduct=form)
    found = form.cleaned_data
    act = partial(
        record_award_misconduct, person=found["person"], conduct=Conduct(found["conduct"]), note=found["note"]
    )
    return _acted(request, pk, act, _("已记入；这个人的奖励按条文重算，多付的须追回。"))


def issue_decision(request: HttpRequest, pk: int) -> HttpResponse:
    return _acted(request, pk, partial(issue_award_decision, number=_note(request)), _("文号已编，通知书可以下载。"))


def settle(request: HttpRequest, pk: int) -> HttpResponse:
    objection = get_object_or_404(Step.objects.select_related("claim"), pk=pk, move=Move.OBJECTION)

    def act(acting: Acting, _claim: Claim) -> Step:
        return settle_award_objection(acting, objection, answer=_note(request))

    return _acted(request, objection.claim_id, act, _("异议已办结。"))


def identity(request: HttpRequest, pk: int) -> HttpResponse:
    """The claim's page with one number in full, this once."""
    payee = get_object_or_404(Payee, pk=pk)
    claim = _claim_for(request, payee.claim_id)
    try:
        number = show_identity(acting_now(account_of(request)), payee, reason=_note(request))
    except Refused as refused:
        tell(request, refused)
        return redirect("office:award", pk=claim.pk)
    return _page(request, claim, shown=(payee.pk, number))


def _note(request: HttpRequest) -> str:
    return request.POST.get("note", "").replace("\x00", "")[:500]


def _claim_for(request: HttpRequest, pk: int) -> Claim:
    claim = get_object_or_404(read.claims(), pk=pk)
    if not may_see(account_of(request), claim):
        raise PermissionDenied
    return claim


def _acted(request: HttpRequest, pk: int, act: Callable[[Acting, Claim], Any], done: str) -> HttpResponse:
    claim = _claim_for(request, pk)
    try:
        act(acting_now(account_of(request)), claim)
    except Refused as refused:
        tell(request, refused)
    else:
        messages.success(request, done)
    return redirect("office:award", pk=pk)


def _page(request: HttpRequest, claim: Claim, **more: Any) -> HttpResponse:
    account = account_of(request)
    verbs = verbs_now(account, claim)
    context = {
        "claim": claim,
        "steps": read.steps_of(claim),
        "payees": claim.payees.all(),
        "papers": claim.attachments.all(),
        "objections": read.open_objections(claim),
        "verbs": verbs,
        "owed": lines_to_move(account, claim, back=True) if "recover_award" in verbs else (),
        "documents": claim.documents.all(),
        "others": read.others_of_those_at_fault(claim),
        "cancelling": CancellingForm(),
        "misconduct": MisconductForm(persons=persons_on(claim)) if "record_award_misconduct" in verbs else None,
        "conduct_words": CONDUCT_WORDS,
        "as_of": site_day(),
    }
    return render(request, "office/award.html", context | more)
