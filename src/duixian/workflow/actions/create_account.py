"""Makes a sign-in for a person, in one role, for one body."""

import datetime as dt
from dataclasses import dataclass

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from duixian.registers.models import Account, Body, Role
from duixian.units import Refused, gettext_noop
from duixian.workflow.acting import Acting, performing


@dataclass(frozen=True, slots=True, kw_only=True)
class NewAccount:
    """What an account needs; a reporter needs a ``body``."""

    username: str
    full_name: str
    role: Role
    password: str
    body: Body | None = None


def create_account(acting: Acting, new: NewAccount) -> Account:
    """The account, active at once. Errors: Refused, nothing written."""
    with performing("create_account", acting) as log:
        check_account(new)
        account = build_account(new, at=acting.now)
        account.save()
        log.record(account, username=new.username, role=new.role.value, body=new.body.name if new.body else None)
        return account


def check_account(new: NewAccount) -> None:
    """Errors: Refused for a name that is taken, a reporter without a body, a password that is too weak."""
    if not new.username.strip() or not new.full_name.strip():
        raise Refused("account-name-missing", gettext_noop("用户名和姓名都要填。"))
    if Account.objects.filter(username=new.username).exists():
        raise Refused("username-taken", gettext_noop("用户名“{name}”已有人用。请换一个。"), name=new.username)
    if new.role == Role.REPORTER and new.body is None:
        raise Refused("account-body", gettext_noop("填报人必须选单位：没有单位，就没有可填的指标。"))
    check_password(new.password)


def check_password(password: str) -> None:
    """Errors: Refused with the validators' own words."""
    try:
        validate_password(password)
    except ValidationError as problem:
        raise Refused(
            "password-weak", gettext_noop("密码不合要求：{problems}"), problems=" ".join(problem.messages)
        ) from problem


def build_account(new: NewAccount, *, at: dt.datetime) -> Account:
    """The unsaved row with its password hashed."""
    account = Account(username=new.username, full_name=new.full_name, role=new.role, body=new.body, created_at=at)
    account.set_password(new.password)
    return account
