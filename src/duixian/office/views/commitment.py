"""One commitment whole, and its publication."""

from http import HTTPStatus

from django.contrib import messages
from django.forms import BaseForm
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from duixian.ledgers.activity.read import entries
from duixian.office.clock import acting_now, site_day
from duixian.office.forms import ReasonForm
from duixian.office.gate import account_of
from duixian.office.refusing import refuse, tell
from duixian.registers.models import Commitment
from duixian.reports import activity
from duixian.reports.answering import answering
from duixian.reports.chart import chart
from duixian.reports.commitment import detail
from duixian.reports.marked import Look
from duixian.units import Refused
from duixian.workflow.actions.release_commitments import release_commitments
from duixian.workflow.actions.withdraw_commitment import withdraw_commitment
from duixian.workflow.moves import may
from duixian.workflow.scope import answered_targets, correctable

_MOST_ENTRIES = 10


def show(request: HttpRequest, pk: int) -> HttpResponse:
    return _page(request, pk, ReasonForm())


def release(request: HttpRequest) -> HttpResponse:
    """Shows to the public all commitments whose ids were sent."""
    asked = Commitment.objects.filter(pk__in=[key for key in request.POST.getlist("commitment") if key.isdecimal()])
    try:
        released = release_commitments(acting_now(account_of(request)), asked)
    except Refused as refused:
        tell(request, refused)
    else:
        words = ngettext("已公开 %(count)s 件实事。", "已公开 %(count)s 件实事。", len(released))
        messages.success(request, words % {"count": len(released)})
    back = request.POST.get("next", "")
    return redirect(back if url_has_allowed_host_and_scheme(back, allowed_hosts=None) else "office:board")


def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    commitment = get_object_or_404(Commitment, pk=pk)
    form = ReasonForm(request.POST)
    if form.is_valid():
        try:
            withdraw_commitment(acting_now(account_of(request)), commitment, reason=form.cleaned_data["reason"])
        except Refused as refused:
            refuse(form, refused)
        else:
            messages.success(request, _("已撤回公开，群众看不到这件实事了。"))
            return redirect("office:commitment", pk=pk)
    return _page(request, pk, form)


def _page(request: HttpRequest, pk: int, form: BaseForm) -> HttpResponse:
    account, as_of = account_of(request), site_day()
    try:
        found = detail(pk, as_of=as_of)
    except Commitment.DoesNotExist as missing:
        raise Http404 from missing
    answered = answered_targets(account, found.row.commitment) if may(account, "post_progress") else {}
    context = {
        "as_of": as_of,
        "detail": found,
        "commitment": found.row.commitment,
        "charts": [(target, chart(target.curve, target.figures, as_of=as_of)) for target in found.targets],
        "looks": {
            f"target-{one.line.target.pk}": Look("target", f"#target-{one.line.target.pk}") for one in found.targets
        },
        "entries": activity.rows(entries(subject=found.row.commitment)[:_MOST_ENTRIES]),
        "form": form,
        "answering": answering(found.assignments, as_of=as_of),
        "answered": answered,
        "correctable": correctable(answered, (row for target in found.targets for row in target.postings)),
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else None
    return render(request, "office/commitment.html", context, status=status)
