"""Asks the clock, once a request."""

import datetime as dt

from django.utils import timezone

from duixian.registers.models import Account, Site
from duixian.workflow.acting import Acting


def site_day() -> dt.date:
    """The day that pages are about: an example's own day, else today in the site's time zone."""
    return Site.current().day(timezone.localdate())


def acting_now(account: Account) -> Acting:
    """Who acts, at this moment."""
    return Acting(account=account, now=timezone.now(), today=site_day())
