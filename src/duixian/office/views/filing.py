"""本期填报: one page with all that a reporter's body owes for a month."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from duixian.ledgers.filings.due import Due, due_of
from duixian.ledgers.filings.models import FilingStage
from duixian.ledgers.filings.month import Month, last_over
from duixian.ledgers.filings.owed import Line
from duixian.ledgers.filings.read import filings_of, turn_of
from duixian.ledgers.models import Evidence, Filing
from duixian.office.clock import acting_now
from duixian.office.filing_form import FilingForm
from duixian.office.gate import account_of
from duixian.office.upload import was_over_limit
from duixian.office.wording import say
from duixian.registers.models import Site
from duixian.units import Refused
from duixian.workflow.acting import Acting
from duixian.workflow.actions.add_evidence import Paper, add_evidence
from duixian.workflow.actions.submit_filing import FiguresRefused, submit_filing
from duixian.workflow.filing_scope import check_own_body
from duixian.workflow.owing import owed_lines
from duixian.workflow.prefilling import prefills, seen_postings

_FILLED_IN = (FilingStage.OPEN, FilingStage.RETURNED)


@dataclass(frozen=True, slots=True)
class _Period:
    """What a body owes for one month, as it stands. ``lines`` are those that can still be filled in."""

    month: Month
    lines: tuple[Line, ...]
    filings: tuple[Filing, ...]
    turns: dict[int, int]
    due: Due

    @property
    def open_filings(self) -> tuple[Filing, ...]:
        """The reports that were returned or opened again, with why."""
        return tuple(one for one in self.filings if one.state.stage in _FILLED_IN and one.state.step.reason)

    @property
    def handed_in(self) -> tuple[Filing, ...]:
        """The reports that wait for others, or are accepted."""
        return tuple(one for one in self.filings if one.state.stage not in _FILLED_IN)


def show(request: HttpRequest, month: str | None = None) -> HttpResponse:
    """The form of the month in the address, else of the newest month that is over."""
    acting = acting_now(account_of(request))
    try:
        period = _period(acting, _month(month, today=acting.today))
    except Refused as refused:
        return render(request, "office/filing_none.html", {"why": refused.sentence, "as_of": acting.today})
    if request.method == "POST" and not period.lines:
        messages.warning(request, _("这个月已经没有要填的：填报已经提交，没有重复写入。"))
        return redirect(request.path)
    form = _form(acting, period, request if request.method == "POST" else None)
    if request.method == "POST" and _handed_in(acting, period, form):
        messages.success(request, _("已提交 %(count)s 项，进度已更新。") % {"count": len(period.lines)})
        return redirect("office:duties")
    return _page(request, acting, period, form)


def _month(written: str | None, *, today: dt.date) -> Month:
    if written is None:
        return last_over(today)
    try:
        return Month.read(written)
    except ValueError as wrong:
        raise Http404 from wrong


def _period(acting: Acting, month: Month) -> _Period:
    """Errors: Refused for an account without a body, and for a month that is not over."""
    body = check_own_body(acting.account)
    owed = owed_lines(acting, month)
    filings = tuple(filings_of(body.pk, months=[month]).exclude(state=None))
    closed = {one.lead_id for one in filings if one.state.stage not in _FILLED_IN}
    lines = tuple(line for line in owed if line.lead not in closed)
    kept = {one.lead_id: one for one in filings}
    turns = {line.lead: turn_of(kept[line.lead]) if line.lead in kept else 0 for line in lines}
    return _Period(month, lines, filings, turns, due_of(month, site=Site.current()))


def _form(acting: Acting, period: _Period, request: HttpRequest | None) -> FilingForm:
    known, seen = prefills(period.lines, month=period.month), seen_postings(period.lines, month=period.month)
    made = partial(FilingForm, lines=period.lines, known=known, seen=seen, turns=period.turns, now=acting.now)
    if request is None:
        return made()
    form = made(request.POST, request.FILES)
    if was_over_limit(request):
        form.add_error(None, _("有文件超过 20 MB 的上限，没有存入。请压缩或拆成几个文件后再传。"))
    return form


def _handed_in(acting: Acting, period: _Period, form: FilingForm) -> bool:
    """Papers first: what was uploaded stays, even where a figure has to be mended."""
    valid = form.is_valid()
    _keep_papers(acting, period, form)
    if not valid or form.errors:
        return False
    try:
        submit_filing(acting, period.month, form.entries, turns=form.turns, opened_at=form.opened_at)
    except FiguresRefused as refused:
        for key, problem in refused.problems.items():
            form.refuse_line(key, code=problem.code, words=say(problem.sentence))
        form.add_error(None, say(refused.sentence))
        return False
    except Refused as refused:
        form.add_error(None, say(refused.sentence))
        return False
    return True


def _keep_papers(acting: Acting, period: _Period, form: FilingForm) -> None:
    for line in period.lines:
        name = f"evidence_{line.key}"
        for file in form.cleaned_data.get(name) or ():
            try:
                add_evidence(acting, period.month, line.key, Paper(name=file.name, data=file.read()))
            except Refused as refused:
                form.add_error(name, say(refused.sentence))


def _page(request: HttpRequest, acting: Acting, period: _Period, form: FilingForm) -> HttpResponse:
    # What others did meanwhile is told on the page now: sent again, the form answers to that.
    now = _period(acting, period.month) if form.is_bound else period
    if form.is_bound:
        form.data = _renewed(form.data, now)
    papers = Evidence.objects.filter(filing__in=[one.pk for one in now.filings])
    context: dict[str, Any] = {
        "period": now,
        "body": check_own_body(acting.account),
        "form": form,
        "groups": form.groups(papers),
        "known": sum(line.key in form.known for line in period.lines),
        "is_late": now.due.day is not None and acting.today > now.due.day,
        "as_of": acting.today,
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else None
    return render(request, "office/filing.html", context, status=status)


def _renewed(sent: Any, period: _Period) -> Any:
    data = sent.copy()
    for lead, turn in period.turns.items():
        data[f"turn_{lead}"] = str(turn)
    for key, posting in _seen(period.lines, period.month).items():
        data[f"seen_{key}"] = str(posting)
    return data


def _seen(lines: Sequence[Line], month: Month) -> dict[str, int]:
    return dict(seen_postings(lines, month=month))
