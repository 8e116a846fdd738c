"""Resets a password from the machine itself, in an administrator's name."""

from axes.utils import reset as forget_failures
from django.utils import timezone

from duixian.registers.models import Account, Role
from duixian.units import Refused, gettext_noop
from duixian.workflow.acting import Acting
from duixian.workflow.actions.reset_password import reset_password


def reset_by_administrator(username: str, *, password: str) -> Account:
    """The account with the new password. The log shows it as done by an administrator: whoever holds the server is one.

    Errors: Refused for a name that no account has, one that was switched off, or a site without an administrator.
    """
    account = Account.objects.filter(username=username).first()
    if account is None:
        raise Refused("no-account", gettext_noop("没有用户名是“{name}”的账号。"), name=username)
    if not account.is_active:
        raise Refused("account-off", gettext_noop("账号“{name}”已停用。请由系统管理员先启用。"), name=username)
    reset_password(Acting(_administrator(account), timezone.now(), timezone.localdate()), account, password=password)
    forget_failures(username=username)  # whoever lost a password has tried it often enough to be locked out
    return account


def _administrator(account: Account) -> Account:
    """The account itself where it is an administrator's, else the first active one."""
    if account.role == Role.ADMINISTRATOR:
        return account
    found = Account.objects.filter(role=Role.ADMINISTRATOR, is_active=True).order_by("pk").first()
    if found is None:
        raise Refused("no-administrator", gettext_noop("本站没有启用的系统管理员账号，不能重设密码。"))
    return found
