"""One person's misconduct after a claim was filed: that award falls, the others stand, and money finds its way back."""

from decimal import Decimal

import pytest
from tests import award_site as site
from tests.award_acts import late
from tests.award_site import make_parts
from tests.policy.claims import crewed, rank, sender, squad

from duixian.ledgers.claims.check import wrong_states
from duixian.ledgers.claims.order import Stage
from duixian.ledgers.models import Amendment, Claim, ClaimState
from duixian.policy.acts.sports_awards import Conduct
from duixian.units import Refused
from duixian.workflow.actions.cancel_award import Ground, cancel_award
from duixian.workflow.actions.file_award_claim import NewClaim, file_award_claim
from duixian.workflow.actions.record_award_misconduct import record_award_misconduct
from duixian.workflow.actions.record_award_payment import record_award_payment
from duixian.workflow.actions.recover_award import recover_award
from duixian.workflow.award_decision import wrong_decisions

ATHLETE = "阿依古丽·示例"


@pytest.fixture
def awards(people):
    return make_parts(people)


def found(awards, claim, person, conduct=Conduct.LAW_DISCIPLINE):
    acting = awards.acting("reporter", day=site.NOTICE_OVER)
    record_award_misconduct(acting, claim, person=person, conduct=conduct, note="某处〔2026〕5号")
    return Claim.objects.select_related("state__amendment").get(pk=claim.pk)


def refused(act, *args, **kwargs):
    with pytest.raises(Refused) as refusal:
        act(*args, **kwargs)
    return refusal.value.code


def yuan(claim):
    return {line["payee"]: line["amount_yuan"] for line in claim.outcome["payments"]}


def owes_nothing_wrong():
    assert wrong_states() == []
    assert wrong_decisions() == []


def a_relay(awards):
    """Two athletes of a pair, each with a sending coach; one current coach and one assistant for both."""
    pair = [one | {"sending_coach_ids": [f"S{number}"]} for number, one in enumerate(squad(2), 1)]
    result = crewed(result_date=str(site.RESULT_DAY), event_kind="team", size=2, units=pair, placing=rank(1))
    result["sending_coaches"] = [sender("S1"), sender("S2")]
    new = site.new_claim()
    raw = {**new.input, "results": [result]}
    filed = NewClaim(
        input=raw,
        event="双人项目",
        result_day=site.RESULT_DAY,
        identity_numbers={"A1": site.IDENTITY, "A2": ""},
        papers=site.PAPERS,
    )
    return file_award_claim(awards.acting("county", day=site.FILED), filed)


def test_a_coach_s_misconduct_takes_that_coach_s_award_and_no_other(awards):
    claim = found(awards, site.on_notice(awards), "C1")
    assert yuan(claim) == {
        ATHLETE: "20000.00",
        "C1": "0.00",
        "S1": "4000.00",
        "AC1": "9600.00",
        "青屏县业余体校": "4000.00",
    }
    assert claim.outcome["total_yuan"] == "37600.00"
    assert claim.state.stage == Stage.ON_NOTICE
    assert claim.decision["total_yuan"] == "53600.00"  # what was decided first stays as it was
    owes_nothing_wrong()


def test_a_member_s_misconduct_shrinks_the_pool_and_leaves_the_other_member(awards):
    claim = a_relay(awards)
    before = yuan(claim)
    after = yuan(found(awards, claim, "A2"))
    assert (before["A1"], after["A1"], after["A2"], after["S2"]) == ("20000.00", "20000.00", "0.00", "0.00")
    assert after["S1"] == before["S1"]
    assert Decimal(after["C1"]) == Decimal(before["C1"]) / 2
    assert Decimal(after["AC1"]) == Decimal(before["AC1"]) / 2
    owes_nothing_wrong()


def test_two_persons_found_one_after_the_other_both_fall(awards):
    claim = found(awards, found(awards, a_relay(awards), "A2"), "C1", Conduct.DOPING)
    assert (yuan(claim)["A2"], yuan(claim)["C1"], yuan(claim)["A1"]) == ("0.00", "0.00", "20000.00")
    owes_nothing_wrong()


def test_where_nothing_stands_any_longer_the_claim_is_cancelled(awards):
    claim = found(awards, site.on_notice(awards), ATHLETE)
    assert claim.state.stage == Stage.CANCELLED
    assert claim.outcome["total_yuan"] == "0.00"
    owes_nothing_wrong()


def test_dereliction_is_recorded_and_takes_nothing_away(awards):
    claim = found(awards, site.on_notice(awards), "C1", Conduct.DERELICTION)
    assert claim.outcome["total_yuan"] == "53600.00"
    assert claim.steps.last().detail["articles"] == ["第二十四条"]
    owes_nothing_wrong()


def test_what_was_paid_and_fell_away_is_owed_back_in_parts_and_no_more(awards):
    claim = found(awards, site.paid(awards), "C1")
    assert claim.state.stage == Stage.PAID
    recover_award(awards.acting("reporter", day=site.NOTICE_OVER), claim, voucher="R1")
    back = claim.transfers.filter(back=True)
    assert [row.amount for row in back] == [Decimal(16000)]
    again = awards.acting("reporter", day=site.NOTICE_OVER)
    assert refused(recover_award, again, claim, voucher="R2") == "nothing-paid"
    assert refused(recover_award, awards.acting("county", day=site.NOTICE_OVER), claim, voucher="R3") == "nothing-paid"
    # Later the whole award falls: the rest comes back, and not the coach's part a second time.
    cancel_award(again, claim, ground=Ground.FRAUD, note="冒名顶替")
    for name in ("reporter", "county"):
        recover_award(awards.acting(name, day=site.NOTICE_OVER), Claim.objects.get(pk=claim.pk), voucher="R4")
    assert sum(row.amount for row in claim.transfers.filter(back=True)) == Decimal(53600)
    assert ClaimState.objects.get(claim=claim).stage == Stage.RECOVERED
    owes_nothing_wrong()


def test_a_line_comes_back_twice_when_two_members_fall_one_after_the_other(awards):
    claim = a_relay(awards)
    claim = site.carried_on(awards, claim)
    bureau = awards.acting("reporter", day=site.NOTICE_OVER)
    for person in ("A1", "A2"):
        claim = found(awards, claim, person)
        recover_award(bureau, claim, voucher=f"R-{person}")
    coach = [n for n, line in enumerate(claim.decision["payments"]) if line["payee"] == "C1"]
    assert claim.transfers.filter(back=True, line=coach[0]).count() == 2
    paid, back = (sum(row.amount for row in claim.transfers.filter(back=way)) for way in (False, True))
    assert paid == back
    assert ClaimState.objects.get(claim=claim).stage == Stage.RECOVERED
    owes_nothing_wrong()


def test_what_fell_away_before_payment_is_not_paid(awards):
    claim = found(awards, site.listed(awards), "C1")
    record_award_payment(late(awards.acting("reporter", day=site.FILED)), claim, voucher="P1")
    assert sum(row.amount for row in claim.transfers.all()) == Decimal(33600)
    owes_nothing_wrong()


def test_a_claim_is_paid_once_every_line_that_stands_is_paid(awards):
    claim = site.listed(awards)
    record_award_payment(awards.acting("reporter", day=site.NOTICE_OVER), claim, voucher="P1")
    # The county's unit is due because of the athlete; with the coaches nothing of it falls.
    assert ClaimState.objects.get(claim=claim).stage == Stage.LISTED
    assert found(awards, claim, "C1").state.stage == Stage.LISTED
    bureau = awards.acting("reporter", day=site.NOTICE_OVER)
    assert refused(record_award_payment, bureau, claim, voucher="P2") == "transferred-already"
    record_award_payment(awards.acting("county", day=site.NOTICE_OVER), claim, voucher="K1")
    assert ClaimState.objects.get(claim=claim).stage == Stage.PAID
    owes_nothing_wrong()


@pytest.mark.parametrize(
    ("person", "conduct", "code"),
    [
        ("某人", Conduct.LAW_DISCIPLINE, "not-on-claim"),
        (ATHLETE, Conduct.DOPING, "falls-as-a-whole"),
        (ATHLETE, Conduct.FRAUD, "falls-as-a-whole"),
    ],
)
def test_who_is_not_named_and_what_takes_the_whole_result_are_refused(person, conduct, code, awards):
    claim = site.on_notice(awards)
    acting = awards.acting("reporter", day=site.NOTICE_OVER)
    assert refused(record_award_misconduct, acting, claim, person=person, conduct=conduct, note="事实") == code
    assert refused(record_award_misconduct, acting, claim, person="C1", conduct=Conduct.DOPING, note=" ") == (
        "cancellation-without-reason"
    )
    assert not claim.amendments.exists()


def test_an_amendment_that_the_act_does_not_give_is_found(awards):
    claim = found(awards, site.on_notice(awards), "C1")
    wrong = claim.amendments.get()
    decision = wrong.decision | {"total_yuan": "1.00"}
    step = claim.steps.get(move="filing")
    Amendment.objects.create(
        step=step, claim=claim, person="C1", conduct=wrong.conduct, input=wrong.input, decision=decision
    )
    assert [claim.receipt in line for line in wrong_decisions()] == [True]


def test_a_state_without_its_amendment_is_found(awards):
    claim = found(awards, site.on_notice(awards), "C1")
    ClaimState.objects.filter(claim=claim).update(amendment=None)
    assert ["现行金额" in line for line in wrong_states()] == [True]
