"""Records the prefecture government's approval of a year's award plan."""

from duixian.ledgers.claims.order import Move, Stage
from duixian.ledgers.claims.post import Hand, Words, post_step
from duixian.ledgers.claims.read import claims_of
from duixian.ledgers.models import AwardPlan
from duixian.units import Refused, gettext_noop
from duixian.workflow.acting import Acting, performing


def approve_award_plan(acting: Acting, plan: AwardPlan, *, number: str) -> None:
    """A step on each claim still in the plan. Errors: Refused without the approval's number, or where none is left."""
    with performing("approve_award_plan", acting) as log:
        if not number.strip():
            raise Refused("approval-number", gettext_noop("请填州人民政府批准的文号。"))
        waiting = list(claims_of(plan).filter(state__stage=Stage.PLANNED))
        if not waiting:
            raise Refused("plan-not-waiting", gettext_noop("这份方案没有待批准的申请，可能已经批准过。请刷新页面。"))
        hand = Hand(by=acting.account, day=acting.today, at=acting.now)
        for claim in waiting:
            post_step(claim, Move.APPROVAL, hand, Words(note=number.strip(), plan=plan))
        log.record(plan, number=number.strip(), claims=len(waiting))
