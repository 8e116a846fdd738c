"""Who calls: a browser by its session and CSRF token, a program by a bearer token of its owner."""

from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from ninja.errors import HttpError
from ninja.security import HttpBearer
from ninja.utils import check_csrf

from duixian.registers.models import AccessToken, Account, Site
from duixian.workflow.acting import Acting
from duixian.workflow.actions.issue_access_token import hash_of

_SAFE = ("GET", "HEAD", "OPTIONS")
_FORBIDDEN = 403


class SignedIn(HttpBearer):
    """The account behind a request, or None. The session never stands in for a token that does not hold."""

    def __call__(self, request: HttpRequest) -> Any | None:
        if "Authorization" in request.headers:
            return super().__call__(request)
        if not isinstance(request.user, Account) or not request.user.is_active:
            return None
        if request.method not in _SAFE and check_csrf(request) is not None:
            raise HttpError(_FORBIDDEN, "csrf")
        return request.user

    def authenticate(self, request: HttpRequest, token: str) -> Account | None:  # noqa: ARG002 -- ninja's signature
        """The token's owner, while owner and token hold. The real day counts: an example's day never ends a token."""
        held = AccessToken.objects.filter(
            sha256=hash_of(token),
            revoked_at=None,
            expires_on__gte=timezone.localdate(),
            account__is_active=True,
        )
        found = held.select_related("account__body").first()
        return found.account if found else None


def account_of(request: HttpRequest) -> Account:
    """Who calls; behind the door there is always somebody."""
    account = getattr(request, "auth", None)
    if not isinstance(account, Account):
        raise TypeError("an operation was called without its door")
    return account


def acting_now(request: HttpRequest) -> Acting:
    """Who acts, at this moment."""
    now, today = timezone.now(), Site.current().day(timezone.localdate())
    return Acting(account=account_of(request), now=now, today=today)
