"""Inspections by 国务院令第733号: the list, a new plan with what collides, and every step with each body."""

import datetime as dt
from collections.abc import Callable, Mapping
from http import HTTPStatus
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from duixian.ledgers.inspections import read
from duixian.ledgers.inspections.post import Inspector, NewInspection, Window
from duixian.ledgers.inspections.standing import BodyStanding
from duixian.ledgers.models import Inspection, InspectionKind, Order
from duixian.office.clock import acting_now, site_day
from duixian.office.gate import account_of
from duixian.office.order_forms import InspectionForm
from duixian.office.paging import page_of
from duixian.office.refusing import refuse, tell
from duixian.office.sheets import sheet_file, wants_sheet
from duixian.registers.models import Account, Body
from duixian.reports import inspections
from duixian.units import Refused, gettext_noop
from duixian.workflow.acting import Acting
from duixian.workflow.actions.close_inspection import close_inspection
from duixian.workflow.actions.conclude_inspection import conclude_inspection
from duixian.workflow.actions.decide_inspection import decide_inspection
from duixian.workflow.actions.decide_objection import decide_objection
from duixian.workflow.actions.object_to_conclusion import object_to_conclusion
from duixian.workflow.actions.propose_inspection import propose_inspection
from duixian.workflow.actions.receive_conclusion import receive_conclusion
from duixian.workflow.actions.record_visit import record_visit
from duixian.workflow.actions.report_rectification import report_rectification
from duixian.workflow.inspection_scope import may_see_inspection

_LONGEST = 2000
_Act = Callable[[Acting, Inspection, Body | None, str, bool], Any]
# Each verb: the body it is about, what was written, and which of two buttons was pressed.
STEPS: Mapping[str, _Act] = {
    "decide_inspection": lambda acting, one, _body, text, yes: decide_inspection(acting, one, approves=yes, text=text),
    "record_visit": lambda acting, one, body, text, _yes: record_visit(acting, one, body=_named(body), text=text),
    "conclude_inspection": lambda acting, one, body, text, _yes: conclude_inspection(
        acting, one, body=_named(body), text=text
    ),
    "receive_conclusion": lambda acting, one, _body, _text, _yes: receive_conclusion(acting, one),
    "object_to_conclusion": lambda acting, one, _body, text, _yes: object_to_conclusion(acting, one, text=text),
    "decide_objection": lambda acting, one, body, text, yes: decide_objection(
        acting, one, body=_named(body), upholds=yes, text=text
    ),
    "report_rectification": lambda acting, one, _body, text, _yes: report_rectification(acting, one, text=text),
    "close_inspection": lambda acting, one, _body, text, _yes: close_inspection(acting, one, text=text),
}


def show_all(request: HttpRequest) -> HttpResponse:
    as_of = site_day()
    found = inspections.rows(as_of=as_of, account=account_of(request))
    if wants_sheet(request):
        return _sheet(request, found)
    return render(request, "office/inspections.html", {"page": page_of(request, found), "as_of": as_of})


def show(request: HttpRequest, pk: int) -> HttpResponse:
    inspection = _inspection(request, pk)
    account = account_of(request)
    context = {
        "row": inspections.row_of(inspection, as_of=site_day()),
        "own": account.body_id,
        "took_part": _took_part(account, inspection),
        "as_of": site_day(),
    }
    return render(request, "office/inspection.html", context)


def propose(request: HttpRequest) -> HttpResponse:
    """A new plan; what collides with it is said before anything is written."""
    asked = request.GET.get("order", "")
    order = Order.objects.filter(pk=asked).first() if asked.isdecimal() else None
    if request.method != "POST":
        known = {"title": order.title, "bodies": [order.body_id], "basis": order.basis} if order else {}
        return _propose_page(request, InspectionForm(initial=known), order)
    form = InspectionForm(request.POST)
    if form.is_valid():
        try:
            made = propose_inspection(acting_now(account_of(request)), _new(form.cleaned_data, order))
        except Refused as refused:
            refuse(form, refused)
        else:
            messages.success(request, _("方案已拟定，等分管领导批准；批准之前不能到场。"))
            return redirect("office:inspection", pk=made.pk)
    return _propose_page(request, form, order)


def step(request: HttpRequest, pk: int, *, verb: str) -> HttpResponse:
    inspection = _inspection(request, pk)
    text = request.POST.get("text", "").replace("\x00", "")[:_LONGEST]
    body = request.POST.get("body", "")
    named = Body.objects.filter(pk=body).first() if body.isdecimal() else None
    try:
        STEPS[verb](acting_now(account_of(request)), inspection, named, text, request.POST.get("answer") == "1")
    except Refused as refused:
        tell(request, refused)
    else:
        messages.success(request, _("已登记。"))
    return redirect("office:inspection", pk=pk)


def _named(body: Body | None) -> Body:
    if body is None:
        raise Refused("inspection-without-body", gettext_noop("督查方案要写明督查哪些单位，没有写入。"))
    return body


def _inspection(request: HttpRequest, pk: int) -> Inspection:
    inspection = get_object_or_404(read.inspections(), pk=pk)
    if not may_see_inspection(account_of(request), inspection):
        raise PermissionDenied
    return inspection


def _took_part(account: Account, inspection: Inspection) -> bool:
    return any(one.account_id == account.pk or one.name == account.full_name for one in inspection.team.all())


def _new(told: dict[str, Any], order: Order | None) -> NewInspection:
    members = [name.strip() for name in told["members"].replace("，", "、").split("、") if name.strip()]
    accounts = {account.full_name: account for account in Account.objects.filter(is_active=True)}
    team = [Inspector(told["leader"].strip(), accounts.get(told["leader"].strip()), leads=True)]
    team += [Inspector(name, accounts.get(name)) for name in members]
    words = ("number", "title", "basis", "content", "scope")
    return NewInspection(
        **{name: told[name] for name in words},
        kind=InspectionKind(told["kind"]),
        windows=tuple(Window(body, told["begins"], told["ends"]) for body in told["bodies"]),
        team=tuple(team),
        order=order,
    )


def _propose_page(request: HttpRequest, form: forms.Form, order: Order | None) -> HttpResponse:
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else None
    context = {"form": form, "order": order, "as_of": site_day()}
    return render(request, "office/inspection_form.html", context, status=status)


def _sheet(request: HttpRequest, found: tuple[inspections.Row, ...]) -> HttpResponse:
    columns = [
        _("编号"),
        _("督查事项"),
        _("单位"),
        _("到场自"),
        _("到场至"),
        _("结论反馈"),
        _("签收"),
        _("异议"),
        _("复核决定"),
    ]
    cells = [
        (
            row.inspection.number,
            row.inspection.title,
            str(line.planned.body),
            line.planned.begins,
            line.planned.ends,
            *(
                made.day if made else None
                for made in (line.at.conclusion, line.at.receipt, line.at.objection, line.at.decision)
            ),
        )
        for row in found
        for line in row.lines
    ]
    return sheet_file(request, title=_("督查"), as_of=site_day(), columns=columns, rows=cells)


def _days(at: BodyStanding) -> list[dt.date | None]:
    made = (at.conclusion, at.receipt, at.objection, at.decision)
    return [step.day if step else None for step in made]
