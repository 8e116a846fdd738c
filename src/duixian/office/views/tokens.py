"""One's own tokens for programs that call the API: issued here, shown once, revoked here."""

import datetime as dt
from http import HTTPStatus

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from duixian.office.clock import acting_now, site_day
from duixian.office.forms import DayField, WordsField
from duixian.office.gate import account_of
from duixian.office.refusing import refuse, tell
from duixian.registers.models import AccessToken
from duixian.units import Refused
from duixian.workflow.actions.issue_access_token import issue_access_token
from duixian.workflow.actions.revoke_access_token import revoke_access_token

_USUAL = dt.timedelta(days=90)


class TokenForm(forms.Form):
    """What the token is for, and its last day."""

    name = WordsField(label=lazy("给什么程序用"), required=True, max_length=60)
    expires_on = DayField(label=lazy("有效到"), help_text=lazy("最长一年。"))


def show(request: HttpRequest) -> HttpResponse:
    return _page(request, TokenForm(initial={"expires_on": site_day() + _USUAL}))


def issue(request: HttpRequest) -> HttpResponse:
    """A new token, shown this once."""
    form = TokenForm(request.POST)
    if form.is_valid():
        try:
            _row, token = issue_access_token(acting_now(account_of(request)), **form.cleaned_data)
        except Refused as refused:
            refuse(form, refused)
        else:
            return _page(request, TokenForm(initial={"expires_on": site_day() + _USUAL}), token=token)
    return _page(request, form)


def revoke(request: HttpRequest, pk: int) -> HttpResponse:
    token = get_object_or_404(AccessToken, pk=pk)
    try:
        revoke_access_token(acting_now(account_of(request)), token)
    except Refused as refused:
        tell(request, refused)
    else:
        messages.success(request, _("令牌已停用。"))
    return redirect("office:tokens")


def _page(request: HttpRequest, form: TokenForm, *, token: str = "") -> HttpResponse:
    context = {"form": form, "tokens": AccessToken.objects.filter(account=account_of(request)), "token": token}
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound and form.errors else None
    return render(request, "office/tokens.html", context, status=status)
