"""第十三条: at 自治区运动会 and 锦标赛 current and sending coach share the athletes' total by training time."""

from duixian.policy.acts.sports_awards import minority_coach, sending_beyond
from duixian.policy.acts.sports_awards.assessment import Assessment, Placed, sending_coaches_of
from duixian.policy.acts.sports_awards.claim import Coach, PaidUnit
from duixian.policy.acts.sports_awards.games import CoachRule
from duixian.policy.acts.sports_awards.lines import (
    Line,
    Lines,
    PayeeKind,
    barred,
    elsewhere,
    no_coach_award,
    nothing_payable,
    payment,
)
from duixian.policy.acts.sports_awards.training_time import training_step, training_years
from duixian.policy.engine.act import number_of
from duixian.policy.engine.amounts import Rate, rate, share_of
from duixian.policy.engine.answers import Answer, Known, Missing
from duixian.units import gettext_noop

CURRENT, SENDING = "现任", "输送"
_RATE_WORDS = {
    CURRENT: gettext_noop("现任主管教练员按奖金总额计发"),
    SENDING: gettext_noop("原输送教练员按奖金总额计发"),
}


def coach_share(a: Assessment, placed: Placed, unit: PaidUnit, *, coach: str) -> Answer:
    """The share of 奖金总额 in the row of the unit's training time; years beyond the last row stay in it."""
    day = placed.result.day
    years = training_years(unit, result_day=day)
    last = number_of(a.act.value("longest_training", day=day))
    if years is None or last is None:
        return Missing("coach_share", "years")
    return a.act.value("coach_share", min(years, int(last.value)), coach, day=day)


def share_rate(a: Assessment, placed: Placed, unit: PaidUnit, known: Known, *, coach: str) -> Rate:
    """The share as a rate, with the training time that led to its row."""
    day = placed.result.day
    years = training_years(unit, result_day=day) or 0
    because = training_step(unit, result_day=day, years=years, narrator=a.narrator)
    return rate(known.row, a.narrator.say(_RATE_WORDS[coach]), because=because)


def head_coach_rate(a: Assessment, placed: Placed, unit: PaidUnit) -> Rate | None:
    """The head coach's standard for one unit, which 第十六条 builds on; None where the games set none."""
    if placed.games.coach_rule is CoachRule.WHOLE:
        return minority_coach.whole_rate(a, placed)
    if placed.games.coach_rule is not CoachRule.BY_TRAINING_TIME:
        return None
    known = coach_share(a, placed, unit, coach=CURRENT)
    return share_rate(a, placed, unit, known, coach=CURRENT) if isinstance(known, Known) else None


def current_coach_lines(a: Assessment, placed: Placed) -> Lines:
    """The current coach's lines, one for each unit."""
    kind = PayeeKind.CURRENT_COACH
    for coach in placed.result.current_coaches:
        gone = no_coach_award(placed, coach, kind) or elsewhere(coach, kind) or barred(a, coach, kind)
        if gone is not None:
            yield gone
        elif placed.games.coach_rule is CoachRule.SENDING_ONLY:
            template = gettext_noop("国内、国际比赛本办法只奖励输送教练员，现任主管教练员没有奖金。")
            yield nothing_payable(coach, kind, template, "第十二条")
        else:
            yield from _head_lines(a, placed, coach)


def sending_coach_lines(a: Assessment, placed: Placed) -> Lines:
    """The sending coaches' lines, unit by unit."""
    kind = PayeeKind.SENDING_COACH
    for unit in placed.due:
        for coach in sending_coaches_of(placed.result, unit):
            gone = (
                no_coach_award(placed, coach, kind)
                or sending_beyond.not_representing(placed, coach)
                or elsewhere(coach, kind)
                or barred(a, coach, kind)
            )
            yield gone if gone is not None else _sending_line(a, placed, unit, coach)


def _head_lines(a: Assessment, placed: Placed, coach: Coach) -> Lines:
    for unit in placed.due:
        share = head_coach_rate(a, placed, unit)
        if share is not None:
            words = a.narrator.say(gettext_noop("{coach} 因 {unit} 应得"), coach=coach.id, unit=unit.id)
            worth = share_of(placed.worth, share, words=words)
            yield payment(coach.id, PayeeKind.CURRENT_COACH, worth, games=placed.games.name)


def _sending_line(a: Assessment, placed: Placed, unit: PaidUnit, coach: Coach) -> Line:
    kind = PayeeKind.SENDING_COACH
    if placed.games.coach_rule is CoachRule.SENDING_ONLY:
        return sending_beyond.sending_line(a, placed, unit, coach)
    if placed.games.coach_rule is CoachRule.WHOLE:
        template = gettext_noop("少数民族运动会的教练员奖金全额给现任主管教练员，输送教练员没有份额。")
        return nothing_payable(coach, kind, template, "第十四条")
    known = coach_share(a, placed, unit, coach=SENDING)
    if not isinstance(known, Known):
        template = gettext_noop("培训满三年以上的，奖金总额全部归现任主管教练员，原输送教练员的份额为零。")
        return nothing_payable(coach, kind, template, "第十三条（四）")
    words = a.narrator.say(gettext_noop("{coach} 因 {unit} 应得"), coach=coach.id, unit=unit.id)
    worth = share_of(placed.worth, share_rate(a, placed, unit, known, coach=SENDING), words=words)
    return payment(coach.id, kind, worth, games=placed.games.name)
