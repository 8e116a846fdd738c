"""Switches a sign-in off or on again."""

from duixian.registers.models import Account
from duixian.units import Refused, gettext_noop
from duixian.workflow.acting import Acting, performing


def switch_account(acting: Acting, account: Account, *, active: bool) -> None:
    """Errors: Refused for one's own account: nobody locks the last door from inside."""
    with performing("switch_account", acting) as log:
        if account.pk == acting.account.pk:
            raise Refused("own-account", gettext_noop("不能停用自己的账号。请由另一位系统管理员操作。"))
        account.is_active = active
        account.save(update_fields=["is_active"])
        log.record(account, active=active)
