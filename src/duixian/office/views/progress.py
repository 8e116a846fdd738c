"""Reporting progress, and correcting what was reported."""

from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.db.models import F
from django.forms import BaseForm
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from duixian.ledgers.models import Posting
from duixian.ledgers.progress.post import Figure
from duixian.ledgers.progress.read import newest_posting
from duixian.ledgers.progress.series import WHOLE, Series
from duixian.office.clock import acting_now, site_day
from duixian.office.forms import CorrectingForm, PostingForm
from duixian.office.gate import account_of
from duixian.office.refusing import refuse
from duixian.registers.models import Body, Place, Target
from duixian.reports.commitment import TargetDetail, detail
from duixian.units import Refused, plain
from duixian.workflow.actions.correct_progress import correct_progress
from duixian.workflow.actions.post_progress import post_progress
from duixian.workflow.scope import answers_for


def post(request: HttpRequest, pk: int) -> HttpResponse:
    """One form a target, or a share of it; a target that is shared out first asks which share."""
    target = get_object_or_404(Target.objects.select_related("commitment", "measure"), pk=pk)
    series = _asked(request)
    if series == WHOLE and target.allocations.exists():
        return _shares(request, target)
    newest = newest_posting(target, series)
    seen = newest.pk if newest else None
    if request.method != "POST":
        return _form_page(request, target, series, PostingForm(initial={"day": site_day(), "seen": seen}))
    form = PostingForm(request.POST)
    if form.is_valid() and _posted(request, form, target, series):
        messages.success(request, _("已填报“%(target)s”，灯和图已更新。") % {"target": target})
        return redirect(f"{reverse('office:commitment', args=[target.commitment_id])}#target-{pk}")
    # What somebody else posted meanwhile is on the page now: sent again, the form answers to that.
    sent = request.POST.copy()
    sent["seen"] = str(seen or "")
    form.data = sent
    return _form_page(request, target, series, form)


def correct(request: HttpRequest, pk: int) -> HttpResponse:
    wrong = get_object_or_404(Posting.objects.select_related("target__commitment", "target__measure", "place"), pk=pk)
    form = CorrectingForm(request.POST if request.method == "POST" else None, initial={"value": plain(wrong.value)})
    if request.method == "POST" and form.is_valid() and _corrected(request, form, wrong):
        messages.success(request, _("已更正，原来的数划去保留。"))
        return redirect(f"{reverse('office:commitment', args=[wrong.target.commitment_id])}#target-{wrong.target_id}")
    context = {"posting": wrong, "target": wrong.target, "form": form, "as_of": site_day()}
    return render(request, "office/correct_progress.html", context, status=_status(form))


def _posted(request: HttpRequest, form: PostingForm, target: Target, series: Series) -> bool:
    found: dict[str, Any] = form.cleaned_data
    figure = Figure(day=found["day"], value=found["value"], note=found["note"], seen=found["seen"])
    try:
        post_progress(acting_now(account_of(request)), target, figure, series=series)
    except Refused as refused:
        refuse(form, refused)
        return False
    return True


def _corrected(request: HttpRequest, form: CorrectingForm, wrong: Posting) -> bool:
    found = form.cleaned_data
    try:
        correct_progress(acting_now(account_of(request)), wrong, value=found["value"], reason=found["reason"])
    except Refused as refused:
        refuse(form, refused)
        return False
    return True


def _asked(request: HttpRequest) -> Series:
    """The share that is asked for: ``place`` names one by its code, ``body`` by its number."""
    asked = request.POST if request.method == "POST" else request.GET
    if code := asked.get("place"):
        # Of a code that came back under another name, the one in force.
        found = Place.objects.filter(code=code).order_by(F("valid_to").desc(nulls_first=True)).first()
        if found is None:
            raise Http404
        return Series.of(found)
    body = asked.get("body", "")
    return Series.of(get_object_or_404(Body, pk=body) if body.isdecimal() else None)


def _shares(request: HttpRequest, target: Target) -> HttpResponse:
    """Which share? Only those this account answers for."""
    account = account_of(request)
    shares = [share for share in _detail_of(target).shares if answers_for(account, target, series=share.series)]
    context = {"target": target, "shares": shares, "as_of": site_day()}
    return render(request, "office/post_progress_places.html", context)


def _form_page(request: HttpRequest, target: Target, series: Series, form: BaseForm) -> HttpResponse:
    found = _detail_of(target)
    context = {
        "target": target,
        "owner": series.owner(),
        "series": series,
        "form": form,
        "as_of": site_day(),
        "detail": found,
        "share": next((share for share in found.shares if share.series == series), None),
        "postings": [item for item in found.postings if item.series == series],
        "may": answers_for(account_of(request), target, series=series),
        "newest": newest_posting(target, series),
    }
    return render(request, "office/post_progress.html", context, status=_status(form))


def _detail_of(target: Target) -> TargetDetail:
    found = detail(target.commitment_id, as_of=site_day())
    one = next((item for item in found.targets if item.line.target.pk == target.pk), None)
    if one is None:
        raise Http404
    return one


def _status(form: BaseForm) -> HTTPStatus | None:
    return HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else None
