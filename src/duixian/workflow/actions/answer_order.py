"""Answers an order (反馈): what was done, with papers."""

from collections.abc import Iterable

from duixian.ledgers.orders.models import Order, OrderMove, OrderStep
from duixian.ledgers.orders.post import Said, post_order_step
from duixian.workflow.acting import Acting, performing
from duixian.workflow.order_hands import Paper, hand_of, kept, needed_words
from duixian.workflow.order_scope import check_own_order


def answer_order(acting: Acting, order: Order, *, text: str, papers: Iterable[Paper] = ()) -> OrderStep:
    """The step; no paper is demanded. Errors: Refused for another body, without words, or before it was signed."""
    with performing("answer_order", acting) as log:
        check_own_order(acting.account, order)
        needed_words(text=text)
        said = Said(text=text, papers=kept(papers))
        step = post_order_step(order, OrderMove.ANSWER, hand_of(acting), said)
        log.record(order, text=text, papers=[sha256 for _, sha256, _ in said.papers])
        return step
