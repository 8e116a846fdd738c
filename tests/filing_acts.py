"""For each verb of reporting: what has to be there first, and the act itself."""

import datetime as dt
from decimal import Decimal

from tests import filing_site as site
from tests.filing_site import FILLED, JULY, moved
from tests.small_site import make_adopted

from duixian.ledgers.complaints.models import Complaint
from duixian.ledgers.filings.read import turn_of
from duixian.ledgers.progress.post import Figure
from duixian.registers.models import Role, Target
from duixian.workflow.actions.accept_filing import accept_filing
from duixian.workflow.actions.accept_target import accept_target
from duixian.workflow.actions.add_evidence import Paper, add_evidence
from duixian.workflow.actions.answer_complaint import answer_complaint
from duixian.workflow.actions.complain import complain
from duixian.workflow.actions.pass_filing import pass_filing
from duixian.workflow.actions.post_progress import post_progress
from duixian.workflow.actions.reopen_filing import reopen_filing
from duixian.workflow.actions.return_filing import return_filing
from duixian.workflow.actions.revoke_acceptance import revoke_acceptance
from duixian.workflow.actions.set_ceilings import set_ceilings
from duixian.workflow.actions.submit_filing import submit_filing
from duixian.workflow.owing import owed_lines

PDF = Paper(name="台账.pdf", data=b"%PDF-1.7 one page")


def adopted(people):
    make_adopted(people)
    return people


def form(people):
    """A form that the leading body opened: its figures and the turns it has seen."""
    acting = site.on(adopted(people), "reporter")
    return site.entries(acting), site.turns(acting)


def first_key(people):
    return owed_lines(site.on(adopted(people), "reporter"), JULY)[0].key


def waiting_twice(people):
    """A county's report that waits for its lead, and a lead's own that waits for the supervision office."""
    adopted(people)
    return {Role.REPORTER: site.submitted(people, "county"), Role.SUPERVISION: site.submitted(people, "other")}


def from_county(people):
    return site.submitted(adopted(people), "county")


def done(people):
    target = Target.objects.get(object="养老护理人员") if adopted(people) else None
    post_progress(people.acting(), target, Figure(day=dt.date(2026, 6, 30), value=Decimal(800)))
    return target


def done_and_accepted(people):
    target = done(people)
    accept_target(people.acting(), target, note="现场核验")
    return target


def said(people) -> Complaint:
    return complain(people.acting("county"), text="同一个数报了两遍")


def _give_back(acting, two):
    # Whoever may not at all is refused whatever it is about.
    filing = two.get(acting.account.role, two[Role.REPORTER])
    return return_filing(moved(acting, FILLED), filing, reason="与台账不符", turn=turn_of(filing))


FILING_ACTS = {
    "submit_filing": (form, lambda acting, made: submit_filing(moved(acting, FILLED), JULY, made[0], turns=made[1])),
    "add_evidence": (first_key, lambda acting, key: add_evidence(moved(acting, FILLED), JULY, key, PDF)),
    "pass_filing": (
        from_county,
        lambda acting, filing: pass_filing(moved(acting, FILLED), filing, turn=turn_of(filing)),
    ),
    "return_filing": (waiting_twice, _give_back),
    "accept_filing": (
        lambda people: site.passed(adopted(people)),
        lambda acting, filing: accept_filing(moved(acting, FILLED), filing, turn=turn_of(filing)),
    ),
    "reopen_filing": (
        lambda people: site.accepted(adopted(people)),
        lambda acting, filing: reopen_filing(moved(acting, FILLED), filing, reason="漏报一处", turn=turn_of(filing)),
    ),
    "accept_target": (done, lambda acting, target: accept_target(acting, target, note="现场核验")),
    "revoke_acceptance": (
        done_and_accepted,
        lambda acting, target: revoke_acceptance(acting, target, reason="复查发现漏项"),
    ),
    "set_ceilings": (
        lambda people: people,
        lambda acting, _: set_ceilings(acting, most_fields=80, most_minutes=40),
    ),
    "complain": (lambda people: people, lambda acting, _: complain(acting, text="同一个数报了两遍")),
    "answer_complaint": (said, lambda acting, row: answer_complaint(acting, row, text="下月起只报一处")),
}
