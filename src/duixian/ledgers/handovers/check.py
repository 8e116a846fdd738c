"""Replays the hand-over ledger against the register of holders."""

import datetime as dt
from collections.abc import Iterator

from duixian.ledgers.handovers.models import Handover
from duixian.registers.models import Holder

_A_DAY = dt.timedelta(days=1)


def wrong_holders() -> Iterator[str]:
    """A line for each hand-over that the holders' days contradict, and for each change that has no hand-over."""
    rows = list(Handover.objects.select_related("post__body", "outgoing", "incoming"))
    for row in rows:
        if row.incoming is not None and row.incoming.begins != row.day:
            yield f"{row.post} {row.day} 交接，接任者 {row.incoming.name} 的任职日却是 {row.incoming.begins}"
        if row.outgoing is not None and (row.outgoing.ends is None or row.outgoing.ends > row.day - _A_DAY):
            yield f"{row.post} {row.day} 交接，原任 {row.outgoing.name} 的离任日却是 {row.outgoing.ends}"
    begun, ended = {row.incoming_id for row in rows}, {row.outgoing_id for row in rows}
    for holder in Holder.objects.select_related("post__body"):
        if holder.begins is not None and holder.pk not in begun:
            yield f"{holder} 从 {holder.begins} 任职，没有交接记录"
        if holder.ends is not None and holder.pk not in ended:
            yield f"{holder} 到 {holder.ends} 离任，没有交接记录"
