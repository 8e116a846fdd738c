"""Lines of a decision: who pays, what a line is labelled with, and the reasons why somebody named gets none."""

from collections.abc import Iterator, Mapping
from enum import StrEnum

from duixian.policy.acts.sports_awards.assessment import Assessment, Placed
from duixian.policy.acts.sports_awards.claim import Affiliation, Coach
from duixian.policy.acts.sports_awards.games import CoachRule
from duixian.policy.engine.amounts import Derived
from duixian.policy.engine.decision import NotDue, Payment
from duixian.units import Sentence, gettext_noop

Line = Payment | NotDue
Lines = Iterator[Line]


class PayeeKind(StrEnum):
    ATHLETE = "athlete"
    TEAM = "team"
    ORIGIN_COACH = "origin_coach"  # 第四至七条
    SENDING_COACH = "sending_coach"  # 第十一、十二、十三条
    CURRENT_COACH = "current_coach"  # 第十三、十四、十五条
    ASSISTANT_COACH = "assistant_coach"  # 第十六条
    COUNTY_UNIT = "county_unit"  # 第十七条
    COLLECTIVE = "collective"  # 第十八条


PAYEE_WORDS: Mapping[str, str] = {
    PayeeKind.ATHLETE: gettext_noop("运动员"),
    PayeeKind.TEAM: gettext_noop("运动队"),
    PayeeKind.ORIGIN_COACH: gettext_noop("原培养、输送教练员"),
    PayeeKind.SENDING_COACH: gettext_noop("输送教练员"),
    PayeeKind.CURRENT_COACH: gettext_noop("现任主管教练员"),
    PayeeKind.ASSISTANT_COACH: gettext_noop("助理教练员"),
    PayeeKind.COUNTY_UNIT: gettext_noop("原基层输送单位"),
    PayeeKind.COLLECTIVE: gettext_noop("先进集体"),
}
PREFECTURE_FINANCE = "州财政"
COUNTY_FINANCE = "县市财政"


def payment(
    payee: str, kind: PayeeKind, worth: Derived, *, games: str = "", county: str = "", payer: str = PREFECTURE_FINANCE
) -> Payment:
    """One line. Labels are what the totals count by."""
    return Payment(payee, kind, payer, worth, {"games": games, "county": county})


def not_due(payee: str, kind: PayeeKind, code: str, sentence: Sentence, *articles: str) -> NotDue:
    """Somebody named who gets nothing."""
    return NotDue(payee, kind, code, sentence, articles)


def elsewhere(coach: Coach, kind: PayeeKind) -> NotDue | None:
    """The coach belongs neither to 州直 nor to the hired."""
    if coach.affiliation is not Affiliation.ELSEWHERE:
        return None
    sentence = Sentence(gettext_noop("外地教练员，不适用本办法。"))
    return not_due(coach.id, kind, "OUT_OF_SCOPE", sentence, "第二条")


def barred(a: Assessment, coach: Coach, kind: PayeeKind) -> NotDue | None:
    """The coach's own line fell away; it goes to nobody else."""
    if coach.id not in a.barred:
        return None
    sentence = Sentence(gettext_noop("因违规违纪，取消该次运动会的奖励；这一份不转给他人。"))
    return not_due(coach.id, kind, "CONDUCT_DISQUALIFIED", sentence, "第二十一条", "第二十二条", "第二十三条")


def no_coach_award(placed: Placed, coach: Coach, kind: PayeeKind) -> NotDue | None:
    """第十条 names athletes and teams only."""
    if placed.games.coach_rule is not CoachRule.NONE:
        return None
    sentence = Sentence(gettext_noop("自治州层级运动会本办法只奖励运动员（队），没有教练员奖金。"))
    return not_due(coach.id, kind, "NO_COACH_AWARD_FOR_GAMES", sentence, "第十条")


def nothing_payable(coach: Coach, kind: PayeeKind, template: str, *articles: str) -> NotDue:
    """The act grants the role nothing here."""
    return not_due(coach.id, kind, "NOTHING_PAYABLE", Sentence(template), *articles)
