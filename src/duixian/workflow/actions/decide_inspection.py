"""Approves an inspection plan or refuses it (第十一、十五条)."""

from duixian.ledgers.inspections.models import Inspection, InspectionMove, InspectionStep
from duixian.ledgers.inspections.post import Told, locked, post_inspection_step
from duixian.ledgers.inspections.standing import standing
from duixian.units import Refused, gettext_noop
from duixian.workflow.acting import Acting, performing
from duixian.workflow.order_hands import hand_of, needed_words


def decide_inspection(acting: Acting, inspection: Inspection, *, approves: bool, text: str = "") -> InspectionStep:
    """The step. Errors: Refused where it was decided already, and for a refusal without a reason."""
    with performing("decide_inspection", acting) as log:
        if not approves:
            needed_words(text=text)
        found = standing(locked(inspection))
        if found.approval or found.refusal:
            raise Refused("inspection-decided", gettext_noop("这份方案已经有决定，没有写入。请刷新页面。"))
        move = InspectionMove.APPROVE if approves else InspectionMove.REFUSE
        step = post_inspection_step(inspection, move, hand_of(acting), Told(text=text))
        log.record(inspection, approves=approves, text=text)
        return step
