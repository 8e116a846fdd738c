"""Records a visit of an approved inspection; where it serves an order, the order keeps it as well (实地核查)."""

from duixian.ledgers.inspections.models import Inspected, Inspection, InspectionMove, InspectionStep
from duixian.ledgers.inspections.post import Told, locked, post_inspection_step
from duixian.ledgers.orders.models import Order, OrderMove
from duixian.ledgers.orders.order import is_open_to
from duixian.ledgers.orders.post import Said, post_order_step
from duixian.registers.models import Body
from duixian.units import Refused, gettext_noop
from duixian.workflow.acting import Acting, performing
from duixian.workflow.inspection_scope import inspected_of
from duixian.workflow.inspection_steps import check_running
from duixian.workflow.order_hands import hand_of, needed_words


def record_visit(acting: Acting, inspection: Inspection, *, body: Body, text: str) -> InspectionStep:
    """The step.

    Errors: Refused before the plan is approved, for a body or a day that the plan does not name, and without words.
    """
    with performing("record_visit", acting) as log:
        needed_words(text=text)
        check_running(locked(inspection))
        window = inspected_of(inspection, body)
        _check_day(acting, window)
        hand = hand_of(acting)
        step = post_inspection_step(inspection, InspectionMove.VISIT, hand, Told(text=text, body=body))
        if inspection.order is not None and _serves(inspection.order, body):
            said = Said(text=f"{inspection.number}：{text}")
            post_order_step(inspection.order, OrderMove.CHECK_ON_SITE, hand, said)
        log.record(inspection, body=body.pk, text=text)
        return step


def _check_day(acting: Acting, window: Inspected) -> None:
    if not window.begins <= acting.today <= window.ends:
        raise Refused(
            "visit-out-of-time",
            gettext_noop("方案批准的到场时间是 {begins} 至 {ends}，今天（{today}）不在其中，没有写入。"),
            begins=window.begins,
            ends=window.ends,
            today=acting.today,
        )


def _serves(order: Order, body: Body) -> bool:
    waits = order.state.asked_due is not None
    return order.body_id == body.pk and is_open_to(
        OrderMove.CHECK_ON_SITE, order.state.current_stage, extension_waits=waits
    )
