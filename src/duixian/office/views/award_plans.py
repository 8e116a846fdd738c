"""The year's award plans: what is ready for one, and each with its claims, approval and payment lists."""

from decimal import Decimal

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from duixian.ledgers.claims.read import ready_for_plan
from duixian.ledgers.models import AwardPlan
from duixian.office.clock import acting_now, site_day
from duixian.office.gate import account_of
from duixian.office.refusing import tell
from duixian.registers.models import ActPart
from duixian.reports.award_plan import plan_page
from duixian.units import Refused
from duixian.workflow.actions.approve_award_plan import approve_award_plan
from duixian.workflow.actions.list_award_payments import list_award_payments
from duixian.workflow.actions.make_award_plan import make_award_plan
from duixian.workflow.award_scope import has_part


def show(request: HttpRequest) -> HttpResponse:
    ready = ready_for_plan(day=site_day())
    context = {
        "plans": [plan_page(plan) for plan in AwardPlan.objects.all()],
        "ready": ready,
        "ready_total": sum((Decimal(claim.decision["total_yuan"]) for claim in ready), Decimal(0)),
        "administers": has_part(account_of(request), ActPart.ADMINISTERS),
        "as_of": site_day(),
    }
    return render(request, "office/award_plans.html", context)


def make(request: HttpRequest) -> HttpResponse:
    try:
        make_award_plan(acting_now(account_of(request)), number=_note(request))
    except Refused as refused:
        tell(request, refused)
    else:
        messages.success(request, _("方案已编制，报州人民政府批准。"))
    return redirect("office:award_plans")


def approve(request: HttpRequest, pk: int) -> HttpResponse:
    plan = get_object_or_404(AwardPlan, pk=pk)
    try:
        approve_award_plan(acting_now(account_of(request)), plan, number=_note(request))
    except Refused as refused:
        tell(request, refused)
    else:
        messages.success(request, _("已登记批准。"))
    return redirect("office:award_plans")


def list_payments(request: HttpRequest, pk: int) -> HttpResponse:
    plan = get_object_or_404(AwardPlan, pk=pk)
    try:
        list_award_payments(acting_now(account_of(request)), plan)
    except Refused as refused:
        tell(request, refused)
    else:
        messages.success(request, _("拨付清单已列出，可以下载交各财政局。"))
    return redirect("office:award_plans")


def _note(request: HttpRequest) -> str:
    return request.POST.get("note", "").replace("\x00", "")[:60]
