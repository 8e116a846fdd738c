"""Closes an inspection in which nothing is owed to anybody any more."""

from duixian.ledgers.inspections.models import Inspection, InspectionMove, InspectionStep
from duixian.ledgers.inspections.post import Told, locked, post_inspection_step
from duixian.units import Refused, gettext_noop
from duixian.workflow.acting import Acting, performing
from duixian.workflow.inspection_steps import check_running
from duixian.workflow.order_hands import hand_of


def close_inspection(acting: Acting, inspection: Inspection, *, text: str = "") -> InspectionStep:
    """The step. Errors: Refused while a body has no conclusion, may still object, or waits for a decision."""
    with performing("close_inspection", acting) as log:
        found = check_running(locked(inspection))
        for item in inspection.visited.select_related("body"):
            if not found.bodies[item.body_id].is_settled(today=acting.today):
                raise Refused(
                    "inspection-unsettled",
                    gettext_noop("{body}的结论、签收、异议期或复核还没有完，不能办结，没有写入。"),
                    body=str(item.body),
                )
        step = post_inspection_step(inspection, InspectionMove.CLOSE, hand_of(acting), Told(text=text))
        log.record(inspection, text=text)
        return step
