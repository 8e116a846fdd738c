"""The only writer of the hand-over ledger."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from duixian.ledgers.handovers.models import Handover
from duixian.registers.models import Account, Holder, Post


def post_handover(
    post: Post,
    *,
    outgoing: Holder | None,
    incoming: Holder | None,
    day: dt.date,
    items: Sequence[dict[str, Any]],
    by: Account,
    at: dt.datetime,
) -> Handover:
    """The row; ``day`` is the first day of the new arrangement. Call it in the transaction that changes the holders."""
    return Handover.objects.create(
        post=post, outgoing=outgoing, incoming=incoming, day=day, items=list(items), by=by, at=at
    )
