"""Hands a registered order over to its body (交办), with the last day to answer."""

from duixian.ledgers.orders.models import Order, OrderMove, OrderStep
from duixian.ledgers.orders.post import Said, post_order_step
from duixian.workflow.acting import Acting, performing
from duixian.workflow.clocks import after_working_days
from duixian.workflow.order_hands import hand_of


def hand_over_order(acting: Acting, order: Order, *, working_days: int) -> OrderStep:
    """The step; the body has ``working_days`` of the site's calendar, counted from tomorrow.

    Errors: Refused where it was handed over already, or the calendar of the days ahead is not known.
    """
    with performing("hand_over_order", acting) as log:
        deadline = after_working_days(acting.today, days=working_days)
        said = Said(due=deadline.due, clock=deadline.clock)
        step = post_order_step(order, OrderMove.HAND_OVER, hand_of(acting), said)
        log.record(order, due=deadline.due.isoformat())
        return step
