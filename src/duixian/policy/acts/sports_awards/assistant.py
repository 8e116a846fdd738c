"""第十六条: a qualified assistant coach gets a share of the head coach's standard, on top of it."""

from duixian.policy.acts.sports_awards.assessment import Assessment, Placed
from duixian.policy.acts.sports_awards.claim import Coach
from duixian.policy.acts.sports_awards.coaches import head_coach_rate
from duixian.policy.acts.sports_awards.lines import (
    Lines,
    PayeeKind,
    barred,
    elsewhere,
    no_coach_award,
    not_due,
    nothing_payable,
    payment,
)
from duixian.policy.engine.amounts import rate, share_of
from duixian.policy.engine.answers import Known
from duixian.policy.engine.decision import NotDue
from duixian.units import Sentence, gettext_noop


def assistant_lines(a: Assessment, placed: Placed) -> Lines:
    """The assistants' lines, one for each unit. The head coach need not be payable: the *standard* counts."""
    kind = PayeeKind.ASSISTANT_COACH
    for coach in placed.result.assistant_coaches:
        gone = (
            no_coach_award(placed, coach, kind)
            or elsewhere(coach, kind)
            or barred(a, coach, kind)
            or _not_qualified(coach)
        )
        if gone is not None:
            yield gone
        else:
            yield from _lines(a, placed, coach)


def _not_qualified(coach: Coach) -> NotDue | None:
    if coach.qualified:
        return None
    sentence = Sentence(gettext_noop("不符合自治区体育局《教练员管理办法》规定的助理教练员条件。"))
    return not_due(coach.id, PayeeKind.ASSISTANT_COACH, "ASSISTANT_NOT_QUALIFIED", sentence, "第十六条")


def _lines(a: Assessment, placed: Placed, coach: Coach) -> Lines:
    share = a.act.value("assistant_share", day=placed.result.day)
    for unit in placed.due:
        standard = head_coach_rate(a, placed, unit)
        if standard is None or not isinstance(share, Known):
            template = gettext_noop("国内、国际比赛没有主教练员奖励标准，助理教练员没有奖金。")
            yield nothing_payable(coach, PayeeKind.ASSISTANT_COACH, template, "第十六条")
            continue
        own = rate(share.row, a.narrator.say(gettext_noop("助理教练员按主教练员奖励标准计发")))
        words = a.narrator.say(gettext_noop("{coach} 因 {unit} 应得"), coach=coach.id, unit=unit.id)
        worth = share_of(placed.worth, own, standard, words=words)
        yield payment(coach.id, PayeeKind.ASSISTANT_COACH, worth, games=placed.games.name)
