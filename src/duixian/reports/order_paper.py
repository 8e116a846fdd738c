"""A supervision order as a paper: the notice that goes to its body."""

from collections.abc import Mapping
from typing import Any

from duixian.ledgers.models import Order, OrderMove
from duixian.units.sentence import in_chinese


def order_words(order: Order, *, issuer: str) -> Mapping[str, Any]:
    """The names that a template may use, each with its value as it is to be printed; the due day with its clock."""
    handed = next((step for step in order.steps.all() if step.move == OrderMove.HAND_OVER), None)
    due = handed.due if handed else None
    return {
        "机关": issuer,
        "编号": order.number,
        "事项": order.title,
        "交给": str(order.body),
        "要求": order.ask,
        "依据": order.basis,
        "期限": in_chinese(due) if due else "（交办时填写）",
        "期限算法": str(handed.clock.get("told", "")) if handed else "期限自交办次日起按工作日计算",
        "日期": in_chinese(handed.day if handed else order.day),
    }
