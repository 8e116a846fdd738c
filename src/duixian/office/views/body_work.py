"""A body's page: what it leads and supports, its shares, its reports and its open orders."""

from http import HTTPStatus
from typing import Any

from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from duixian.office.body_forms import AsOfForm
from duixian.office.clock import day_of
from duixian.office.lights_of_day import lights_of
from duixian.office.paging import page_of
from duixian.office.sheets import sheet_file, wants_sheet
from duixian.pace import Code, NotInForceError
from duixian.registers.models import Body, Part
from duixian.reports import recent_filings
from duixian.reports.board import Row
from duixian.reports.body import BodyWork, body_work
from duixian.reports.orders import open_now
from duixian.reports.sheet import Cell

_COLUMNS = (lazy("年度"), lazy("实事"), lazy("身份"), lazy("亮灯"), lazy("期限"), lazy("最近填报"))


def show(request: HttpRequest, pk: int) -> HttpResponse:
    """As of a day; another name of a body leads to the body itself."""
    today = day_of(request)
    form = AsOfForm(request.GET, today=today)
    form.is_valid()
    asked = request.GET.get("light", "")
    light, lights = Code(asked) if asked in set(Code) else None, lights_of(form.day, today=today)
    try:
        work = body_work(pk, as_of=form.day, light=light, kept=lights.kept)
    except NotInForceError:
        form.add_error("as_of", _("那一天还没有亮灯规则，不能判断。请填更晚的日期。"))
        work = body_work(pk, as_of=today, light=light, kept=False)
    except Body.DoesNotExist as missing:
        raise Http404 from missing
    if work.body.same_as_id is not None:
        return redirect("office:body", pk=work.body.same_as_id)
    if wants_sheet(request) and not form.errors:
        return _sheet(request, work)
    as_of, page = work.commitments.as_of, page_of(request, work.commitments.keys)
    context: dict[str, Any] = {
        "form": form,
        "body": work.body,
        "as_of": as_of,
        "is_past": as_of != today,
        "waiting": lights.waiting,
        "work": work,
        "light": light,
        "page": page,
        "rows": [(row, part_of(work, row)) for row in work.commitments.rows(list(page))],
        "filings": recent_filings.rows(work.keys, as_of=as_of),
        "orders": open_now(Q(order__body__in=work.keys), as_of=as_of),
    }
    return render(request, "office/body.html", context, status=HTTPStatus.BAD_REQUEST if form.errors else None)


def part_of(work: BodyWork, row: Row) -> str:
    """What the body is to a commitment, in a word."""
    part = work.parts.get(row.commitment.pk)
    if part is None:
        return _("分解")
    return _("牵头") if part is Part.LEAD else _("责任")


def _sheet(request: HttpRequest, work: BodyWork) -> HttpResponse:
    cells = [_cells(work, row) for row in work.commitments.rows(work.commitments.keys)]
    columns = [str(column) for column in _COLUMNS]
    title = _("%(body)s承担的实事") % {"body": work.body.name}
    return sheet_file(request, title=title, as_of=work.commitments.as_of, columns=columns, rows=cells)


def _cells(work: BodyWork, row: Row) -> list[Cell]:
    word = _(row.light.word) if row.light else None
    return [row.commitment.year, row.commitment.title, part_of(work, row), word, row.due, row.last_day]
