"""Issues a token by which a program acts through the API as the person who asks for it."""

import datetime as dt
import hashlib
import secrets

from duixian.registers.models import AccessToken
from duixian.units import Refused, gettext_noop
from duixian.workflow.acting import Acting, performing

_BYTES = 32
_MOST_DAYS = 366
_LONGEST_NAME = 60


def issue_access_token(acting: Acting, *, name: str, expires_on: dt.date) -> tuple[AccessToken, str]:
    """The row, and the token itself, shown this once: only its hash is kept.

    Errors: Refused without a name, and for a last day that is over or more than a year away.
    """
    with performing("issue_access_token", acting) as log:
        name, days = name.strip(), (expires_on - acting.today).days
        if not name or len(name) > _LONGEST_NAME:
            raise Refused("token-name", gettext_noop("请写明令牌给什么程序用，不超过 {most} 字。"), most=_LONGEST_NAME)
        if not 0 <= days <= _MOST_DAYS:
            raise Refused("token-days", gettext_noop("有效期从今天起，最长一年。请改到期日。"))
        token = secrets.token_urlsafe(_BYTES)
        row = AccessToken.objects.create(
            account=acting.account, name=name, sha256=hash_of(token), issued_at=acting.now, expires_on=expires_on
        )
        log.record(acting.account, token=row.pk, name=name, expires_on=expires_on.isoformat())
        return row, token


def hash_of(token: str) -> str:
    """What is kept of a token: 256 random bits need no salt."""
    return hashlib.sha256(token.encode()).hexdigest()
