"""Reports what an inspected body put right (第十八条)."""

from duixian.ledgers.inspections.models import Inspection, InspectionMove, InspectionStep
from duixian.ledgers.inspections.post import Told, locked, post_inspection_step
from duixian.units import Refused, gettext_noop
from duixian.workflow.acting import Acting, performing
from duixian.workflow.inspection_scope import own_line
from duixian.workflow.inspection_steps import check_running
from duixian.workflow.order_hands import hand_of, needed_words


def report_rectification(acting: Acting, inspection: Inspection, *, text: str) -> InspectionStep:
    """The step. Errors: Refused for another body, before the conclusion was received, while an objection waits."""
    with performing("report_rectification", acting) as log:
        needed_words(text=text)
        body = own_line(acting.account, inspection).body
        found = check_running(locked(inspection)).bodies[body.pk]
        if found.receipt is None:
            raise Refused("nothing-to-rectify", gettext_noop("还没有签收督查结论，没有要整改的。"))
        if found.waits_for_decision:
            raise Refused("rectified-too-early", gettext_noop("异议还在复核，等有了决定再报整改。"))
        step = post_inspection_step(inspection, InspectionMove.RECTIFY, hand_of(acting), Told(text=text, body=body))
        log.record(inspection, body=body.pk, text=text)
        return step
