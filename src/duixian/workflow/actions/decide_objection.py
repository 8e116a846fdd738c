"""Decides an objection; nobody who took part in the inspection does (第十七条)."""

from duixian.ledgers.inspections.models import Inspection, InspectionMove, InspectionStep
from duixian.ledgers.inspections.post import Told, locked, post_inspection_step
from duixian.registers.models import Body
from duixian.units import Refused, gettext_noop
from duixian.workflow.acting import Acting, performing
from duixian.workflow.inspection_scope import check_recused, inspected_of
from duixian.workflow.inspection_steps import check_running
from duixian.workflow.order_hands import hand_of, needed_words


def decide_objection(acting: Acting, inspection: Inspection, *, body: Body, upholds: bool, text: str) -> InspectionStep:
    """The step; a late decision is still a decision, and the page shows that it was late.

    Errors: Refused for whoever took part or wrote the conclusion, without words, and where none waits.
    """
    with performing("decide_objection", acting) as log:
        needed_words(text=text)
        found = check_running(locked(inspection))
        inspected_of(inspection, body)
        check_recused(acting.account, inspection)
        of_body = found.bodies[body.pk]
        if of_body.objection is None or of_body.decision is not None:
            raise Refused("nothing-to-decide", gettext_noop("{body}没有待复核的异议，没有写入。"), body=str(body))
        if of_body.conclusion is not None and of_body.conclusion.by_id == acting.account.pk:
            raise Refused("must-recuse-author", gettext_noop("结论是您作出的，须回避对异议的复核（第十七条）。"))
        told = Told(text=text, body=body, upholds=upholds, answers=of_body.objection)
        step = post_inspection_step(inspection, InspectionMove.DECIDE, hand_of(acting), told)
        log.record(inspection, body=body.pk, upholds=upholds, text=text)
        return step
