"""``duixian notify``: tells everybody what waits for them and sends the day's digests; for cron, daily or oftener."""

import argparse
import datetime as dt
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from duixian.cli.serving import start_django

if TYPE_CHECKING:
    from duixian.ledgers.models import Notice
    from duixian.registers.models import Account


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """No argument: it does what is due today, however often it is called."""
    parser.description = "通知每个人的待办，并发当天的邮件摘要；可以放进 cron，一天一次或多次，邮件每人每天最多一封。"


def run(args: argparse.Namespace) -> int:  # noqa: ARG001 -- every verb is called with its arguments
    """1 where an e-mail could not be sent; it is tried again the next time."""
    start_django()
    from django.utils import timezone  # noqa: PLC0415 -- needs Django

    from duixian.registers.models import Account, Site  # noqa: PLC0415

    now = timezone.now()
    day = Site.current().day(timezone.localdate())
    told = sent = failed = 0
    for account in Account.objects.filter(is_active=True).select_related("body"):
        told += _told(account, day=day, now=now)
        try:
            sent += _sent(account, day=day, now=now)
        except OSError as problem:
            failed += 1
            sys.stderr.write(f"给 {account.username} 的邮件没有发出：{problem}。下次再试。\n")
    sys.stdout.write(f"新通知 {told} 条，邮件 {sent} 封。\n")
    return 1 if failed else 0


def _told(account: "Account", *, day: dt.date, now: dt.datetime) -> int:
    from duixian.reports.news import news_for  # noqa: PLC0415
    from duixian.workflow.telling import tell  # noqa: PLC0415

    return len(tell(account, news_for(account, as_of=day), day=day, at=now))


def _sent(account: "Account", *, day: dt.date, now: dt.datetime) -> bool:
    from django.conf import settings  # noqa: PLC0415

    from duixian.workflow.telling import send_digest  # noqa: PLC0415

    if not settings.DUIXIAN_SENDS_MAIL:
        return False
    return send_digest(account, write=_write, sender=settings.DEFAULT_FROM_EMAIL, day=day, at=now)


def _write(notices: "Sequence[Notice]") -> tuple[str, str]:
    """Subject and text: each line what to do, by when, and how that day was computed."""
    from duixian.registers.models import Site  # noqa: PLC0415
    from duixian.reports.news import sentence_of  # noqa: PLC0415

    lines = [f"{Site.current().name}民生实事兑现：今天有 {len(notices)} 件新的事项。", ""]
    for notice in notices:
        lines.append(f"· {sentence_of(notice.words)}")
        if notice.due:
            lines.append(f"  期限 {notice.due}（{sentence_of(notice.clock)}）")
    return f"兑现：{len(notices)} 件待办", "\n".join(lines) + "\n"
