"""Registers a supervision order (立项): by a person, or from what a rule proposed."""

from duixian.ledgers.orders.models import Order
from duixian.ledgers.orders.post import NewOrder, post_order
from duixian.units import Refused, gettext_noop
from duixian.workflow.acting import Acting, performing
from duixian.workflow.order_hands import hand_of, needed_words


def register_order(acting: Acting, new: NewOrder) -> Order:
    """The order, not handed over yet.

    Errors: Refused without title, ask or basis (第十一条: an item rests on a decision), for a number that is taken,
    and for a body that another name stands for.
    """
    with performing("register_order", acting) as log:
        needed_words(number=new.number, title=new.title, ask=new.ask, basis=new.basis)
        if new.body.same_as is not None:
            raise Refused(
                "body-has-another-name",
                gettext_noop("{body}已确认就是{principal}，请交给{principal}。"),
                body=str(new.body),
                principal=str(new.body.same_as),
            )
        order = post_order(new, hand_of(acting))
        log.record(order, number=order.number, body=order.body_id, target=order.target_id, rule=order.rule)
        return order
