"""Closes an order whose answer was found good (办结销号)."""

from duixian.ledgers.orders.models import Order, OrderMove, OrderStep
from duixian.ledgers.orders.post import Said, post_order_step
from duixian.workflow.acting import Acting, performing
from duixian.workflow.order_hands import hand_of


def close_order(acting: Acting, order: Order, *, text: str = "") -> OrderStep:
    """The step. Errors: Refused before the answer was reviewed."""
    with performing("close_order", acting) as log:
        step = post_order_step(order, OrderMove.CLOSE, hand_of(acting), Said(text=text))
        log.record(order, text=text)
        return step
