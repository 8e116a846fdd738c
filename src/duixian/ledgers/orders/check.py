"""Proves that each order's state is what its steps say, and that no step was skipped."""

from duixian.ledgers.orders.models import Order, OrderMove, OrderStage
from duixian.ledgers.orders.order import WAYS, is_open_to
from duixian.ledgers.orders.post import followed


def wrong_orders() -> list[str]:
    """A line for each order whose steps give another state than the one kept; empty where all is well."""
    found = Order.objects.select_related("state").prefetch_related("steps")
    return [line for order in found if (line := _wrong(order)) is not None]


def _wrong(order: Order) -> str | None:
    first, *steps = order.steps.all()
    if first.move != OrderMove.REGISTER:
        return f"督办单 {order.number}：第一步不是立项"
    stage, due, asked = OrderStage.REGISTERED, None, None
    for step in steps:
        move = OrderMove(step.move)
        if not is_open_to(move, stage, extension_waits=asked is not None):
            return f"督办单 {order.number}：“{move.label}”不该在“{stage.label}”时办"
        stage = WAYS[move].to or stage
        due, asked = followed(due, asked, move=move, said_due=step.due)
    kept = order.state
    if (stage, due, asked) != (kept.stage, kept.due, kept.asked_due):
        return f"督办单 {order.number}：逐步重算应为“{stage.label}”，记的是“{kept.get_stage_display()}”"
    return None
