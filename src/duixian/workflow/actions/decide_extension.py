"""Decides on the extension a body asked for (同意延期, 不同意延期)."""

from duixian.ledgers.orders.models import Order, OrderMove, OrderStep
from duixian.ledgers.orders.post import Said, post_order_step
from duixian.workflow.acting import Acting, performing
from duixian.workflow.order_hands import hand_of, needed_words


def decide_extension(acting: Acting, order: Order, *, grants: bool, text: str = "") -> OrderStep:
    """The step. Errors: Refused where none is asked, and where a refusal gives no reason."""
    with performing("decide_extension", acting) as log:
        if not grants:
            needed_words(text=text)
        asked = order.state.asked_due
        move = OrderMove.GRANT_EXTENSION if grants else OrderMove.REFUSE_EXTENSION
        said = Said(text=text, due=asked if grants else None)
        step = post_order_step(order, move, hand_of(acting), said)
        log.record(order, grants=grants, until=asked.isoformat() if asked else None, text=text)
        return step
