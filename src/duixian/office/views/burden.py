"""填报负担: what was asked in a month against the ceiling, and the ceiling itself."""

from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from duixian.ledgers.filings.month import last_over
from duixian.office.burden_forms import BurdenForm, CeilingsForm
from duixian.office.clock import acting_now, site_day
from duixian.office.gate import account_of
from duixian.office.paging import page_of
from duixian.office.refusing import refuse
from duixian.office.sheets import sheet_file, wants_sheet
from duixian.registers.models import Site
from duixian.reports.burden import MOST_MINUTES_A_FORM, Row, rows
from duixian.reports.sheet import Cell
from duixian.units import Refused
from duixian.workflow.actions.set_ceilings import set_ceilings


def show(request: HttpRequest) -> HttpResponse:
    return _page(request, _ceilings())


def set_them(request: HttpRequest) -> HttpResponse:
    form = CeilingsForm(request.POST)
    if form.is_valid():
        try:
            set_ceilings(acting_now(account_of(request)), **form.cleaned_data)
        except Refused as refused:
            refuse(form, refused)
        else:
            messages.success(request, _("上限已改。"))
            return redirect("office:burden")
    return _page(request, form)


def _ceilings() -> CeilingsForm:
    site = Site.current()
    return CeilingsForm(initial={"most_fields": site.most_fields, "most_minutes": site.most_minutes})


def _page(request: HttpRequest, ceilings: BaseForm) -> HttpResponse:
    today = site_day()
    form = BurdenForm(request.GET)
    month = (form.cleaned_data.get("month") if form.is_valid() else None) or last_over(today)
    found = rows(month=month, as_of=today)
    if wants_sheet(request):
        columns = [
            _("县市或单位"),
            _("要填项数"),
            _("手填项数"),
            _("提交次数"),
            _("分钟"),
            _("未测次数"),
            _("超项"),
            _("超分钟"),
        ]
        cells = [_cells(row) for row in found]
        return sheet_file(request, title=_("填报负担") + str(month), as_of=today, columns=columns, rows=cells)
    context: dict[str, Any] = {
        "form": form,
        "month": month,
        "page": page_of(request, found),
        "over": sum(row.is_over for row in found),
        "site": Site.current(),
        "most_minutes": MOST_MINUTES_A_FORM,
        "ceilings": ceilings,
        "as_of": today,
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if ceilings.errors else None
    return render(request, "office/burden.html", context, status=status)


def _columns() -> list[str]:
    return [
        _("县市或单位"),
        _("要填项数"),
        _("手填项数"),
        _("提交次数"),
        _("分钟"),
        _("未测次数"),
        _("超项"),
        _("超分钟"),
    ]


def _cells(row: Row) -> list[Cell]:
    return [
        str(row.owner),
        row.asked,
        row.typed,
        row.submissions,
        row.minutes,
        row.unmeasured,
        row.fields_over,
        row.minutes_over,
    ]
