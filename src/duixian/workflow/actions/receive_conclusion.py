"""Receives a conclusion: from this day on the body's days to object are counted (第十七条)."""

from duixian.ledgers.inspections.models import Inspection, InspectionMove, InspectionStep
from duixian.ledgers.inspections.post import Told, locked, post_inspection_step
from duixian.policy.acts.supervision import objection_days
from duixian.units import Refused, gettext_noop
from duixian.workflow.acting import Acting, performing
from duixian.workflow.clocks import after_days
from duixian.workflow.inspection_scope import own_line
from duixian.workflow.inspection_steps import check_running
from duixian.workflow.order_hands import hand_of


def receive_conclusion(acting: Acting, inspection: Inspection) -> InspectionStep:
    """The step, with the last day to object. Errors: Refused for another body, or where there is none to receive."""
    with performing("receive_conclusion", acting) as log:
        body = own_line(acting.account, inspection).body
        found = check_running(locked(inspection)).bodies[body.pk]
        if found.conclusion is None or found.receipt is not None:
            raise Refused("nothing-to-receive", gettext_noop("没有待签收的督查结论，没有写入。请刷新页面。"))
        deadline = after_days(acting.today, days=int(objection_days(on=acting.today).value))
        told = Told(body=body, due=deadline.due, clock=deadline.clock, answers=found.conclusion)
        step = post_inspection_step(inspection, InspectionMove.RECEIVE, hand_of(acting), told)
        log.record(inspection, body=body.pk, until=deadline.due.isoformat())
        return step
