"""Shows a payee's whole identity number, once and for a reason that is logged."""

from duixian.ledgers.models import Payee
from duixian.registers.models import ActPart, Role
from duixian.units import Refused, gettext_noop
from duixian.workflow.acting import Acting, performing
from duixian.workflow.award_scope import check_part


def show_identity(acting: Acting, payee: Payee, *, reason: str) -> str:
    """The number. Errors: Refused without a reason, and to reporters of any body but the one that administers."""
    with performing("show_identity", acting) as log:
        if acting.account.role == Role.REPORTER:
            check_part(acting.account, ActPart.ADMINISTERS)
        if not reason.strip():
            raise Refused("identity-without-reason", gettext_noop("查看身份证号码须写明用途，用途记入日志。"))
        log.record(payee.claim, receipt=payee.claim.receipt, payee=payee.name, reason=reason.strip())
        return payee.identity_number
