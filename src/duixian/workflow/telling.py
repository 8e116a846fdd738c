"""Tells people what waits for them: notices in the app, and one e-mail a day at most.

Nobody acts here, so there is no row in the activity log: notices and digests are their own record.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence

from django.core.mail import send_mail
from django.db import transaction

from duixian.ledgers.models import Notice
from duixian.ledgers.notices.post import News, post_digest, post_notices
from duixian.ledgers.notices.read import unsent
from duixian.registers.models import Account

Writing = Callable[[Sequence[Notice]], tuple[str, str]]


def tell(account: Account, news: Iterable[News], *, day: dt.date, at: dt.datetime) -> list[Notice]:
    """The notices that are new to ``account``."""
    return post_notices(account, news, day=day, at=at)


def send_digest(account: Account, *, write: Writing, sender: str, day: dt.date, at: dt.datetime) -> bool:
    """Whether a digest went out: everything since the last one, unless there is nothing, no address, or one today.

    ``write`` makes subject and text. The row and the e-mail go together: where the mail server refuses, nothing is
    kept and the next run tries again. Errors: what the mail backend raises.
    """
    if not account.email:
        return False
    with transaction.atomic():
        waiting = list(unsent(account))
        if not waiting or post_digest(account, last=waiting[-1], day=day, at=at) is None:
            return False
        subject, text = write(waiting)
        send_mail(subject, text, sender, [account.email])
        return True
