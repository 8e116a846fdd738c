"""For each verb of the awards: what has to be there first (a fixture, or how it is made), and the act itself."""

import datetime as dt
from dataclasses import replace

from tests import award_site as site

from duixian.policy.acts.sports_awards import Conduct
from duixian.registers.models import ActPart, Body
from duixian.workflow.actions.approve_award_plan import approve_award_plan
from duixian.workflow.actions.cancel_award import Ground, cancel_award
from duixian.workflow.actions.file_award_claim import file_award_claim
from duixian.workflow.actions.give_award_opinion import give_award_opinion
from duixian.workflow.actions.issue_award_decision import issue_award_decision
from duixian.workflow.actions.list_award_payments import list_award_payments
from duixian.workflow.actions.make_award_plan import make_award_plan
from duixian.workflow.actions.name_act_body import name_act_body
from duixian.workflow.actions.object_to_award import object_to_award
from duixian.workflow.actions.open_award_notice import open_award_notice
from duixian.workflow.actions.record_award_misconduct import record_award_misconduct
from duixian.workflow.actions.record_award_payment import record_award_payment
from duixian.workflow.actions.recover_award import recover_award
from duixian.workflow.actions.review_award_claim import review_award_claim
from duixian.workflow.actions.settle_award_objection import settle_award_objection
from duixian.workflow.actions.show_identity import show_identity


def late(acting, day=site.NOTICE_OVER):
    return replace(acting, today=day)


def objected(awards):
    claim = site.on_notice(awards, payee="古丽娜·示例")
    noon = dt.datetime(2026, 6, 9, 4, 0, tzinfo=dt.UTC)
    return object_to_award(
        claim, text="成绩册里不是第一", contact="", origin="x", now=noon, today=site.NOTICE + dt.timedelta(days=1)
    )


def cancelled(awards):
    claim = site.paid(awards)
    acting = awards.acting("reporter", day=site.NOTICE_OVER)
    cancel_award(acting, claim, ground=Ground.DOPING, note="检测阳性，某处〔2026〕3号")
    return claim


AWARD_ACTS = {
    "file_award_claim": ("awards", lambda acting, _: file_award_claim(acting, site.new_claim())),
    "give_award_opinion": (
        "filed_elsewhere",
        lambda acting, claim: give_award_opinion(acting, claim, agrees=True, note=""),
    ),
    "review_award_claim": (
        site.filed,
        lambda acting, claim: review_award_claim(acting, claim, passes=False, note="证书看不清"),
    ),
    "open_award_notice": (site.reviewed, lambda acting, claim: open_award_notice(late(acting), claim)),
    "settle_award_objection": (
        objected,
        lambda acting, objection: settle_award_objection(late(acting), objection, answer="经核查属实"),
    ),
    "make_award_plan": (site.on_notice, lambda acting, _: make_award_plan(late(acting), number=site.NUMBER)),
    "approve_award_plan": (
        site.planned,
        lambda acting, claim: approve_award_plan(late(acting), claim.state.plan, number="某函1号"),
    ),
    "issue_award_decision": (
        site.approved,
        lambda acting, claim: issue_award_decision(late(acting), claim, number="某体发〔2026〕10号"),
    ),
    "list_award_payments": (
        site.approved,
        lambda acting, claim: list_award_payments(late(acting), claim.state.plan),
    ),
    "record_award_payment": (
        site.listed,
        lambda acting, claim: record_award_payment(late(acting), claim, voucher="2026-001"),
    ),
    "cancel_award": (
        site.filed,
        lambda acting, claim: cancel_award(acting, claim, ground=Ground.FRAUD, note="冒名顶替"),
    ),
    "record_award_misconduct": (
        site.filed,
        lambda acting, claim: record_award_misconduct(
            acting, claim, person="C1", conduct=Conduct.LAW_DISCIPLINE, note="某处〔2026〕5号"
        ),
    ),
    "recover_award": (cancelled, lambda acting, claim: recover_award(late(acting), claim, voucher="2026-R1")),
    "show_identity": (
        site.filed,
        lambda acting, claim: show_identity(acting, claim.payees.get(), reason="核对银行账户"),
    ),
    "name_act_body": (
        "awards",
        lambda acting, _: name_act_body(acting, Body.objects.get(name="州教育局"), part=ActPart.ADMINISTERS),
    ),
}
