"""Founds a site: its name, and the first administrator, who makes all other accounts."""

import datetime as dt

from django.db import transaction

from duixian.ledgers.activity.post import post_entry
from duixian.registers.models import Account, Role, Site
from duixian.units import Refused, gettext_noop
from duixian.workflow.actions.create_account import NewAccount, build_account, check_account


def found_site(
    *,
    name: str,
    shown_day: dt.date | None,
    administrator: NewAccount,
    now: dt.datetime,
    filings_from: dt.date | None = None,
) -> Account:
    """The administrator's account. The one act without an actor, so it is refused once any account exists.

    ``filings_from`` is a day of the first month that reports are asked for.
    """
    with transaction.atomic():
        if Account.objects.exists():
            raise Refused("site-founded", gettext_noop("本站已经建立，不能再次初始化。账号由系统管理员添加。"))
        if administrator.role != Role.ADMINISTRATOR:
            raise Refused("first-is-administrator", gettext_noop("第一个账号须是系统管理员。"))
        check_account(administrator)
        values = {"name": name, "shown_day": shown_day, "filings_from": filings_from}
        Site.objects.update_or_create(pk=1, defaults=values)
        account = build_account(administrator, at=now)
        account.save()
        post_entry(account, verb="found_site", subject=account, detail={"name": name}, at=now)
        return account
