"""Reviews what a body answered (审核): passes it, or sends it back with what is missing."""

from duixian.ledgers.orders.models import Order, OrderMove, OrderStep
from duixian.ledgers.orders.post import Said, post_order_step
from duixian.workflow.acting import Acting, performing
from duixian.workflow.clocks import after_working_days
from duixian.workflow.order_hands import hand_of, needed_words

# What was sent back is answered within this many working days, unless more time was left.
_SENT_BACK_WORKING_DAYS = 5


def review_order(acting: Acting, order: Order, *, passes: bool, text: str = "") -> OrderStep:
    """The step; what is sent back keeps its last day, or gets five working days where that is nearer.

    Errors: Refused where there is no answer to review, and where it is sent back without words.
    """
    with performing("review_order", acting) as log:
        if passes:
            said = Said(text=text)
        else:
            needed_words(text=text)
            said = _back(acting, order, text)
        step = post_order_step(order, OrderMove.REVIEW if passes else OrderMove.SEND_BACK, hand_of(acting), said)
        log.record(order, passes=passes, text=text)
        return step


def _back(acting: Acting, order: Order, text: str) -> Said:
    deadline = after_working_days(acting.today, days=_SENT_BACK_WORKING_DAYS)
    if order.state.due is not None and order.state.due >= deadline.due:
        return Said(text=text)
    return Said(text=text, due=deadline.due, clock=deadline.clock)
