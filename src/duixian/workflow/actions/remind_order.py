"""Reminds a body of its order (催办)."""

from duixian.ledgers.orders.models import Order, OrderMove, OrderStep
from duixian.ledgers.orders.post import Said, post_order_step
from duixian.units import Refused, gettext_noop
from duixian.workflow.acting import Acting, performing
from duixian.workflow.order_hands import hand_of, needed_words


def remind_order(acting: Acting, order: Order, *, text: str) -> OrderStep:
    """The step. Errors: Refused without words, and for a second reminder on one day: that would be pestering."""
    with performing("remind_order", acting) as log:
        needed_words(text=text)
        if order.steps.filter(move=OrderMove.REMIND, day=acting.today).exists():
            raise Refused("reminded-today", gettext_noop("今天已经催办过一次，一天只催一次，没有写入。"))
        step = post_order_step(order, OrderMove.REMIND, hand_of(acting), Said(text=text))
        log.record(order, text=text)
        return step
