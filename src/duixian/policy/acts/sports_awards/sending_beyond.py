"""第十二条: at 国内 and 国际 games the sending coach gets a share, if the athlete is of 自治区代表队."""

from duixian.policy.acts.sports_awards.assessment import Assessment, Placed
from duixian.policy.acts.sports_awards.claim import Coach, PaidUnit
from duixian.policy.acts.sports_awards.lines import Line, PayeeKind, not_due, nothing_payable, payment
from duixian.policy.engine.amounts import rate, share_of
from duixian.policy.engine.answers import Known
from duixian.policy.engine.decision import NotDue
from duixian.units import Sentence, gettext_noop


def not_representing(placed: Placed, coach: Coach) -> NotDue | None:
    """The athlete did not start for the region's team."""
    if not placed.games.beyond_region or placed.result.represents_region:
        return None
    sentence = Sentence(gettext_noop("运动员不是代表自治区代表队参赛，输送教练员没有奖金。"))
    return not_due(coach.id, PayeeKind.SENDING_COACH, "NOT_REPRESENTING_REGION", sentence, "第十二条")


def sending_line(a: Assessment, placed: Placed, unit: PaidUnit, coach: Coach) -> Line:
    """The share of the athlete's award under this act, as it is paid."""
    share = a.act.value("sending_share", day=placed.result.day)
    if not isinstance(share, Known):
        return nothing_payable(coach, PayeeKind.SENDING_COACH, gettext_noop("这一天没有施行中的输送比例。"), "第十二条")
    percentage = rate(share.row, a.narrator.say(gettext_noop("输送教练员按运动员奖金总额计发")))
    words = a.narrator.say(gettext_noop("{coach} 因 {unit} 应得"), coach=coach.id, unit=unit.id)
    worth = share_of(placed.worth, percentage, words=words)
    return payment(coach.id, PayeeKind.SENDING_COACH, worth, games=placed.games.name)
