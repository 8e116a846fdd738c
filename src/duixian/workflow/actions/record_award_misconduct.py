"""Records what was found against one person on a claim: that person's award falls, the others' stand (第二十三条).

An athlete's fraud or doping takes the whole result away: that is ``cancel_award``.
"""

from duixian.ledgers.claims.post import Change, Hand, Words, post_amendment
from duixian.ledgers.models import Amendment, Claim
from duixian.policy.acts.sports_awards import Conduct, with_misconduct
from duixian.policy.acts.sports_awards.misconduct import ARTICLES, RECORDED
from duixian.registers.models import ActPart
from duixian.units import Refused, gettext_noop
from duixian.workflow.acting import Acting, performing
from duixian.workflow.award_decision import act_of, amended_decision, fallen_persons, persons_on
from duixian.workflow.award_scope import check_part


def record_award_misconduct(acting: Acting, claim: Claim, *, person: str, conduct: Conduct, note: str) -> Amendment:
    """The amendment, with the decision that stands since; what was paid too much is owed back.

    Errors: Refused without saying what was found, for somebody who is not on the claim, or for conduct of theirs that
    takes the whole result away.
    """
    with performing("record_award_misconduct", acting) as log:
        check_part(acting.account, ActPart.ADMINISTERS)
        if not note.strip():
            raise Refused("cancellation-without-reason", gettext_noop("取消奖励须写明认定的事实和文号。"))
        _check_person(claim, person=person, conduct=conduct)
        hand = Hand(by=acting.account, day=acting.today, at=acting.now)
        detail = {"person": person, "conduct": conduct.value, "articles": list(ARTICLES[conduct])}
        change = _change(claim, person=person, conduct=conduct)
        made = post_amendment(claim, hand, change, words=Words(note=note.strip(), detail=detail))
        log.record(claim, receipt=claim.receipt, payee=person, conduct=conduct.value, note=note.strip())
        return made


def _check_person(claim: Claim, *, person: str, conduct: Conduct) -> None:
    conducts = {one.id: one.conducts for one in persons_on(claim)}
    if person not in conducts:
        raise Refused("not-on-claim", gettext_noop("这项申请里没有{person}。请从名单里选。"), person=person)
    if conduct not in conducts[person]:
        raise Refused(
            "falls-as-a-whole",
            gettext_noop("运动员弄虚作假或使用兴奋剂，整项奖励都取消（第二十一、二十二条），请办“取消奖励”。"),
        )


def _change(claim: Claim, *, person: str, conduct: Conduct) -> Change:
    earlier = list(claim.amendments.all())
    raw = with_misconduct(earlier[-1].input if earlier else claim.input, person=person, conduct=conduct)
    fallen = fallen_persons(earlier) | (frozenset() if conduct in RECORDED else {person})
    decision = amended_decision(claim, raw, fallen=fallen, act=act_of(claim))
    return Change(person=person, conduct=conduct.value, input=raw, decision=decision)
