"""Shares of targets: the list, one target with its levels, and the forms that share, type and link."""

from collections.abc import Sequence
from http import HTTPStatus

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from duixian.ledgers.progress.series import Series
from duixian.office.clock import acting_now, site_day
from duixian.office.gate import account_of
from duixian.office.paging import page_of
from duixian.office.refusing import refuse
from duixian.office.share_forms import AllocationFilterForm, PartsForm, ShareForm, TypeForm
from duixian.office.sheets import sheet_file, wants_sheet
from duixian.office.wording import say
from duixian.registers.models import Allocation, Target
from duixian.reports import allocation
from duixian.reports.sheet import Cell
from duixian.units import Refused, plain
from duixian.workflow.actions.cover_places import cover_places
from duixian.workflow.actions.retype_target import retype_target
from duixian.workflow.actions.share_further import share_further
from duixian.workflow.actions.share_out import share_out
from duixian.workflow.moves import may
from duixian.workflow.scope import answers_for

_COLUMNS = (
    lazy("实事"),
    lazy("指标"),
    lazy("单位"),
    lazy("数量类型"),
    lazy("指标数"),
    lazy("分给"),
    lazy("下达"),
    lazy("自加"),
    lazy("再往下分"),
    lazy("要处理的"),
)


def show_all(request: HttpRequest) -> HttpResponse:
    form = AllocationFilterForm(request.GET)
    form.is_valid()
    told = form.cleaned_data
    as_of = site_day()
    found = allocation.rows(
        as_of=as_of, year=told.get("year"), place=told.get("place"), wrong_only=bool(told.get("wrong"))
    )
    if wants_sheet(request):
        cells = [line for row in found for line in _cells(row)]
        return sheet_file(request, title=_("任务分解"), as_of=as_of, columns=[*map(str, _COLUMNS)], rows=cells)
    context = {"form": form, "page": page_of(request, found), "totals": _totals(found), "as_of": as_of}
    return render(request, "office/allocations.html", context)


def show(request: HttpRequest, pk: int) -> HttpResponse:
    row = _row(pk)
    if wants_sheet(request):
        columns = [*map(str, _COLUMNS)]
        return sheet_file(request, title=_("任务分解"), as_of=site_day(), columns=columns, rows=list(_cells(row)))
    account = account_of(request)
    further = [
        share.pk
        for share in row.shares
        if may(account, "share_further") and answers_for(account, row.target, series=Series.of(share.owner))
    ]
    return render(request, "office/target_shares.html", {"row": row, "target": row.target, "further": further})


def share(request: HttpRequest, pk: int) -> HttpResponse:
    """The table by which a target is shared out, or by which a coverage is told its places."""
    row = _row(pk)
    target, places = row.target, allocation.places_to_share_with(row.target)
    form = ShareForm(
        request.POST if request.method == "POST" else None, target=target, places=places, shares=row.shares
    )
    if request.method == "POST" and form.is_valid() and "sum" not in request.POST and _shared(request, form):
        messages.success(request, _("已保存“%(target)s”的分解。") % {"target": target})
        return redirect("office:target_shares", pk=pk)
    assigned, topped_up = form.sums
    context = {
        "form": form,
        "row": row,
        "target": target,
        "assigned": assigned,
        "topped_up": topped_up,
        "rest": row.value - assigned,
        "excess": assigned - row.value,
    }
    return render(request, "office/share_out.html", context, status=_status(form))


def further(request: HttpRequest, pk: int) -> HttpResponse:
    """The townships' parts of one share."""
    held = get_object_or_404(Allocation.objects.select_related("target__commitment", "place", "body"), pk=pk)
    written = "\n".join(f"{part.name} {plain(part.value)}" for part in held.parts.all())
    form = PartsForm(request.POST if request.method == "POST" else None, initial={"parts": written})
    if request.method == "POST" and form.is_valid():
        found = form.cleaned_data
        try:
            share_further(acting_now(account_of(request)), held, found["parts"], reason=found["reason"])
        except Refused as refused:
            refuse(form, refused)
        else:
            messages.success(request, _("已保存%(owner)s往下的分解。") % {"owner": held.owner})
            return redirect("office:target_shares", pk=held.target_id)
    context = {"form": form, "share": held, "target": held.target}
    return render(request, "office/share_further.html", context, status=_status(form))


def retype(request: HttpRequest, pk: int) -> HttpResponse:
    """The form that types a target anew."""
    target = get_object_or_404(Target.objects.select_related("commitment"), pk=pk)
    initial = {"nature": target.nature, "counting": target.counting, "counter": target.counter}
    form = TypeForm(request.POST if request.method == "POST" else None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            retype_target(acting_now(account_of(request)), target, form.typed, reason=form.cleaned_data["reason"])
        except Refused as refused:
            refuse(form, refused)
        else:
            messages.success(request, _("已改“%(target)s”的类型。") % {"target": target})
            return redirect("office:target_shares", pk=pk)
    return render(request, "office/retype_target.html", {"form": form, "target": target}, status=_status(form))


def _shared(request: HttpRequest, form: ShareForm) -> bool:
    act = cover_places if form.covers else share_out
    try:
        act(acting_now(account_of(request)), form.target, form.given(), reason=form.cleaned_data.get("reason", ""))
    except Refused as refused:
        refuse(form, refused)
        return False
    return True


def _row(pk: int) -> allocation.Row:
    try:
        return allocation.row_for(pk)
    except Target.DoesNotExist as missing:
        raise Http404 from missing


def _totals(found: Sequence[allocation.Row]) -> list[tuple[str, int]]:
    """The counts above the list, each with its word; remarks of one word together."""
    counted: dict[str, int] = {}
    for code, count in allocation.totals(found).items():
        word = _(allocation.REMARKS[code][0]) if code in allocation.REMARKS else _("已分解")
        counted[word] = counted.get(word, 0) + count
    return list(counted.items())


def _cells(row: allocation.Row) -> list[tuple[Cell, ...]]:
    """A line a share; a target that is not shared out has one line."""
    target = row.target
    head: tuple[Cell, ...] = (target.commitment.title, target.object, target.unit, target.get_nature_display())
    said = "；".join(say(remark.found) for remark in row.remarks) or None
    if not row.shares:
        return [(*head, row.value, None, None, None, None, said)]
    return [
        (*head, row.value, str(one.owner), one.assigned, one.topped_up or None, one.passed_on, said if first else None)
        for one in row.shares
        for first in (one is row.shares[0],)
    ]


def _status(form: AllocationFilterForm | ShareForm | PartsForm | TypeForm) -> HTTPStatus | None:
    return HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound and form.errors else None
