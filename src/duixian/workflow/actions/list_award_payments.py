"""Puts the approved claims of a plan on the payment lists of the finance bureaus."""

from duixian.ledgers.claims.order import Move, Stage
from duixian.ledgers.claims.post import Hand, Words, post_step
from duixian.ledgers.claims.read import claims_of
from duixian.ledgers.models import AwardPlan
from duixian.registers.models import ActPart
from duixian.units import Refused, gettext_noop
from duixian.workflow.acting import Acting, performing
from duixian.workflow.award_scope import check_part


def list_award_payments(acting: Acting, plan: AwardPlan) -> None:
    """A step on each approved claim of the plan. Errors: Refused where none is approved."""
    with performing("list_award_payments", acting) as log:
        check_part(acting.account, ActPart.ADMINISTERS)
        approved = list(claims_of(plan).filter(state__stage=Stage.APPROVED))
        if not approved:
            raise Refused("plan-not-approved", gettext_noop("这份方案没有已批准、待列清单的申请。批准之后才能列清单。"))
        hand = Hand(by=acting.account, day=acting.today, at=acting.now)
        for claim in approved:
            post_step(claim, Move.LISTING, hand, Words(plan=plan))
        log.record(plan, claims=len(approved))
