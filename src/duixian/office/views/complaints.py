"""意见建议: what people say about what they are asked, and the answers."""

from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from duixian.ledgers.complaints.models import Complaint
from duixian.ledgers.complaints.read import complaints
from duixian.office.burden_forms import AnswerForm, ComplaintForm
from duixian.office.clock import acting_now, site_day
from duixian.office.gate import account_of
from duixian.office.paging import page_of
from duixian.office.refusing import tell
from duixian.office.sheets import sheet_file, wants_sheet
from duixian.registers.models import Role
from duixian.units import Refused
from duixian.workflow.actions.answer_complaint import answer_complaint
from duixian.workflow.actions.complain import complain


def show(request: HttpRequest) -> HttpResponse:
    """A reporter sees what their own body said; everybody else sees all."""
    return _page(request, ComplaintForm())


def say_it(request: HttpRequest) -> HttpResponse:
    form = ComplaintForm(request.POST)
    if not form.is_valid():
        return _page(request, form)
    complain(acting_now(account_of(request)), text=form.cleaned_data["text"])
    messages.success(request, _("已收到，答复会显示在这里。"))
    return redirect("office:complaints")


def answer(request: HttpRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Complaint, pk=pk)
    try:
        answer_complaint(acting_now(account_of(request)), found, text=request.POST.get("text", "")[:500])
    except Refused as refused:
        tell(request, refused)
    else:
        messages.success(request, _("已答复。"))
    return redirect("office:complaints")


def _page(request: HttpRequest, form: ComplaintForm) -> HttpResponse:
    account, today = account_of(request), site_day()
    found = complaints()
    if account.role == Role.REPORTER:
        found = found.filter(body=account.body)
    if wants_sheet(request):
        columns = [_("日期"), _("单位"), _("意见或建议"), _("答复")]
        rows: list[list[Any]] = [[one.day, str(one.body or "—"), one.text, _answer_of(one)] for one in found]
        return sheet_file(request, title=_("意见建议"), as_of=today, columns=columns, rows=rows)
    context = {"form": form, "page": page_of(request, found), "answering": AnswerForm(auto_id=False), "as_of": today}
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else None
    return render(request, "office/complaints.html", context, status=status)


def _answer_of(complaint: Complaint) -> str | None:
    return complaint.answer.text if hasattr(complaint, "answer") else None
