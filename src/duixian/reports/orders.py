"""Every supervision order with where it stands on a day, how late it is, and the days its clock skipped."""

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Q

from duixian.ledgers.models import Order, OrderMove, OrderStage, OrderStep
from duixian.ledgers.orders import read
from duixian.ledgers.orders.order import ENDED, WAYS
from duixian.ledgers.orders.post import followed
from duixian.registers.lookup import of_body
from duixian.registers.models import Account, Body, Role


@dataclass(frozen=True, slots=True)
class Row:
    """One order. Time: as of the end of the day asked for; ``ended`` is the day it was closed or withdrawn.

    Units: ``late_days`` in calendar days beyond ``due``, 0 where it is in time or has no due day yet.
    """

    order: Order
    stage: OrderStage
    due: dt.date | None
    asked_due: dt.date | None
    last: OrderStep
    ended: dt.date | None
    late_days: int

    @property
    def is_open(self) -> bool:
        return self.stage not in ENDED

    @property
    def is_late(self) -> bool:
        return self.late_days > 0


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderFilter:
    """What somebody wants to see; what is None or False narrows nothing."""

    body: Body | None = None
    stage: OrderStage | None = None
    late: bool = False
    open_only: bool = False


def rows(*, as_of: dt.date, account: Account | None = None, wanted: OrderFilter | None = None) -> tuple[Row, ...]:
    """The orders registered by ``as_of``, open ones first, of these the most urgent first.

    For a reporter only those to their own body.
    """
    narrow = wanted or OrderFilter()
    found = read.orders().filter(day__lte=as_of).prefetch_related("steps")
    if account is not None and account.role == Role.REPORTER:
        found = found.filter(of_body(account.body))
    if narrow.body is not None:
        found = found.filter(of_body(narrow.body))
    every = [row_of(order, as_of=as_of) for order in found]
    return tuple(sorted((row for row in every if _keeps(row, narrow)), key=_urgency))


def open_now(where: Q, *, as_of: dt.date) -> tuple[Row, ...]:
    """The orders that ``where`` keeps and that are open on the day, the most urgent first. One query.

    ``where`` is written for steps: ``Q(order__body=body)``.
    """
    steps = OrderStep.objects.filter(where, order__day__lte=as_of, day__lte=as_of).order_by("order", "pk")
    by_order: dict[Order, list[OrderStep]] = defaultdict(list)
    for step in steps.select_related("order__body"):
        by_order[step.order].append(step)
    every = [_row(order, held, as_of=as_of) for order, held in by_order.items()]
    return tuple(sorted((row for row in every if row.is_open), key=_urgency))


def row_of(order: Order, *, as_of: dt.date) -> Row:
    """The row of an order whose steps were fetched."""
    return _row(order, [step for step in order.steps.all() if step.day <= as_of], as_of=as_of)


def _row(order: Order, steps: Sequence[OrderStep], *, as_of: dt.date) -> Row:
    stage, due, asked = _replayed(steps)
    ended = steps[-1].day if stage in ENDED else None
    met = _answered_on(steps, stage) or ended or as_of
    late = max((met - due).days, 0) if due is not None else 0
    return Row(order=order, stage=stage, due=due, asked_due=asked, last=steps[-1], ended=ended, late_days=late)


def _replayed(steps: Sequence[OrderStep]) -> tuple[OrderStage, dt.date | None, dt.date | None]:
    stage, due, asked = OrderStage.REGISTERED, None, None
    for step in steps[1:]:
        move = OrderMove(step.move)
        stage = WAYS[move].to or stage
        due, asked = followed(due, asked, move=move, said_due=step.due)
    return stage, due, asked


def _answered_on(steps: Sequence[OrderStep], stage: OrderStage) -> dt.date | None:
    """The day of the answer that stands: from then on a delay is not the body's."""
    if stage not in (OrderStage.ANSWERED, OrderStage.REVIEWED, OrderStage.CLOSED):
        return None
    return next(step.day for step in reversed(steps) if step.move == OrderMove.ANSWER)


def _keeps(row: Row, wanted: OrderFilter) -> bool:
    if wanted.stage is not None and row.stage != wanted.stage:
        return False
    return (row.is_late or not wanted.late) and (row.is_open or not wanted.open_only)


def _urgency(row: Row) -> tuple[bool, dt.date, int]:
    return not row.is_open, row.due or dt.date.max, -row.order.pk
