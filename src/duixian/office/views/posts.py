"""Posts: who holds one, what lies on it, changing its holder, and the hand-over lists."""

from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from duixian.ledgers.handovers.models import Handover
from duixian.ledgers.handovers.read import Holdings, handovers
from duixian.office.body_forms import AsOfForm, ChangeForm, posted
from duixian.office.clock import acting_now, site_day
from duixian.office.gate import account_of
from duixian.office.paging import page_of
from duixian.office.refusing import refuse
from duixian.office.sheets import sheet_file, wants_sheet
from duixian.registers.models import Post
from duixian.reports import handover
from duixian.reports.handover import Row
from duixian.units import Refused
from duixian.workflow.actions.change_holder import Change, change_holder
from duixian.workflow.open_duties import open_duties


def show(request: HttpRequest, pk: int) -> HttpResponse:
    """A post with everyone who held it, and for each holder of the day what is open."""
    post = get_object_or_404(Post.objects.select_related("body"), pk=pk)
    form = AsOfForm(request.GET, today=site_day())
    form.is_valid()
    held = Holdings([post.pk], as_of=form.day)
    serving = held.holders(post.pk)
    duties = [(holder, handover.rows(open_duties(post, holder, day=form.day))) for holder in serving or (None,)]
    if wants_sheet(request):
        rows = [[holder.name if holder else None, *_cells(row)] for holder, found in duties for row in found]
        title = _("%(post)s职责") % {"post": post}
        return sheet_file(request, title=title, as_of=form.day, columns=[_("任职者"), *_columns()], rows=rows)
    context = {
        "form": form,
        "post": post,
        "as_of": form.day,
        "holders": held.ever(post.pk),
        "serving": serving,
        "duties": duties,
        "handovers": handovers(post=post),
    }
    return render(request, "office/post.html", context, status=HTTPStatus.BAD_REQUEST if form.errors else None)


def change(request: HttpRequest, pk: int) -> HttpResponse:
    post = get_object_or_404(Post.objects.select_related("body"), pk=pk)
    serving = Holdings([post.pk], as_of=site_day()).holders(post.pk)
    suggested = {"day": site_day(), "outgoing": serving[0] if len(serving) == 1 else None}
    form = ChangeForm(posted(request), post=post, initial=suggested)
    if request.method == "POST" and form.is_valid():
        try:
            row = change_holder(acting_now(account_of(request)), post, Change(**form.cleaned_data))
        except Refused as refused:
            refuse(form, refused)
        else:
            messages.success(request, _("已变更，%(count)s 项随职务交接。") % {"count": len(row.items)})
            return redirect("office:handover", pk=row.pk)
    context = {"form": form, "post": post, "serving": serving}
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else None
    return render(request, "office/change_holder.html", context, status=status)


def show_handover(request: HttpRequest, pk: int) -> HttpResponse:
    row = get_object_or_404(handovers(), pk=pk)
    found = handover.rows(row.items)
    if wants_sheet(request):
        title = _("%(post)s交接清单") % {"post": row.post}
        return sheet_file(request, title=title, as_of=row.day, columns=_columns(), rows=[_cells(one) for one in found])
    return render(request, "office/handover.html", {"handover": row, "rows": found, "waiting": _waiting(row)})


def show_handovers(request: HttpRequest) -> HttpResponse:
    found = handovers()
    if wants_sheet(request):
        columns = [_("职务"), _("接任首日"), _("离任"), _("接任"), _("交接项数"), _("办理人")]
        rows: list[list[Any]] = [
            [
                str(row.post),
                row.day,
                row.outgoing.name if row.outgoing else None,
                row.incoming.name if row.incoming else None,
                len(row.items),
                row.by.full_name,
            ]
            for row in found
        ]
        return sheet_file(request, title=_("职务交接"), as_of=site_day(), columns=columns, rows=rows)
    return render(request, "office/handovers.html", {"page": page_of(request, found)})


def _columns() -> list[str]:
    return [_("类别"), _("事项"), _("对象"), _("已完成"), _("目标"), _("计量单位"), _("阶段"), _("期限")]


def _cells(row: Row) -> list[Any]:
    return [_(row.kind), row.title, row.object, row.value, row.goal, row.unit, row.stage, row.due]


def _waiting(row: Handover) -> list[Any]:
    """The seats in coordination bodies that still wait because of this change."""
    return list(row.post.coordination_seats.filter(waits_since=row.day, ends=None).select_related("coordination"))
