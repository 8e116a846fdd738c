"""The last of the refusals: somebody asks, and the act grants nobody who asks anything."""

from collections.abc import Iterator, Sequence

from duixian.policy.acts.sports_awards.assessment import Assessment, Placed
from duixian.policy.acts.sports_awards.claim import Party
from duixian.policy.acts.sports_awards.games import CoachRule
from duixian.policy.engine.decision import NotDue, Refusal, refuse
from duixian.units import Sentence, gettext_noop

_WITHOUT_REASON = "NOTHING_PAYABLE"


def nothing_left(a: Assessment, not_due: Sequence[NotDue]) -> Refusal:
    """The first reason among those who asked, in the order of the parties; coaches come before the county."""
    for code, sentence, articles in _reasons(a, not_due):
        if code != _WITHOUT_REASON:
            return Refusal(code, sentence, articles)
    return refuse(_WITHOUT_REASON, gettext_noop("申请各方按本办法都没有应得的奖金。"))


def _reasons(a: Assessment, not_due: Sequence[NotDue]) -> Iterator[tuple[str, Sentence, tuple[str, ...]]]:
    if a.with_coaches and any(_pays_no_coach(placed) for placed in a.placed):
        sentence = Sentence(gettext_noop("自治州层级运动会本办法只奖励运动员（队），没有教练员奖金。"))
        yield "NO_COACH_AWARD_FOR_GAMES", sentence, ("第十条",)
    for one in not_due:
        named = Sentence(gettext_noop("{payee}：{reason}"), {"payee": one.payee, "reason": one.sentence})
        yield one.code, named, one.articles
    if a.claim.asks_for(Party.COUNTY):
        sentence = Sentence(
            gettext_noop("没有应发的追踪奖：追踪奖只发给自治区三项运动会前三名（一、二、三等奖）的输送单位。")
        )
        yield "NO_COUNTY_AWARD", sentence, ("第十七条",)


def _pays_no_coach(placed: Placed) -> bool:
    return placed.games.coach_rule is CoachRule.NONE
