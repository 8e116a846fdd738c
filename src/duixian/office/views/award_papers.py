"""What awards hand out: payment lists for the finance bureaus, the year's plan and decision notices as documents."""

import datetime as dt

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.http import content_disposition_header

from duixian.ledgers.claims import read
from duixian.ledgers.models import AwardDocument, AwardPlan
from duixian.office.clock import site_day
from duixian.office.gate import account_of
from duixian.registers.models import ActBody, ActPart, Role, Site
from duixian.reports.award_documents import Form, decision_notice, plan_document
from duixian.reports.award_plan import plan_page
from duixian.reports.payment_list import payment_list
from duixian.workflow.award_scope import ACT, may_see

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def payments(request: HttpRequest, pk: int) -> HttpResponse:
    """The list of ``?payer=``; only what is on the lists already."""
    _check_part(request)
    page = plan_page(get_object_or_404(AwardPlan, pk=pk))
    payer = request.GET.get("payer", "")
    if not page.listed or payer not in page.payers:
        raise Http404
    return _file(payment_list(page, payer=payer), name=f"拨付清单-{page.plan.year}-{payer}.xlsx", kind=_XLSX)


def plan(request: HttpRequest, pk: int) -> HttpResponse:
    _check_part(request)
    page = plan_page(get_object_or_404(AwardPlan, pk=pk))
    addressee = Site.current().name or "州人民政府"
    data = plan_document(page, _form(page.plan.documents.first(), day=page.plan.day), addressee=addressee, act=ACT)
    return _file(data, name=f"奖励方案-{page.plan.year}-{page.plan.pk}.docx", kind=_DOCX)


def decision(request: HttpRequest, pk: int) -> HttpResponse:
    """The notice under its last number, or a draft where it has none yet."""
    claim = get_object_or_404(read.claims(), pk=pk)
    if not may_see(account_of(request), claim):
        raise PermissionDenied
    data = decision_notice(claim, _form(claim.documents.first(), day=site_day()))
    return _file(data, name=f"奖励决定-{claim.receipt}.docx", kind=_DOCX)


def _form(document: AwardDocument | None, *, day: dt.date) -> Form:
    """Issued by the bureau that administers the act, with copies for those who pay."""
    parts = ActBody.objects.filter(act=ACT).select_related("body").order_by("pk")
    bureaus = [row.body.name for row in parts if row.part == ActPart.ADMINISTERS]
    payers = dict.fromkeys(row.body.name for row in parts if row.part == ActPart.PAYS)
    return Form(
        issuer=bureaus[0] if bureaus else "体育局",
        number=document.number if document else "",
        day=document.day if document else day,
        copied_to=tuple(name for name in payers if name not in bureaus),
    )


def _check_part(request: HttpRequest) -> None:
    """A reporter whose body has no part in the act sees nobody's money."""
    account = account_of(request)
    if account.role == Role.REPORTER and not ActBody.objects.filter(act=ACT, body=account.body).exists():
        raise PermissionDenied


def _file(data: bytes, *, name: str, kind: str) -> HttpResponse:
    disposition = content_disposition_header(as_attachment=True, filename=name) or "attachment"
    return HttpResponse(data, content_type=kind, headers={"Content-Disposition": disposition})
