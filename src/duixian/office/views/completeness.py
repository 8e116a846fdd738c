"""报送情况: who handed in which month's report, and when."""

from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from duixian.ledgers.filings.month import Month, last_over, months_from
from duixian.office.clock import site_day
from duixian.office.filing_review_forms import CompletenessForm
from duixian.office.paging import page_of
from duixian.office.sheets import sheet_file, wants_sheet
from duixian.reports.completeness import Row, rows, summary
from duixian.reports.sheet import Cell

_SHOWN_AT_FIRST = 3


def show(request: HttpRequest) -> HttpResponse:
    today = site_day()
    form = CompletenessForm(request.GET, today=today)
    wanted: dict[str, Any] = form.cleaned_data if form.is_valid() else {}
    as_of = wanted.get("as_of") or today
    found = rows(months=_months(wanted, last_over(as_of)), as_of=as_of, body=wanted.get("body"))
    if wants_sheet(request):
        return sheet_file(
            request, title=_("报送情况"), as_of=as_of, columns=_columns(), rows=[_cells(row) for row in found]
        )
    context = {"form": form, "page": page_of(request, found), "summary": summary(found), "as_of": as_of}
    return render(request, "office/completeness.html", context, status=HTTPStatus.BAD_REQUEST if form.errors else None)


def _months(wanted: dict[str, Any], newest: Month) -> list[Month]:
    """The months asked for, at most a year of them; the newest three where none is."""
    until = wanted.get("until") or newest
    since = wanted.get("since") or until.after(1 - _SHOWN_AT_FIRST)
    return list(months_from(max(since, until.after(-11)), until=until))


def _columns() -> list[str]:
    return [
        _("月份"),
        _("填报单位"),
        _("牵头单位"),
        _("应报项数"),
        _("期限"),
        _("首次提交"),
        _("逾期工作日"),
        _("退回次数"),
        _("办理状态"),
    ]


def _cells(row: Row) -> list[Cell]:
    return [
        str(row.month),
        str(row.body),
        str(row.lead),
        row.owed,
        row.due.day,
        row.handed_in,
        row.late,
        row.returned,
        str(row.stage.label),
    ]
