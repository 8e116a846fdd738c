"""Reads the notice ledger."""

from django.db.models import QuerySet

from duixian.ledgers.notices.models import Digest, Notice
from duixian.registers.models import Account


def notices_of(account: Account) -> QuerySet[Notice]:
    """What somebody was told, newest first."""
    return Notice.objects.filter(account=account)


def unsent(account: Account) -> QuerySet[Notice]:
    """What no digest has told yet, oldest first."""
    last = Digest.objects.filter(account=account).order_by("-pk").values_list("last_notice", flat=True).first()
    return Notice.objects.filter(account=account, pk__gt=last or 0).order_by("pk")
