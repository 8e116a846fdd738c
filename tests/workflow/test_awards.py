import datetime as dt
from dataclasses import replace

import pytest
from tests import award_site as site
from tests.award_acts import cancelled, objected
from tests.award_site import make_parts, new_claim

from duixian.cli.proving import wrong_sources
from duixian.ledgers.claims.order import Stage
from duixian.ledgers.models import Claim, Entry, Step
from duixian.registers import store
from duixian.units import Refused
from duixian.workflow.actions.file_award_claim import Paper, ReturnedClaim, file_award_claim
from duixian.workflow.actions.give_award_opinion import give_award_opinion
from duixian.workflow.actions.make_award_plan import make_award_plan
from duixian.workflow.actions.object_to_award import MOST_AN_HOUR_FROM_ONE, object_to_award
from duixian.workflow.actions.open_award_notice import open_award_notice
from duixian.workflow.actions.record_award_payment import record_award_payment
from duixian.workflow.actions.recover_award import recover_award
from duixian.workflow.actions.review_award_claim import review_award_claim
from duixian.workflow.actions.settle_award_objection import settle_award_objection
from duixian.workflow.actions.show_identity import show_identity
from duixian.workflow.award_decision import wrong_decisions


@pytest.fixture
def awards(people):
    return make_parts(people)


def refused(act, *args, **kwargs):
    with pytest.raises(Refused) as refusal:
        act(*args, **kwargs)
    return refusal.value.code


def test_a_claim_keeps_its_decision_with_traces_papers_and_the_version_of_the_act(awards):
    claim = site.filed(awards)
    assert claim.decision["total_yuan"] == "53600.00"
    assert "20000 元 × 80% = 16000 元" in claim.decision["payments"][1]["trace"][-1]
    assert claim.last_day == dt.date(2026, 9, 14)
    assert [store.fetch(one.sha256) for one in claim.attachments.all()] == [b"certificate", b"identity"]
    assert "第一条" in store.fetch(claim.act_sha256).decode()
    assert wrong_decisions() == []


def test_a_decision_that_is_not_what_the_act_gives_is_found(awards):
    claim = site.filed(awards)
    store.path_of(claim.act_sha256).write_bytes(b"another act")
    assert [claim.receipt in line for line in wrong_decisions()] == [True]


def test_a_paper_that_was_swapped_is_found(awards):
    store.path_of(site.filed(awards).attachments.all()[0].sha256).write_bytes(b"another certificate")
    assert ["证书.pdf" in line for line in wrong_sources()] == [True]


def test_a_stored_amount_that_the_act_does_not_give_is_found(awards, people):
    claim = site.filed(awards)
    raw = {**claim.input, "results": [{**claim.input["results"][0], "placing": {"scale": "rank", "value": 2}}]}
    wrong = Claim.objects.create(
        **{name: getattr(claim, name) for name in ("act", "act_sha256", "kind", "decision", "notice_days", "body")},
        receipt="WRONG",
        input=raw,
        filed_day=site.FILED,
        filed_by=people.county,
        filed_at=site.NOW,
    )
    assert [wrong.receipt in line for line in wrong_decisions()] == [True]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"result_date": "2025-11-30"}, "CLAIM_WINDOW_EXPIRED"),
        ({"placing": {"scale": "rank", "value": 9}}, "RANK_NOT_AWARDED"),
        ({"result_date": "2026-02-30"}, "INPUT_INCOMPLETE"),
    ],
)
def test_a_claim_that_the_act_returns_is_not_stored(changes, code, awards):
    with pytest.raises(ReturnedClaim) as returned:
        site.filed(awards, **changes)
    assert returned.value.refusal.code == code
    assert not Claim.objects.exists()
    assert not Entry.objects.exists()


def test_a_claim_without_its_papers_is_not_stored(awards):
    only = (Paper(kind="比赛成绩册", name="成绩册.pdf", data=b"book"),)
    with pytest.raises(Refused, match="还缺：秩序册、身份证"):
        site.filed(awards, papers=only)
    assert not Claim.objects.exists()


def test_nobody_is_paid_twice_for_one_result(awards):
    claim = site.filed(awards)
    with pytest.raises(Refused, match=claim.receipt):
        site.filed(awards)
    review_award_claim(awards.acting("reporter", day=site.FILED), claim, passes=False, note="证书看不清")
    assert site.filed(awards).receipt != claim.receipt


def test_a_coach_is_paid_for_each_of_two_athletes(awards):
    first, second = site.filed(awards), site.filed(awards, payee="古丽娜·示例")
    coached = [
        line["amount_yuan"] for one in (first, second) for line in one.decision["payments"] if line["payee"] == "C1"
    ]
    assert coached == ["16000.00", "16000.00"]


def test_only_the_body_that_has_the_part_takes_the_step(awards):
    claim = site.filed(awards)
    others = awards.acting("other", day=site.FILED)
    bureau = awards.acting("reporter", day=site.FILED)
    assert refused(review_award_claim, others, claim, passes=False, note="x") == "not-your-act-part"
    assert refused(give_award_opinion, bureau, claim, agrees=True, note="") == "not-your-act-part"
    assert refused(record_award_payment, others, claim, voucher="1") == "not-your-act-part"
    assert Step.objects.filter(claim=claim).count() == 1


def test_a_review_needs_the_opinion_of_another_body(awards):
    claim = site.filed(awards)
    bureau = awards.acting("reporter", day=site.FILED)
    assert refused(review_award_claim, bureau, claim, passes=True, note="") == "nobody-heard"


def test_a_review_works_the_amounts_out_again(awards):
    claim = site.filed(awards)
    give_award_opinion(awards.acting("other", day=site.FILED), claim, agrees=True, note="")
    store.path_of(claim.act_sha256).unlink()
    bureau = awards.acting("reporter", day=site.FILED)
    assert refused(review_award_claim, bureau, claim, passes=True, note="") == "decision-differs"


@pytest.mark.parametrize(("day", "ready"), [(dt.date(2026, 6, 15), False), (dt.date(2026, 6, 16), True)])
def test_a_plan_takes_a_claim_after_seven_complete_days(day, ready, awards):
    claim = site.on_notice(awards)
    acting = awards.acting("reporter", day=day)
    if not ready:
        assert refused(make_award_plan, acting, number=site.NUMBER) == "nothing-ready"
        return
    plan = make_award_plan(acting, number=site.NUMBER)
    assert Claim.objects.get(pk=claim.pk).state.plan == plan


def test_an_open_objection_keeps_a_claim_out_of_the_plan(awards):
    objection = objected(awards)
    acting = awards.acting("reporter", day=site.NOTICE_OVER)
    assert refused(make_award_plan, acting, number=site.NUMBER) == "nothing-ready"
    settle_award_objection(acting, objection, answer="经核查，成绩属实")
    assert refused(settle_award_objection, acting, objection, answer="再答一次") == "settled-already"
    make_award_plan(acting, number=site.NUMBER)


def test_objections_are_taken_while_the_notice_runs_and_only_so_many(awards):
    claim = site.on_notice(awards)

    def object_on(day, origin="x"):
        return object_to_award(claim, text="不实", contact="", origin=origin, now=site.NOW, today=day)

    assert refused(object_on, dt.date(2026, 6, 16)) == "notice-over"
    for _ in range(MOST_AN_HOUR_FROM_ONE):
        object_on(dt.date(2026, 6, 15))
    assert refused(object_on, dt.date(2026, 6, 15)) == "too-many-objections"
    object_on(dt.date(2026, 6, 15), origin="y")


def test_each_finance_bureau_pays_its_own_lines(awards):
    claim = site.listed(awards)
    record_award_payment(awards.acting("county", day=site.NOTICE_OVER), claim, voucher="K1")
    assert [(row.line, row.amount) for row in claim.transfers.all()] == [(4, 4000)]
    assert Claim.objects.get(pk=claim.pk).state.stage == Stage.LISTED
    county = awards.acting("county", day=site.NOTICE_OVER)
    assert refused(record_award_payment, county, claim, voucher="K2") == "transferred-already"
    record_award_payment(awards.acting("reporter", day=site.NOTICE_OVER), claim, voucher="P1")
    assert Claim.objects.get(pk=claim.pk).state.stage == Stage.PAID


def test_what_was_paid_comes_back_after_doping(awards):
    claim = cancelled(awards)
    assert claim.steps.last().detail == {"ground": "doping", "articles": ["第二十二条", "第二十三条"]}
    for name in ("reporter", "county"):
        recover_award(awards.acting(name, day=site.NOTICE_OVER), claim, voucher="R1")
    assert Claim.objects.get(pk=claim.pk).state.stage == Stage.RECOVERED
    amounts = {back: sum(row.amount for row in claim.transfers.filter(back=back)) for back in (True, False)}
    assert amounts[True] == amounts[False] == 53600


def test_a_whole_identity_number_is_shown_for_a_reason_that_is_logged(awards):
    payee = site.filed(awards).payees.get()
    assert payee.masked_number == "**************002X"
    bureau = awards.acting("reporter", day=site.FILED)
    assert refused(show_identity, bureau, payee, reason=" ") == "identity-without-reason"
    assert show_identity(bureau, payee, reason="核对账户") == site.IDENTITY
    assert Entry.objects.get(verb="show_identity").detail["reason"] == "核对账户"


def test_an_identity_number_with_a_slip_of_the_pen_is_refused(awards):
    wrong = new_claim()
    wrong = type(wrong)(**{f: getattr(wrong, f) for f in wrong.__slots__} | {"identity_numbers": {"甲": "1" * 18}})
    assert refused(file_award_claim, awards.acting("county", day=site.FILED), wrong) == "identity-wrong"


def test_a_notice_is_opened_once(awards):
    claim = site.on_notice(awards)
    assert refused(open_award_notice, awards.acting("reporter", day=site.NOTICE), claim) == "out-of-order"


@pytest.mark.parametrize("event", ["女子100米", "女子 100 米", "女子１００米", " 女子100米"])
def test_one_event_written_in_two_ways_is_not_paid_twice(event, awards):
    site.filed(awards)
    again = replace(new_claim(), event=event)
    assert refused(file_award_claim, awards.acting("county", day=site.FILED), again) == "claimed-already"


def test_another_event_of_the_same_day_is_another_award(awards):
    site.filed(awards)
    file_award_claim(awards.acting("county", day=site.FILED), replace(new_claim(), event="女子200米"))
    assert Claim.objects.count() == 2
