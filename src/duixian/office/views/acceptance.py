"""验收: accepting a target that is done, and taking that back."""

from http import HTTPStatus
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from duixian.ledgers.acceptances.read import standing_acceptance
from duixian.office.clock import acting_now, site_day
from duixian.office.forms import WordsField
from duixian.office.gate import account_of
from duixian.office.refusing import refuse
from duixian.office.wording import say
from duixian.registers.models import Target
from duixian.units import Refused
from duixian.workflow.actions.accept_target import accept_target
from duixian.workflow.actions.revoke_acceptance import revoke_acceptance


class AcceptanceForm(forms.Form):
    """A word on the acceptance, or why it is taken back."""

    note = WordsField(max_length=500, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, data: Any = None, *, revokes: bool) -> None:
        super().__init__(data)
        self.fields["note"].label = lazy("撤销的原因") if revokes else lazy("验收说明")
        self.fields["note"].required = revokes


def accept(request: HttpRequest, pk: int) -> HttpResponse:
    """Asks, then accepts; for a target that is accepted it asks whether to take that back."""
    target = get_object_or_404(Target.objects.select_related("commitment"), pk=pk)
    if request.method != "POST":
        return _page(request, target, AcceptanceForm(revokes=standing_acceptance(target) is not None))
    form = AcceptanceForm(request.POST, revokes=False)
    if form.is_valid():
        try:
            accept_target(acting_now(account_of(request)), target, note=form.cleaned_data["note"])
        except Refused as refused:
            form.add_error(None, say(refused.sentence))
        else:
            messages.success(request, _("已验收，灯已更新。"))
            return _back(target)
    return _page(request, target, form)


def revoke(request: HttpRequest, pk: int) -> HttpResponse:
    target = get_object_or_404(Target.objects.select_related("commitment"), pk=pk)
    form = AcceptanceForm(request.POST, revokes=True)
    if form.is_valid():
        try:
            revoke_acceptance(acting_now(account_of(request)), target, reason=form.cleaned_data["note"])
        except Refused as refused:
            refuse(form, refused)
        else:
            messages.success(request, _("已撤销验收。"))
            return _back(target)
    return _page(request, target, form)


def _page(request: HttpRequest, target: Target, form: AcceptanceForm) -> HttpResponse:
    rows = target.acceptances.select_related("by").order_by("-pk")
    context = {
        "target": target,
        "form": form,
        "standing": standing_acceptance(target),
        "rows": rows,
        "as_of": site_day(),
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else None
    return render(request, "office/acceptance.html", context, status=status)


def _back(target: Target) -> HttpResponse:
    return redirect(f"{reverse('office:commitment', args=[target.commitment_id])}#target-{target.pk}")
