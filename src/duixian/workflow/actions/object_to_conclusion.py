"""Objects to a conclusion within the days that the law gives (第十七条)."""

from duixian.ledgers.inspections.models import Inspection, InspectionMove, InspectionStep
from duixian.ledgers.inspections.post import Told, locked, post_inspection_step
from duixian.ledgers.inspections.standing import BodyStanding
from duixian.policy.acts.supervision import decision_days
from duixian.units import Refused, gettext_noop
from duixian.workflow.acting import Acting, performing
from duixian.workflow.clocks import after_days
from duixian.workflow.inspection_scope import own_line
from duixian.workflow.inspection_steps import check_running
from duixian.workflow.order_hands import hand_of, needed_words


def object_to_conclusion(acting: Acting, inspection: Inspection, *, text: str) -> InspectionStep:
    """The step, with the last day to decide it.

    Errors: Refused for another body, without words, before the conclusion was received, after its days, or twice.
    """
    with performing("object_to_conclusion", acting) as log:
        needed_words(text=text)
        body = own_line(acting.account, inspection).body
        found = check_running(locked(inspection)).bodies[body.pk]
        _check_open(acting, found)
        deadline = after_days(acting.today, days=int(decision_days(on=acting.today).value))
        told = Told(text=text, body=body, due=deadline.due, clock=deadline.clock, answers=found.conclusion)
        step = post_inspection_step(inspection, InspectionMove.OBJECT, hand_of(acting), told)
        log.record(inspection, body=body.pk, text=text)
        return step


def _check_open(acting: Acting, found: BodyStanding) -> None:
    if found.receipt is None:
        raise Refused("nothing-to-object-to", gettext_noop("还没有签收督查结论，无从提出异议。请先签收。"))
    if found.objection is not None:
        raise Refused("objected-already", gettext_noop("已经提出过异议，没有写入。"))
    if not found.may_object(today=acting.today):
        raise Refused(
            "objection-too-late",
            gettext_noop("提出异议的期限到 {due} 为止（{told}），没有写入。"),
            due=found.receipt.due or acting.today,
            told=str(found.receipt.clock.get("told", "")),
        )
