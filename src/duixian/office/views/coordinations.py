"""Coordination bodies: the list, one with its seats, taking in a roster, and adjusting a seat."""

from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.forms import BaseForm
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from duixian.office.body_forms import AdjustForm, AsOfForm, LookForm, RosterForm, posted
from duixian.office.clock import acting_now, site_day
from duixian.office.gate import account_of
from duixian.office.paging import page_of
from duixian.office.refusing import refuse
from duixian.office.sheets import download, sheet_file, wants_sheet
from duixian.registers.models import Coordination, Document, Seat
from duixian.reports import coordination as report
from duixian.reports.adjusting_notice import adjusting_notice, may_draft
from duixian.reports.seats import SeatRow, seat_rows
from duixian.units import Refused
from duixian.workflow.actions.enter_coordination import enter_coordination
from duixian.workflow.actions.record_adjustment import record_adjustment
from duixian.workflow.coordinating import rosters_of

_ROSTER = "roster"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def show_all(request: HttpRequest) -> HttpResponse:
    form = LookForm(request.GET, today=site_day())
    form.is_valid()
    found = report.rows(as_of=form.day, words=form.cleaned_data.get("q", ""))
    if wants_sheet(request):
        return _list_sheet(request, found, form)
    read = Document.objects.filter(kind=_ROSTER, coordinations=None).defer("source__text").select_related("source")
    context = {"form": form, "page": page_of(request, found), "as_of": form.day, "read": read}
    return render(request, "office/coordinations.html", context, status=_bad(form))


def show(request: HttpRequest, pk: int) -> HttpResponse:
    form = AsOfForm(request.GET, today=site_day())
    form.is_valid()
    try:
        found = report.page(pk, as_of=form.day)
    except Coordination.DoesNotExist as missing:
        raise Http404 from missing
    if wants_sheet(request):
        columns = [_("席位"), _("姓名"), _("职务"), _("现任"), _("情况")]
        rows = [_seat_cells(row) for held in found.parts.values() for row in held]
        title = _("%(name)s成员") % {"name": found.coordination.name}
        return sheet_file(request, title=title, as_of=form.day, columns=columns, rows=rows)
    context = {"form": form, "found": found, "coordination": found.coordination, "as_of": form.day}
    return render(request, "office/coordination.html", context, status=_bad(form))


def enter(request: HttpRequest, pk: int) -> HttpResponse:
    """What was read of a roster document, and taking it into the register."""
    document = get_object_or_404(Document.objects.select_related("source"), pk=pk)
    form = RosterForm(posted(request))
    if request.method == "POST" and form.is_valid():
        try:
            entered = enter_coordination(acting_now(account_of(request)), document, day=form.cleaned_data["day"])
        except Refused as refused:
            refuse(form, refused)
        else:
            _tell_entered(request, entered)
            return redirect("office:coordinations")
    context = {"form": form, "document": document, "rosters": rosters_of(document)}
    return render(request, "office/enter_coordination.html", context, status=_wrong(form))


def adjust(request: HttpRequest, pk: int) -> HttpResponse:
    """Records the notice that fills a seat."""
    seat = get_object_or_404(Seat.objects.select_related("coordination", "post__body"), pk=pk)
    row = next(iter(seat_rows(Seat.objects.filter(pk=pk), as_of=site_day())), None)
    suggested = {"day": site_day(), "holder": row.holder if row else None}
    form = AdjustForm(posted(request), body=seat.post.body, initial=suggested)
    if request.method == "POST" and form.is_valid():
        try:
            record_adjustment(acting_now(account_of(request)), seat, **form.cleaned_data)
        except Refused as refused:
            refuse(form, refused)
        else:
            messages.success(request, _("已登记调整通知，席位从发文之日起由新成员担任。"))
            return redirect("office:coordination", pk=seat.coordination_id)
    context = {"form": form, "seat": seat, "row": row, "may_draft": may_draft(row)}
    return render(request, "office/record_adjustment.html", context, status=_wrong(form))


def notice(_request: HttpRequest, pk: int) -> HttpResponse:
    """The draft of the adjusting notice; there is none where the document asks for none."""
    row = next(iter(seat_rows(Seat.objects.filter(pk=pk), as_of=site_day())), None)
    if row is None or not may_draft(row):
        raise Http404
    name = f"关于调整{row.coordination}{row.seat.role_written}的通知-草稿.docx"
    return download(adjusting_notice(row, printed_on=site_day()), name=name, kind=DOCX)


def _tell_entered(request: HttpRequest, entered: Any) -> None:
    for one in entered:
        told = {"name": one.coordination.name, "seats": one.seats}
        messages.success(request, _("已登记%(name)s，%(seats)s 个席位。") % told)
        if one.unseated:
            words = _("%(names)s的职务没有写明单位，没有登记席位。请核对原文。")
            messages.warning(request, words % {"names": "、".join(one.unseated)})


def _list_sheet(request: HttpRequest, found: Any, form: LookForm) -> HttpResponse:
    columns = [_("机构"), _("组长（主任）"), _("办公室设在"), _("席位数"), _("待办席位"), _("递补规则"), _("从")]
    rows = [
        [
            row.coordination.name,
            "、".join(_sitting_name(one) for one in row.chairs),
            row.coordination.office.name if row.coordination.office else None,
            row.seats,
            row.waiting,
            row.coordination.get_succession_display(),
            row.coordination.begins,
        ]
        for row in found
    ]
    return sheet_file(request, title=_("议事协调机构"), as_of=form.day, columns=columns, rows=rows)


def _seat_cells(row: SeatRow) -> list[Any]:
    holder = row.holder.name if row.holder else None
    words = {
        "named": _("文件所列"),
        "passed": _("自动递补"),
        "vacant": _("暂缺"),
        "notice": _("待发文调整"),
        "unsaid": _("文件未说明，待定"),
        "differs": _("与登记不一致"),
    }
    return [row.seat.role_written, row.seat.name_written, str(row.seat.post), holder, words[row.sitting.value]]


def _sitting_name(row: SeatRow) -> str:
    return row.seat.name_written if row.waits or row.holder is None else row.holder.name


def _bad(form: BaseForm) -> int | None:
    return HTTPStatus.BAD_REQUEST if form.errors else None


def _wrong(form: BaseForm) -> int | None:
    return HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else None
