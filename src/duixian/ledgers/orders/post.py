"""The only writer of the order ledger: a row and the order's state, in one transaction."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction

from duixian.ledgers.orders.models import Order, OrderMove, OrderPaper, OrderStage, OrderState, OrderStep, SetAside
from duixian.ledgers.orders.order import WAYS, is_open_to
from duixian.registers.models import Account, Body, Commitment, Place, Post, Target
from duixian.units import Refused, gettext_noop


@dataclass(frozen=True, slots=True, kw_only=True)
class NewOrder:
    """What a new order says. Shape: ``inputs`` are the figures a rule rested on, by their labels."""

    number: str
    title: str
    ask: str
    basis: str
    body: Body
    post: Post | None = None
    commitment: Commitment | None = None
    target: Target | None = None
    place: Place | None = None
    rule: str = ""
    inputs: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a move says. Shape: ``papers`` are (name, sha256, size in bytes)."""

    text: str = ""
    due: dt.date | None = None
    clock: Mapping[str, Any] = field(default_factory=dict)
    papers: tuple[tuple[str, str, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Hand:
    """Whose move it is, on which day of the site, and when."""

    by: Account
    day: dt.date
    at: dt.datetime


def post_order(new: NewOrder, hand: Hand) -> Order:
    """The order with its first step. Errors: Refused for a number that another order has."""
    with transaction.atomic():
        if Order.objects.filter(number=new.number).exists():
            raise Refused("order-number-taken", gettext_noop("{number}已经用过，请换一个编号。"), number=new.number)
        told = {name: getattr(new, name) for name in NewOrder.__dataclass_fields__ if name != "inputs"}
        order = Order.objects.create(**told, inputs=dict(new.inputs), day=hand.day, by=hand.by, at=hand.at)
        step = _step(order, OrderMove.REGISTER, hand, Said(text=new.ask))
        OrderState.objects.create(order=order, stage=OrderStage.REGISTERED, step=step)
        return order


def post_order_step(order: Order, move: OrderMove, hand: Hand, said: Said | None = None) -> OrderStep:
    """The new step, after which the state has followed.

    Errors: Refused where the stage does not allow the move: of two at once the second sees what the first did.
    """
    said = said or Said()
    with transaction.atomic():
        state = OrderState.objects.select_for_update().get(order=order)
        check_open(state, move)
        state.step = _step(order, move, hand, said)
        state.stage = WAYS[move].to or state.stage
        _follow(state, move, said)
        state.save()
        return state.step


def post_set_aside(*, rule: str, target: Target, place: Place | None, reason: str, hand: Hand) -> SetAside:
    """The row that says why an order that a rule proposed was not opened."""
    return SetAside.objects.create(
        rule=rule, target=target, place=place, reason=reason, day=hand.day, by=hand.by, at=hand.at
    )


def check_open(state: OrderState, move: OrderMove) -> None:
    """Errors: Refused where the move may not be made now."""
    stage = state.current_stage
    if not is_open_to(move, stage, extension_waits=state.asked_due is not None):
        raise Refused(
            "order-out-of-order",
            gettext_noop("这份督办单现在是“{stage}”，不能办“{move}”，没有写入。请刷新页面看下一步。"),
            stage=str(stage.label),
            move=str(move.label),
        )


def followed(
    due: dt.date | None, asked: dt.date | None, *, move: OrderMove, said_due: dt.date | None
) -> tuple[Any, Any]:
    """The due day and the extension that waits, after a move: the one rule for writing and for replaying."""
    match move:
        case OrderMove.HAND_OVER | OrderMove.SEND_BACK:
            return said_due or due, None
        case OrderMove.ASK_EXTENSION:
            return due, said_due
        case OrderMove.GRANT_EXTENSION:
            return said_due, None
        case OrderMove.REFUSE_EXTENSION:
            return due, None
        case _:
            return due, asked


def _follow(state: OrderState, move: OrderMove, said: Said) -> None:
    state.due, state.asked_due = followed(state.due, state.asked_due, move=move, said_due=said.due)


def _step(order: Order, move: OrderMove, hand: Hand, said: Said) -> OrderStep:
    step = OrderStep.objects.create(
        order=order,
        move=move,
        text=said.text,
        due=said.due,
        clock=dict(said.clock),
        day=hand.day,
        by=hand.by,
        at=hand.at,
    )
    papers = [OrderPaper(step=step, name=name, sha256=sha256, size=size) for name, sha256, size in said.papers]
    OrderPaper.objects.bulk_create(papers)
    return step
