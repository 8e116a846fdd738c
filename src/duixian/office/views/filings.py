"""Reviewing reports: the list, one report whole, and every move that is made with it."""

from collections.abc import Callable
from functools import partial
from http import HTTPStatus
from io import BytesIO
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Max, Q
from django.db.models.functions import Coalesce
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from duixian.ledgers.filings.models import FilingMove, FilingStage
from duixian.ledgers.filings.month import Month
from duixian.ledgers.filings.read import filings, turn_of
from duixian.ledgers.models import Evidence, Filing
from duixian.office.clock import acting_now, site_day
from duixian.office.filing_review_forms import FilingsForm, ReopenForm, ReturnForm
from duixian.office.gate import account_of
from duixian.office.paging import page_of
from duixian.office.refusing import tell
from duixian.office.sheets import sheet_file, wants_sheet
from duixian.registers import store
from duixian.registers.models import Account, Role, Site
from duixian.reports.filing import detail
from duixian.units import Refused
from duixian.workflow.acting import Acting
from duixian.workflow.actions.accept_filing import accept_filing
from duixian.workflow.actions.pass_filing import pass_filing
from duixian.workflow.actions.reopen_filing import reopen_filing
from duixian.workflow.actions.return_filing import return_filing
from duixian.workflow.filing_scope import may_see_filing, seen_filings, verbs_now
from duixian.workflow.moves import may


def show_all(request: HttpRequest) -> HttpResponse:
    """Without a filter in the address everybody sees first what waits for them."""
    account, today = account_of(request), site_day()
    form = FilingsForm(request.GET or {"stage": _waiting_for(account)})
    wanted = form.cleaned_data if form.is_valid() else {}
    found = _narrowed(seen_filings(account, filings()), wanted).order_by("year", "month", "body__name", "lead__name")
    if wants_sheet(request):
        columns = [_("填报单位"), _("月份"), _("牵头单位"), _("期限"), _("首次提交"), _("办理状态")]
        return sheet_file(
            request, title=_("填报审核"), as_of=today, columns=columns, rows=[_cells(one) for one in found]
        )
    turns = Coalesce(Max("steps__pk", filter=~Q(steps__move=FilingMove.OPEN)), 0)
    page = page_of(request, found.annotate(turn=turns))
    accepts = may(account, "accept_filing") and any(one.state.stage == FilingStage.PASSED for one in page.object_list)
    return render(request, "office/filings.html", {"form": form, "page": page, "accepts": accepts, "as_of": today})


def show(request: HttpRequest, pk: int) -> HttpResponse:
    return _page(request, _filing_for(request, pk))


def file(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The bytes of a paper as they came, always to be saved and never shown."""
    found = get_object_or_404(Evidence.objects.select_related("filing__body", "filing__lead"), pk=pk)
    if found.filing is None or not may_see_filing(account_of(request), found.filing):
        raise PermissionDenied
    data = BytesIO(store.fetch(found.sha256))
    return FileResponse(data, as_attachment=True, filename=found.name, content_type="application/octet-stream")


def accept_many(request: HttpRequest) -> HttpResponse:
    """Accepts those that were chosen, each by itself: one that has moved on meanwhile is told of, the others go on."""
    acting, accepted = acting_now(account_of(request)), 0
    for chosen in request.POST.getlist("filing"):
        key, _colon, turn = chosen.partition(":")
        found = Filing.objects.filter(pk=int(key)).first() if key.isdecimal() and turn.isdecimal() else None
        if found is None:
            continue
        try:
            accept_filing(acting, found, turn=int(turn))
        except Refused as refused:
            tell(request, refused)
        else:
            accepted += 1
    if accepted:
        words = ngettext("已接受 %(count)s 份填报。", "已接受 %(count)s 份填报。", accepted)
        messages.success(request, words % {"count": accepted})
    return redirect("office:filings")


def pass_on(request: HttpRequest, pk: int) -> HttpResponse:
    return _moved(request, pk, pass_filing, _("已通过，等督查室审核。"))


def accept(request: HttpRequest, pk: int) -> HttpResponse:
    return _moved(request, pk, accept_filing, _("已接受，本月的数已锁定。"))


def give_back(request: HttpRequest, pk: int) -> HttpResponse:
    form = ReturnForm(request.POST)
    if not form.is_valid():
        return _page(request, _filing_for(request, pk), return_form=form)
    return _moved(request, pk, partial(return_filing, reason=form.cleaned_data["reason"]), _("已退回，原因已写明。"))


def reopen(request: HttpRequest, pk: int) -> HttpResponse:
    form = ReopenForm(request.POST)
    if not form.is_valid():
        return _page(request, _filing_for(request, pk), reopen_form=form)
    return _moved(request, pk, partial(reopen_filing, reason=form.cleaned_data["reason"]), _("已重新打开。"))


def _moved(request: HttpRequest, pk: int, act: Callable[..., Any], done: str) -> HttpResponse:
    filing, turn = _filing_for(request, pk), request.POST.get("turn", "")
    acting: Acting = acting_now(account_of(request))
    try:
        act(acting, filing, turn=int(turn) if turn.isdecimal() else -1)
    except Refused as refused:
        tell(request, refused)
        return redirect("office:filing_detail", pk=pk)
    messages.success(request, done)
    return redirect("office:filings")


def _filing_for(request: HttpRequest, pk: int) -> Filing:
    found = get_object_or_404(filings(), pk=pk)
    if not may_see_filing(account_of(request), found):
        raise PermissionDenied
    return found


def _page(request: HttpRequest, filing: Filing, **forms: Any) -> HttpResponse:
    context = {
        "filing": filing,
        "detail": detail(filing, site=Site.current()),
        "turn": turn_of(filing),
        "verbs": verbs_now(account_of(request), filing),
        "return_form": ReturnForm(),
        "reopen_form": ReopenForm(),
        "as_of": site_day(),
        **forms,
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if any(form.errors for form in forms.values()) else None
    return render(request, "office/filing_detail.html", context, status=status)


def _waiting_for(account: Account) -> str:
    """The stage in which a report waits for this role."""
    return {Role.REPORTER: FilingStage.SUBMITTED, Role.SUPERVISION: FilingStage.PASSED}.get(Role(account.role), "")


def _narrowed(found: Any, wanted: dict[str, Any]) -> Any:
    if stage := wanted.get("stage"):
        found = found.filter(state__stage=stage)
    if month := wanted.get("month"):
        found = found.filter(year=month.year, month=month.month)
    return found.filter(body=body) if (body := wanted.get("body")) else found


def _cells(filing: Filing) -> list[Any]:
    return [
        str(filing.body),
        str(Month(filing.year, filing.month)),
        str(filing.lead),
        filing.due,
        filing.state.first_submitted,
        str(filing.state.get_stage_display()),
    ]
