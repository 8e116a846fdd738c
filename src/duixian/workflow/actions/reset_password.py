"""Gives a sign-in a new password."""

from duixian.registers.models import Account
from duixian.workflow.acting import Acting, performing
from duixian.workflow.actions.create_account import check_password


def reset_password(acting: Acting, account: Account, *, password: str) -> None:
    """Errors: Refused for a weak password. The password itself is never logged."""
    with performing("reset_password", acting) as log:
        check_password(password)
        account.set_password(password)
        account.save(update_fields=["password"])
        log.record(account)
