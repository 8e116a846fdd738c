"""Issues the key of one's own calendar feed; the one before stops working."""

import hashlib
import secrets

from duixian.workflow.acting import Acting, performing

_BYTES = 32


def issue_calendar_key(acting: Acting, *, revoke: bool = False) -> str:
    """The key, shown this once: only its hash is kept. With ``revoke`` none works any more, and none is given."""
    with performing("issue_calendar_key", acting) as log:
        key = "" if revoke else secrets.token_urlsafe(_BYTES)
        acting.account.calendar_key = hash_of(key) if key else None
        acting.account.save(update_fields=["calendar_key"])
        log.record(acting.account, revoked=revoke)
        return key


def hash_of(key: str) -> str:
    """What is kept of a key: 256 random bits need no salt."""
    return hashlib.sha256(key.encode()).hexdigest()
