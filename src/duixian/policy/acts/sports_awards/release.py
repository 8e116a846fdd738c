"""第十九条, 第二十条: money is released after evidence, review, notice and approval, in this order, none skipped."""

import datetime as dt
from collections.abc import Iterator

from duixian.policy.acts.sports_awards.assessment import Assessment, reading_day
from duixian.policy.acts.sports_awards.claim import Workflow
from duixian.policy.engine.act import Act, number_of
from duixian.policy.engine.decision import Refusal, refuse
from duixian.units import Sentence, gettext_noop

IDENTITY, CERTIFICATE = "身份证", "获奖证书"
BOOKS = ("比赛成绩册", "秩序册")


def released_too_early(a: Assessment) -> Refusal | None:
    """The first step not done; None too where nobody asks for release yet."""
    if a.claim.workflow is None:
        return None
    return next(_open_steps(a, a.claim.workflow), None)


def missing_evidence(evidence: tuple[str, ...]) -> tuple[str, ...]:
    """What is still to be brought: (成绩册 and 秩序册) or 获奖证书, and 身份证 always.

    >>> missing_evidence(("比赛成绩册", "身份证"))
    ('秩序册',)
    """
    missing = [] if CERTIFICATE in evidence else [book for book in BOOKS if book not in evidence]
    if len(missing) == len(BOOKS):
        missing = [CERTIFICATE]
    return tuple(missing if IDENTITY in evidence else [*missing, IDENTITY])


def notice_days(act: Act, *, claim_day: dt.date) -> int:
    """Complete calendar days of public notice that are needed; 0 where the act asks for none."""
    row = number_of(act.value("notice_days", day=reading_day(act, claim_day)))
    return 0 if row is None else int(row.value)


def _open_steps(a: Assessment, done: Workflow) -> Iterator[Refusal]:
    articles = ("第十九条",)
    if missing := missing_evidence(done.evidence):
        template = gettext_noop("申请材料不全，还缺：{missing}。须有获奖证书（或比赛成绩册和秩序册），并有身份证。")
        yield refuse("EVIDENCE_INCOMPLETE", template, articles=articles, missing="、".join(missing))
    if not done.bureau_review_passed:
        yield refuse("BUREAU_REVIEW_NOT_PASSED", gettext_noop("体育局还没有审核通过。"), articles=articles)
    days = notice_days(a.act, claim_day=a.claim.day)
    if done.notice_days is None or done.notice_days < days:
        shown = gettext_noop("还没有公示") if done.notice_days is None else gettext_noop("已公示 {done} 天")
        said = Sentence(shown, {"done": done.notice_days or 0})
        template = gettext_noop("{said}，须公示满 {days} 个整天（按日历天数）。")
        yield refuse("NOTICE_INCOMPLETE", template, articles=articles, said=said, days=days)
    if done.objection_open is not False:
        yield refuse("OBJECTION_OPEN", gettext_noop("公示期间的异议还没有了结。"), articles=articles)
    if not done.government_approved:
        template = gettext_noop("当年奖励方案还没有经州人民政府批准。")
        yield refuse("NOT_APPROVED_BY_GOVERNMENT", template, articles=("第十九条", "第二十条"))
