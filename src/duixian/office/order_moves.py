"""How each move with an order is asked for: its form, its buttons, the act behind them, and what is said then."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as lazy

from duixian.ledgers.models import Order
from duixian.office.order_forms import AnswerForm, ExtensionForm, HandOverForm, WordsForm
from duixian.workflow.acting import Acting
from duixian.workflow.actions.answer_order import answer_order
from duixian.workflow.actions.ask_extension import ask_extension
from duixian.workflow.actions.close_order import close_order
from duixian.workflow.actions.decide_extension import decide_extension
from duixian.workflow.actions.hand_over_order import hand_over_order
from duixian.workflow.actions.remind_order import remind_order
from duixian.workflow.actions.review_order import review_order
from duixian.workflow.actions.sign_order import sign_order
from duixian.workflow.actions.withdraw_order import withdraw_order
from duixian.workflow.order_hands import Paper


@dataclass(frozen=True, slots=True)
class OrderMoveForm:
    """How a verb is asked for: its form, its buttons (value and words), and what is said when it is done."""

    form: Callable[..., forms.Form]
    act: Callable[[Acting, Order, dict[str, Any], bool], Any]
    buttons: tuple[tuple[str, Any], ...]
    done: Any


def _words(label: Any, *, required: bool = True) -> Callable[..., forms.Form]:
    return partial(WordsForm, label=label, required=required)


MOVES: Mapping[str, OrderMoveForm] = {
    "hand_over_order": OrderMoveForm(
        HandOverForm,
        lambda acting, order, told, _: hand_over_order(acting, order, working_days=told["working_days"]),
        (("1", lazy("交办")),),
        lazy("已交办。"),
    ),
    "sign_order": OrderMoveForm(
        forms.Form, lambda acting, order, *_: sign_order(acting, order), (("1", lazy("签收")),), lazy("已签收。")
    ),
    "answer_order": OrderMoveForm(
        partial(AnswerForm, label=lazy("办理情况")),
        lambda acting, order, told, _: answer_order(
            acting, order, text=told["text"], papers=[Paper(one.name, one.read()) for one in told["papers"]]
        ),
        (("1", lazy("反馈")),),
        lazy("已反馈，等督查室审核。"),
    ),
    "ask_extension": OrderMoveForm(
        partial(ExtensionForm, label=lazy("延期的原因")),
        lambda acting, order, told, _: ask_extension(acting, order, until=told["until"], text=told["text"]),
        (("1", lazy("申请延期")),),
        lazy("已申请，等督查室决定；决定之前原期限不变。"),
    ),
    "decide_extension": OrderMoveForm(
        _words(lazy("说明（不同意须写原因）"), required=False),
        lambda acting, order, told, yes: decide_extension(acting, order, grants=yes, text=told["text"]),
        (("1", lazy("同意延期")), ("0", lazy("不同意"))),
        lazy("已决定。"),
    ),
    "review_order": OrderMoveForm(
        _words(lazy("审核意见（退回须写缺什么）"), required=False),
        lambda acting, order, told, yes: review_order(acting, order, passes=yes, text=told["text"]),
        (("1", lazy("审核通过")), ("0", lazy("退回补充"))),
        lazy("已审核。"),
    ),
    "close_order": OrderMoveForm(
        _words(lazy("办结说明"), required=False),
        lambda acting, order, told, _: close_order(acting, order, text=told["text"]),
        (("1", lazy("办结销号")),),
        lazy("已办结销号。"),
    ),
    "remind_order": OrderMoveForm(
        _words(lazy("催办内容")),
        lambda acting, order, told, _: remind_order(acting, order, text=told["text"]),
        (("1", lazy("催办")),),
        lazy("已催办。"),
    ),
    "withdraw_order": OrderMoveForm(
        _words(lazy("撤销的原因")),
        lambda acting, order, told, _: withdraw_order(acting, order, text=told["text"]),
        (("1", lazy("撤销立项")),),
        lazy("已撤销。"),
    ),
}
