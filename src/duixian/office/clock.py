"""Asks the clock, once a request."""

import datetime as dt

from django.http import HttpRequest
from django.utils import timezone

from duixian.registers.models import Account, Site
from duixian.workflow.acting import Acting


def day_of(request: HttpRequest) -> dt.date:
    """The same as ``site_day``, keeping the site's row for the rest of the page: every page shows its name."""
    site = Site.current()
    # Read again by config.context.
    request.this_site = site  # type: ignore[attr-defined]
    return site.day(timezone.localdate())


def site_day() -> dt.date:
    """The day that pages are about: an example's own day, else today in the site's time zone."""
    return Site.current().day(timezone.localdate())


def acting_now(account: Account) -> Acting:
    """Who acts, at this moment."""
    return Acting(account=account, now=timezone.now(), today=site_day())
