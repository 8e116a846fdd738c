"""Feeds the conclusion back to an inspected body (第十六条)."""

from duixian.ledgers.inspections.models import Inspection, InspectionMove, InspectionStep
from duixian.ledgers.inspections.post import Told, locked, post_inspection_step
from duixian.registers.models import Body
from duixian.units import Refused, gettext_noop
from duixian.workflow.acting import Acting, performing
from duixian.workflow.inspection_scope import inspected_of
from duixian.workflow.inspection_steps import check_running
from duixian.workflow.order_hands import hand_of, needed_words


def conclude_inspection(acting: Acting, inspection: Inspection, *, body: Body, text: str) -> InspectionStep:
    """The step; the body's days to object begin when it receives it. Errors: Refused where there is one already."""
    with performing("conclude_inspection", acting) as log:
        needed_words(text=text)
        found = check_running(locked(inspection))
        inspected_of(inspection, body)
        if found.bodies[body.pk].conclusion:
            raise Refused("concluded-already", gettext_noop("已向{body}反馈过结论，没有写入。"), body=str(body))
        step = post_inspection_step(inspection, InspectionMove.CONCLUDE, hand_of(acting), Told(text=text, body=body))
        log.record(inspection, body=body.pk, text=text)
        return step
