"""Revokes one of one's own tokens; it stops working at once."""

from duixian.registers.models import AccessToken
from duixian.units import Refused, gettext_noop
from duixian.workflow.acting import Acting, performing


def revoke_access_token(acting: Acting, token: AccessToken) -> AccessToken:
    """The row. Errors: Refused for another person's token, and where it is revoked already."""
    with performing("revoke_access_token", acting) as log:
        found = AccessToken.objects.select_for_update().get(pk=token.pk)
        if found.account_id != acting.account.pk:
            raise Refused("not-your-token", gettext_noop("这不是您的令牌，不能停用。"))
        if found.revoked_at is not None:
            raise Refused("revoked-already", gettext_noop("这个令牌已经停用。"))
        found.revoked_at = acting.now
        found.save(update_fields=["revoked_at"])
        log.record(acting.account, token=found.pk, name=found.name)
        return found
