"""Asks for more time with an order (申请延期)."""

import datetime as dt

from duixian.ledgers.orders.models import Order, OrderMove, OrderStep
from duixian.ledgers.orders.post import Said, post_order_step
from duixian.units import Refused, gettext_noop
from duixian.workflow.acting import Acting, performing
from duixian.workflow.order_hands import hand_of, needed_words
from duixian.workflow.order_scope import check_own_order


def ask_extension(acting: Acting, order: Order, *, until: dt.date, text: str) -> OrderStep:
    """The step; the present day stays in force until somebody decides.

    Errors: Refused for another body, without a reason, after the last day has passed, or for a day that is no later.
    """
    with performing("ask_extension", acting) as log:
        check_own_order(acting.account, order)
        needed_words(text=text)
        due = order.state.due
        if due is not None and acting.today > due:
            raise Refused(
                "extension-too-late",
                gettext_noop("办理期限 {due} 已过，不能再申请延期。请直接反馈办理情况和逾期原因。"),
                due=due,
            )
        if due is not None and until <= due:
            raise Refused(
                "extension-no-later", gettext_noop("申请延到 {until}，并不晚于现在的期限 {due}。"), until=until, due=due
            )
        step = post_order_step(order, OrderMove.ASK_EXTENSION, hand_of(acting), Said(text=text, due=until))
        log.record(order, until=until.isoformat(), text=text)
        return step
