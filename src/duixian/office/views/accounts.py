"""The sign-ins: who has one, a new one, switching one off, a new password."""

from http import HTTPStatus

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from duixian.office.clock import acting_now
from duixian.office.forms import AccountForm, PasswordForm
from duixian.office.gate import account_of
from duixian.office.refusing import refuse, tell
from duixian.registers.models import Account, Role
from duixian.units import Refused
from duixian.workflow.actions.create_account import NewAccount, create_account
from duixian.workflow.actions.reset_password import reset_password
from duixian.workflow.actions.switch_account import switch_account


def show(request: HttpRequest) -> HttpResponse:
    found = Account.objects.select_related("body").order_by("-is_active", "role", "username")
    return render(request, "office/accounts.html", {"accounts": found})


def create(request: HttpRequest) -> HttpResponse:
    form = AccountForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid() and _created(request, form):
        messages.success(request, _("已添加账号 %(name)s。") % {"name": form.cleaned_data["username"]})
        return redirect("office:accounts")
    return _form_page(request, form, title=_("添加账号"), button=_("添加"))


def switch(request: HttpRequest, pk: int) -> HttpResponse:
    account = get_object_or_404(Account, pk=pk)
    active = request.POST.get("active") == "1"
    try:
        switch_account(acting_now(account_of(request)), account, active=active)
    except Refused as refused:
        tell(request, refused)
    else:
        words = _("已启用 %(name)s 的账号。") if active else _("已停用 %(name)s 的账号，不能再登录；过去的记录不变。")
        messages.success(request, words % {"name": account.full_name})
    return redirect("office:accounts")


def reset(request: HttpRequest, pk: int) -> HttpResponse:
    account = get_object_or_404(Account, pk=pk)
    form = PasswordForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            reset_password(acting_now(account_of(request)), account, password=form.cleaned_data["password"])
        except Refused as refused:
            refuse(form, refused)
        else:
            messages.success(request, _("已重设 %(name)s 的密码。") % {"name": account.full_name})
            return redirect("office:accounts")
    title = _("重设密码：%(name)s（%(username)s）") % {"name": account.full_name, "username": account.username}
    return _form_page(request, form, title=title, button=_("重设密码"))


def _created(request: HttpRequest, form: AccountForm) -> bool:
    found = form.cleaned_data
    new = NewAccount(
        username=found["username"],
        full_name=found["full_name"],
        role=Role(found["role"]),
        password=found["password"],
        body=found["body"],
    )
    try:
        create_account(acting_now(account_of(request)), new)
    except Refused as refused:
        refuse(form, refused)
        return False
    return True


def _form_page(request: HttpRequest, form: BaseForm, *, title: str, button: str) -> HttpResponse:
    context = {"form": form, "title": title, "button": button}
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else None
    return render(request, "office/account_form.html", context, status=status)
