"""The only writer of the acceptance ledger."""

import datetime as dt

from django.db import transaction

from duixian.ledgers.acceptances.models import Acceptance
from duixian.ledgers.acceptances.read import standing_acceptance
from duixian.registers.models import Account, Target
from duixian.units import Refused, gettext_noop


def post_acceptance(target: Target, *, day: dt.date, note: str, by: Account, at: dt.datetime) -> Acceptance:
    """The row by which ``target`` is accepted on ``day``. Errors: Refused where it is accepted already."""
    with transaction.atomic():
        found = _locked(target)
        standing = standing_acceptance(found)
        if standing is not None:
            raise Refused(
                "accepted-already",
                gettext_noop("“{target}”已在{day}验收，不需要再验收一次。请刷新页面。"),
                target=str(target),
                day=standing.day,
            )
        return Acceptance.objects.create(target=found, day=day, note=note.strip(), by=by, at=at)


def post_revocation(target: Target, *, day: dt.date, reason: str, by: Account, at: dt.datetime) -> Acceptance:
    """The row by which the acceptance of ``target`` is taken back from ``day`` on.

    Errors: Refused without a reason, and where nothing is accepted or was taken back already.
    """
    with transaction.atomic():
        standing = standing_acceptance(_locked(target))
        if not reason.strip():
            raise Refused("revocation-without-reason", gettext_noop("撤销验收须写明原因，没有撤销。"))
        if standing is None:
            raise Refused(
                "not-accepted",
                gettext_noop("“{target}”现在没有验收，不能撤销。请刷新页面。"),
                target=str(target),
            )
        return Acceptance.objects.create(
            target=target, day=max(day, standing.day), note=reason.strip(), revokes=standing, by=by, at=at
        )


def _locked(target: Target) -> Target:
    """The target's row, locked: of two writers at once the second sees what the first wrote."""
    return Target.objects.select_for_update().get(pk=target.pk)
