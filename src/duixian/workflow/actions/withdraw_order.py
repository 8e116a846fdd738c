"""Withdraws an order that should not have been registered, before its body has signed."""

from duixian.ledgers.orders.models import Order, OrderMove, OrderStep
from duixian.ledgers.orders.post import Said, post_order_step
from duixian.workflow.acting import Acting, performing
from duixian.workflow.order_hands import hand_of, needed_words


def withdraw_order(acting: Acting, order: Order, *, text: str) -> OrderStep:
    """The step. Errors: Refused without a reason, or once it was signed."""
    with performing("withdraw_order", acting) as log:
        needed_words(text=text)
        step = post_order_step(order, OrderMove.WITHDRAW, hand_of(acting), Said(text=text))
        log.record(order, text=text)
        return step
