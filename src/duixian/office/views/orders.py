"""Supervision orders: the list, one order with its steps, a new one, and every move with it."""

import datetime as dt
from http import HTTPStatus
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from duixian.ledgers.models import Order, OrderPaper, OrderStage
from duixian.ledgers.orders import read
from duixian.ledgers.orders.post import NewOrder
from duixian.office.clock import acting_now, site_day
from duixian.office.gate import account_of
from duixian.office.order_forms import OrderFilterForm, OrderForm
from duixian.office.order_moves import MOVES
from duixian.office.paging import page_of
from duixian.office.papers import stored_file
from duixian.office.refusing import refuse
from duixian.office.sheets import sheet_file, wants_sheet
from duixian.office.wording import say
from duixian.registers.models import Role, Target
from duixian.reports import orders
from duixian.reports.order_proposals import RULES, row_about
from duixian.reports.orders import OrderFilter, Row
from duixian.units import Refused
from duixian.workflow.actions.register_order import register_order
from duixian.workflow.order_scope import may_see_order, verbs_now


def show_all(request: HttpRequest) -> HttpResponse:
    form = OrderFilterForm(request.GET)
    form.is_valid()
    told = form.cleaned_data
    as_of = told.get("as_of") or site_day()
    stage = OrderStage(told["stage"]) if told.get("stage") else None
    wanted = OrderFilter(body=told.get("body"), stage=stage, late=bool(told.get("late")))
    account = account_of(request)
    found = orders.rows(as_of=as_of, account=account, wanted=wanted)
    if wants_sheet(request):
        return _sheet(request, found, as_of)
    if account.role == Role.REPORTER:
        del form.fields["body"]
    context = {
        "form": form,
        "page": page_of(request, found),
        "as_of": as_of,
        "late": sum(row.is_late and row.is_open for row in found),
    }
    return render(request, "office/orders.html", context, status=HTTPStatus.BAD_REQUEST if form.errors else None)


def show(request: HttpRequest, pk: int) -> HttpResponse:
    return _page(request, _order(request, pk))


def register(request: HttpRequest) -> HttpResponse:
    """A new order; from a target's page or a proposal it comes filled in."""
    if request.method != "POST":
        return _register_page(request, OrderForm(initial=_suggested(request)))
    form = OrderForm(request.POST)
    if form.is_valid():
        told = dict(form.cleaned_data)
        if told["target"] is not None:
            told["commitment"] = told["target"].commitment
        told["inputs"] = _rested_on(told)
        if not told["inputs"]:
            told["rule"] = ""
        try:
            order = register_order(acting_now(account_of(request)), NewOrder(**told))
        except Refused as refused:
            refuse(form, refused)
        else:
            messages.success(request, _("已立项，请交办。"))
            return redirect("office:order", pk=order.pk)
    return _register_page(request, form)


def move(request: HttpRequest, pk: int, *, verb: str) -> HttpResponse:
    """One move; what was typed stays where the move is refused."""
    order = _order(request, pk)
    wanted = MOVES[verb]
    form = wanted.form(request.POST, request.FILES, prefix=verb)
    if form.is_valid():
        try:
            wanted.act(acting_now(account_of(request)), order, form.cleaned_data, request.POST.get("answer") == "1")
        except Refused as refused:
            refuse(form, refused)
        else:
            messages.success(request, wanted.done)
            return redirect("office:order", pk=pk)
    return _page(request, _order(request, pk), failed=(verb, form))


def paper(request: HttpRequest, pk: int) -> HttpResponseBase:
    found = get_object_or_404(OrderPaper.objects.select_related("step__order"), pk=pk)
    if not may_see_order(account_of(request), found.step.order):
        raise PermissionDenied
    return stored_file(found.sha256, name=found.name)


def _order(request: HttpRequest, pk: int) -> Order:
    get_object_or_404(Order, pk=pk)
    order = read.whole(pk)
    if not may_see_order(account_of(request), order):
        raise PermissionDenied
    return order


def _page(request: HttpRequest, order: Order, *, failed: tuple[str, forms.Form] | None = None) -> HttpResponse:
    verbs = verbs_now(account_of(request), order)
    offered = [
        (verb, failed[1] if failed and failed[0] == verb else wanted.form(prefix=verb), wanted.buttons)
        for verb, wanted in MOVES.items()
        if verb in verbs or (failed and failed[0] == verb)
    ]
    context = {
        "order": order,
        "row": orders.row_of(order, as_of=site_day()),
        "offered": offered,
        "inspections": order.inspections.all(),
        "as_of": site_day(),
    }
    return render(request, "office/order.html", context, status=HTTPStatus.UNPROCESSABLE_ENTITY if failed else None)


def _register_page(request: HttpRequest, form: OrderForm) -> HttpResponse:
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else None
    return render(request, "office/order_form.html", {"form": form, "as_of": site_day()}, status=status)


def _suggested(request: HttpRequest) -> dict[str, Any]:
    """What a target's page, or the rule that proposes an order, knows already."""
    pk, rule = request.GET.get("target", ""), request.GET.get("rule", "")
    target = Target.objects.select_related("commitment").filter(pk=pk).first() if pk.isdecimal() else None
    if target is None:
        return {}
    known: dict[str, Any] = {"target": target, "title": f"{target.commitment.title}：{target.object}"[:200]}
    proposed = row_about(target, rule=rule, as_of=site_day()) if rule in RULES else None
    if proposed is None:
        return known
    ask = f"{say(proposed.light.rule)}{_('请查明原因，提出措施和完成日期。')}{say(proposed.light.green)}"
    return known | {"rule": rule, "body": proposed.body, "ask": ask}


def _rested_on(told: dict[str, Any]) -> dict[str, str]:
    """The figures behind a rule's proposal, as they stand now; what a form sends of them is not believed."""
    if told["target"] is None or told["rule"] not in RULES:
        return {}
    proposed = row_about(told["target"], rule=told["rule"], as_of=site_day())
    return {_(label): say(value) for label, value in proposed.light.inputs.items()} if proposed else {}


def _sheet(request: HttpRequest, found: tuple[Row, ...], as_of: dt.date) -> HttpResponse:
    columns = [_("编号"), _("事项"), _("交给"), _("阶段"), _("办理期限"), _("逾期天数"), _("最近一步"), _("日期")]
    cells = [
        (
            row.order.number,
            row.order.title,
            str(row.order.body),
            str(row.stage.label),
            row.due,
            row.late_days,
            row.last.get_move_display(),
            row.last.day,
        )
        for row in found
    ]
    return sheet_file(request, title=_("督办单"), as_of=as_of, columns=columns, rows=cells)
