"""An award claim for tests, and how it gets from step to step. Persons and bodies are invented."""

import datetime as dt
from dataclasses import dataclass
from functools import partial

from tests.policy.claims import claim as raw_claim
from tests.policy.claims import crewed
from tests.small_site import NOW, People

from duixian.ledgers.models import Claim
from duixian.policy.acts.sports_awards import Conduct
from duixian.registers.models import ActBody, ActPart, Body, Place
from duixian.workflow.acting import Acting
from duixian.workflow.actions.approve_award_plan import approve_award_plan
from duixian.workflow.actions.file_award_claim import NewClaim, Paper, file_award_claim
from duixian.workflow.actions.give_award_opinion import give_award_opinion
from duixian.workflow.actions.list_award_payments import list_award_payments
from duixian.workflow.actions.make_award_plan import make_award_plan
from duixian.workflow.actions.open_award_notice import open_award_notice
from duixian.workflow.actions.record_award_misconduct import record_award_misconduct
from duixian.workflow.actions.record_award_payment import record_award_payment
from duixian.workflow.actions.review_award_claim import review_award_claim
from duixian.workflow.award_scope import ACT

RESULT_DAY = dt.date(2026, 3, 14)
FILED = dt.date(2026, 6, 1)
NOTICE = dt.date(2026, 6, 8)
NOTICE_OVER = dt.date(2026, 6, 16)
NUMBER = "某体发〔2026〕9号"
IDENTITY = "11010519491231002X"
PAPERS = (
    Paper(kind="获奖证书", name="证书.pdf", data=b"certificate"),
    Paper(kind="身份证", name="身份证.jpg", data=b"identity"),
)
COUNTY_FINANCE = "青屏县财政局"


@dataclass(frozen=True)
class Awards:
    """``bureau`` administers and pays for the prefecture, ``other`` is consulted, ``county`` pays for its county."""

    people: People

    def acting(self, name: str, *, day: dt.date) -> Acting:
        return Acting(account=getattr(self.people, name), now=NOW, today=day)


def make_parts(people: People, *, administers: str = "reporter", consulted: str = "other") -> Awards:
    """Who has which part: the reporters of the small site stand for the bureaus."""

    def body(name: str) -> Body:
        found = getattr(people, name).body
        assert isinstance(found, Body)
        return found

    row = partial(ActBody.objects.create, act=ACT)
    row(part=ActPart.ADMINISTERS, body=body(administers))
    row(part=ActPart.CONSULTED, body=body(consulted))
    row(part=ActPart.PAYS, body=body("reporter"))
    row(part=ActPart.PAYS, body=body("county"), place=Place.objects.get(name="青屏县"))
    return Awards(people)


def new_claim(*, payee: str = "阿依古丽·示例", papers: tuple[Paper, ...] = PAPERS, **changes) -> NewClaim:
    """A first place of one athlete, with coach, assistant, sending coach and a county unit behind it."""
    result = crewed(result_date=RESULT_DAY.isoformat())
    result["units"][0] |= {"id": payee, "county_units": [{"id": "青屏县业余体校", "county": "青屏县"}]}
    raw = raw_claim(result | changes, claimants=("athletes", "coaches", "county"))
    return NewClaim(
        input=raw, event="女子100米", result_day=RESULT_DAY, identity_numbers={payee: IDENTITY}, papers=papers
    )


def filed(awards: Awards, **changes) -> Claim:
    return file_award_claim(awards.acting("county", day=FILED), new_claim(**changes))


def carried_on(awards: Awards, claim: Claim) -> Claim:
    """A claim that was filed, paid by the prefecture's finance."""
    reviewing, later = awards.acting("reporter", day=FILED), awards.acting("reporter", day=NOTICE_OVER)
    give_award_opinion(awards.acting("other", day=FILED), claim, agrees=True, note="")
    review_award_claim(reviewing, claim, passes=True, note="")
    open_award_notice(awards.acting("reporter", day=NOTICE), claim)
    plan = make_award_plan(later, number=NUMBER)
    approve_award_plan(awards.acting("leader", day=NOTICE_OVER), plan, number="某政函〔2026〕9号")
    list_award_payments(later, plan)
    record_award_payment(later, claim, voucher="2026-001")
    return Claim.objects.get(pk=claim.pk)


def reviewed(awards: Awards, **changes) -> Claim:
    claim = filed(awards, **changes)
    give_award_opinion(awards.acting("other", day=FILED), claim, agrees=True, note="")
    review_award_claim(awards.acting("reporter", day=FILED), claim, passes=True, note="")
    return claim


def on_notice(awards: Awards, **changes) -> Claim:
    claim = reviewed(awards, **changes)
    open_award_notice(awards.acting("reporter", day=NOTICE), claim)
    return claim


def planned(awards: Awards) -> Claim:
    claim = on_notice(awards)
    make_award_plan(awards.acting("reporter", day=NOTICE_OVER), number=NUMBER)
    return Claim.objects.get(pk=claim.pk)


def approved(awards: Awards) -> Claim:
    claim = planned(awards)
    approve_award_plan(awards.acting("leader", day=NOTICE_OVER), claim.state.plan, number="某政函〔2026〕9号")
    return Claim.objects.get(pk=claim.pk)


def listed(awards: Awards) -> Claim:
    claim = approved(awards)
    list_award_payments(awards.acting("reporter", day=NOTICE_OVER), claim.state.plan)
    return Claim.objects.get(pk=claim.pk)


def paid(awards: Awards) -> Claim:
    claim = listed(awards)
    for name in ("reporter", "county"):
        record_award_payment(awards.acting(name, day=NOTICE_OVER), claim, voucher="2026-001")
    return Claim.objects.get(pk=claim.pk)


def amended(awards: Awards) -> Claim:
    """A claim that was paid, and whose coach was found at fault since."""
    claim = paid(awards)
    acting = awards.acting("reporter", day=NOTICE_OVER)
    record_award_misconduct(acting, claim, person="C1", conduct=Conduct.DOPING, note="某处〔2026〕5号")
    return Claim.objects.get(pk=claim.pk)
