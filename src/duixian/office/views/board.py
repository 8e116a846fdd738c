"""The board: every commitment at a glance."""

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from duixian.office.clock import site_day
from duixian.office.forms import BoardForm
from duixian.office.gate import account_of
from duixian.pace import NotInForceError
from duixian.registers.models import Role
from duixian.reports import board
from duixian.reports.board_filter import narrowed, of_any_light


def show(request: HttpRequest) -> HttpResponse:
    """Without any filter in the address a reporter sees what concerns their own body."""
    account, today = account_of(request), site_day()
    own = account.body if account.role == Role.REPORTER else None
    asked = request.GET or ({"body": own.pk} if own else {})
    form = BoardForm(asked, own=own, today=today)
    form.is_valid()
    as_of = form.cleaned_data.get("as_of", today)
    try:
        found = board.rows(as_of=as_of, year=form.cleaned_data.get("year"))
    except NotInForceError:
        form.add_error("as_of", _("那一天还没有亮灯规则，不能判断。请填更晚的日期。"))
        as_of, found = today, board.rows(as_of=today)
    apart = narrowed(found, of_any_light(form.wanted))
    rows = narrowed(apart, form.wanted)
    context = {
        "form": form,
        "as_of": as_of,
        "is_past": as_of != today,
        "rows": rows,
        "many_documents": len({row.commitment.document_id for row in rows}) > 1,
        "total": len(apart),
        "counts": board.light_counts(apart),
        "is_filtered": bool(request.GET) or own is not None,
    }
    return render(request, "office/board.html", context, status=HTTPStatus.BAD_REQUEST if form.errors else None)
