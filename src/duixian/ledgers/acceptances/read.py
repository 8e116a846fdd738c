"""Reads the acceptance ledger as of a day."""

import datetime as dt
from collections.abc import Collection, Mapping

from django.db.models import Q, QuerySet

from duixian.ledgers.acceptances.models import Acceptance
from duixian.registers.models import Target


def accepted(*, as_of: dt.date, targets: Collection[int] | None = None) -> Mapping[int, dt.date]:
    """Target id → the day it was accepted, of those that stand accepted at the end of ``as_of``. One query.

    An acceptance taken back later than ``as_of`` still stands on it.
    """
    found = standing(as_of=as_of)
    if targets is not None:
        found = found.filter(target__in=targets)
    return dict(found.values_list("target", "day"))


def standing(*, as_of: dt.date) -> QuerySet[Acceptance]:
    """The acceptances that stand at the end of ``as_of``; at most one a target."""
    revoked = Q(revoked_by__isnull=False, revoked_by__day__lte=as_of)
    return Acceptance.objects.filter(revokes=None, day__lte=as_of).exclude(revoked)


def standing_acceptance(target: Target) -> Acceptance | None:
    """The acceptance of ``target`` that nobody has taken back, whatever its day."""
    return Acceptance.objects.filter(target=target, revokes=None, revoked_by=None).first()
