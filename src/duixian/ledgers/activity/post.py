"""The only writer of the activity log."""

from datetime import datetime
from typing import Any

from django.db import models

from duixian.ledgers.activity.models import Entry
from duixian.registers.models import Account


def post_entry(actor: Account, *, verb: str, subject: models.Model, detail: dict[str, Any], at: datetime) -> Entry:
    """The row that says ``actor`` did ``verb`` to ``subject``; call it inside the act's own transaction."""
    return Entry.objects.create(
        at=at,
        actor=actor,
        verb=verb,
        subject=subject._meta.model_name or "",
        subject_id=subject.pk,
        detail=detail,
    )
