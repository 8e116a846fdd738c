"""Whose order it is: who sees it, and which moves somebody may make with it now."""

from duixian.ledgers.orders.models import Order, OrderMove
from duixian.ledgers.orders.order import moves_from
from duixian.registers.lookup import is_body
from duixian.registers.models import Account, Role
from duixian.units import Refused, gettext_noop
from duixian.workflow.moves import may

# The verb behind each move; two moves of one verb are its two answers.
VERB_OF = {
    OrderMove.HAND_OVER: "hand_over_order",
    OrderMove.SIGN: "sign_order",
    OrderMove.REMIND: "remind_order",
    OrderMove.ASK_EXTENSION: "ask_extension",
    OrderMove.GRANT_EXTENSION: "decide_extension",
    OrderMove.REFUSE_EXTENSION: "decide_extension",
    OrderMove.ANSWER: "answer_order",
    OrderMove.SEND_BACK: "review_order",
    OrderMove.CHECK_ON_SITE: "record_visit",
    OrderMove.REVIEW: "review_order",
    OrderMove.CLOSE: "close_order",
    OrderMove.WITHDRAW: "withdraw_order",
}


def may_see_order(account: Account, order: Order) -> bool:
    """A reporter sees the orders to their own body; every other official sees all."""
    return account.role != Role.REPORTER or is_body(account.body, order.body)


def check_own_order(account: Account, order: Order) -> None:
    """Errors: Refused where the order is to another body."""
    if not is_body(account.body, order.body):
        raise Refused(
            "not-your-order",
            gettext_noop("这份督办单是交给{body}的，只有{body}能签收和反馈，没有写入。"),
            body=str(order.body),
        )


def verbs_now(account: Account, order: Order) -> frozenset[str]:
    """The verbs that this account may do with the order in its present stage."""
    if not may_see_order(account, order):
        return frozenset()
    state = order.state
    open_moves = moves_from(state.current_stage, extension_waits=state.asked_due is not None)
    return frozenset(VERB_OF[move] for move in open_moves if may(account, VERB_OF[move]))
