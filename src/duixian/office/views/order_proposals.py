"""What the rules propose to open an order about; a person opens it, or sets it aside and says why."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from duixian.office.clock import acting_now, site_day
from duixian.office.gate import account_of
from duixian.office.paging import page_of
from duixian.office.refusing import tell
from duixian.office.sheets import sheet_file, wants_sheet
from duixian.office.wording import say
from duixian.registers.models import Target
from duixian.reports import order_proposals
from duixian.reports.lit.refresh import SECONDS, refreshed
from duixian.units import Refused
from duixian.workflow.actions.set_order_aside import set_order_aside

_LONGEST = 400


def show(request: HttpRequest) -> HttpResponse:
    as_of = site_day()
    refreshed(day=as_of, seconds=SECONDS)
    found = order_proposals.rows(as_of=as_of)
    if wants_sheet(request):
        columns = [_("指标"), _("实事"), _("牵头单位"), _("提请的规则"), _("自"), _("判断")]
        cells = [
            (
                row.target.object,
                str(row.target.commitment),
                str(row.body or ""),
                say(row.reason),
                row.since,
                say(row.light.rule),
            )
            for row in found
        ]
        return sheet_file(request, title=_("提请立项"), as_of=as_of, columns=columns, rows=cells)
    return render(request, "office/order_proposals.html", {"page": page_of(request, found), "as_of": as_of})


def set_aside(request: HttpRequest, pk: int) -> HttpResponse:
    target = get_object_or_404(Target, pk=pk)
    rule = request.POST.get("rule", "")
    reason = request.POST.get("reason", "").replace("\x00", "")[:_LONGEST]
    try:
        set_order_aside(acting_now(account_of(request)), target, rule=rule, reason=reason)
    except Refused as refused:
        tell(request, refused)
    else:
        messages.success(request, _("已记入；亮灯再变时会重新提请。"))
    return redirect("office:proposed_orders")
