"""Sets the address to which one's own digest goes, or takes it away."""

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from duixian.units import Refused, gettext_noop
from duixian.workflow.acting import Acting, performing


def set_email(acting: Acting, *, email: str) -> None:
    """Errors: Refused for what is no address. An empty one means: no e-mail. The log keeps no address."""
    with performing("set_email", acting) as log:
        written = email.strip()
        if written:
            try:
                validate_email(written)
            except ValidationError as problem:
                raise Refused("email-wrong", gettext_noop("“{text}”不是邮箱地址。"), text=written[:80]) from problem
        acting.account.email = written
        acting.account.save(update_fields=["email"])
        log.record(acting.account, set=bool(written))
