"""第十四条: at 自治区少数民族传统体育运动会 the current coach gets the whole total, without a split by time."""

from duixian.policy.acts.sports_awards.assessment import Assessment, Placed
from duixian.policy.engine.act import number_of
from duixian.policy.engine.amounts import Rate, rate
from duixian.units import gettext_noop


def whole_rate(a: Assessment, placed: Placed) -> Rate | None:
    """The whole of 奖金总额; None where the act sets no such share on the day."""
    row = number_of(a.act.value("minority_coach_share", day=placed.result.day))
    return None if row is None else rate(row, a.narrator.say(gettext_noop("教练员按奖金总额计发，不按时间分配")))
