"""What awards hand out: payment lists for the finance bureaus, the year's plan and decision notices as documents."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.http import content_disposition_header

from duixian.ledgers.claims import read
from duixian.ledgers.models import AwardPlan
from duixian.office.clock import site_day
from duixian.office.gate import account_of
from duixian.registers.models import ActBody, ActPart, Role, Site
from duixian.reports.award_documents import decision_notice, plan_document
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
    data = plan_document(page, issuer=_bureau(), addressee=addressee, act=ACT, day=page.plan.day)
    return _file(data, name=f"奖励方案-{page.plan.year}-{page.plan.pk}.docx", kind=_DOCX)


def decision(request: HttpRequest, pk: int) -> HttpResponse:
    claim = get_object_or_404(read.claims(), pk=pk)
    if not may_see(account_of(request), claim):
        raise PermissionDenied
    data = decision_notice(claim, issuer=_bureau(), day=site_day())
    return _file(data, name=f"奖励决定-{claim.receipt}.docx", kind=_DOCX)


def _check_part(request: HttpRequest) -> None:
    """A reporter whose body has no part in the act sees nobody's money."""
    account = account_of(request)
    if account.role == Role.REPORTER and not ActBody.objects.filter(act=ACT, body=account.body).exists():
        raise PermissionDenied


def _bureau() -> str:
    found = ActBody.objects.filter(act=ACT, part=ActPart.ADMINISTERS).select_related("body").first()
    return found.body.name if found else "体育局"


def _file(data: bytes, *, name: str, kind: str) -> HttpResponse:
    disposition = content_disposition_header(as_attachment=True, filename=name) or "attachment"
    return HttpResponse(data, content_type=kind, headers={"Content-Disposition": disposition})
