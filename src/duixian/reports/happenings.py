"""What was done between two days beside figures: orders opened and ended, reports accepted."""

import datetime as dt
from dataclasses import dataclass

from duixian.ledgers.filings.models import FilingMove, FilingStep
from duixian.ledgers.models import OrderMove, OrderStep

_MOVES = (OrderMove.REGISTER, OrderMove.CLOSE, OrderMove.WITHDRAW)


@dataclass(frozen=True, slots=True)
class Happenings:
    """Shape: both by rising day. Time: after ``from_day``, up to ``to_day`` inclusive."""

    orders: tuple[OrderStep, ...]
    accepted: tuple[FilingStep, ...]


def happenings(*, from_day: dt.date, to_day: dt.date) -> Happenings:
    """Orders registered, closed and withdrawn, and reports accepted. Two queries."""
    orders = OrderStep.objects.filter(move__in=_MOVES, day__gt=from_day, day__lte=to_day)
    filings = FilingStep.objects.filter(move=FilingMove.ACCEPT, day__gt=from_day, day__lte=to_day)
    return Happenings(
        orders=tuple(orders.select_related("order__body").order_by("day", "pk")),
        accepted=tuple(filings.select_related("filing__body", "filing__lead").order_by("day", "pk")),
    )
