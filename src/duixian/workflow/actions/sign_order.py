"""Signs for an order (签收): the body says that it has it."""

from duixian.ledgers.orders.models import Order, OrderMove, OrderStep
from duixian.ledgers.orders.post import post_order_step
from duixian.workflow.acting import Acting, performing
from duixian.workflow.order_hands import hand_of
from duixian.workflow.order_scope import check_own_order


def sign_order(acting: Acting, order: Order) -> OrderStep:
    """The step. Errors: Refused for another body, or where it is signed already."""
    with performing("sign_order", acting) as log:
        check_own_order(acting.account, order)
        step = post_order_step(order, OrderMove.SIGN, hand_of(acting))
        log.record(order)
        return step
