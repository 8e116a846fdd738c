"""第二十七条: training time runs from entry into the 州直体育运动队 to the day of the result, in full years."""

import datetime as dt

from duixian.policy.acts.sports_awards.assessment import Assessment, Placed, names_a_coach
from duixian.policy.acts.sports_awards.claim import PaidUnit
from duixian.policy.acts.sports_awards.games import CoachRule
from duixian.policy.engine.decision import Refusal, refuse
from duixian.policy.engine.narrator import Narrator
from duixian.policy.engine.periods import full_years
from duixian.policy.engine.trace import Step, found, given
from duixian.units import gettext_noop


def has_clock(a: Assessment, placed: Placed) -> bool:
    """Whether the result's awards hang on training time: only where coaches ask, and 第十三条 splits."""
    return a.with_coaches and placed.games.coach_rule is CoachRule.BY_TRAINING_TIME


def training_years(unit: PaidUnit, *, result_day: dt.date) -> int | None:
    """Full years from entry to the result; None where no entry is known."""
    return None if unit.entered is None else full_years(unit.entered, until=result_day)


def training_step(unit: PaidUnit, *, result_day: dt.date, years: int, narrator: Narrator) -> Step | None:
    """The step that tells how long a unit was trained."""
    entered = narrator.say(
        gettext_noop("{unit} 于 {day} 进入州直体育运动队"), unit=unit.id, day=unit.entered or result_day
    )
    counted = narrator.say(gettext_noop("到 {day} 取得成绩，培训满 {years} 年"), day=result_day, years=years)
    if entered is None or counted is None:
        return None
    return found(counted, "第二十七条", parts=(given(entered),))


def team_clock_not_uniform(a: Assessment) -> Refusal | None:
    """A team paid as one without one day of entry: its members entered on days that differ."""
    for placed in a.placed:
        if not (has_clock(a, placed) and placed.paid_as_team):
            continue
        for unit in placed.due:
            if unit.entered is None and names_a_coach(placed.result, unit):
                template = gettext_noop(
                    "{path}：运动队 {team} 没有统一的进队日期，培训时间无法认定。"
                    "队员进队日期不同的，本办法没有规定怎样计算；教练员奖金请另行申请，运动队可先单独申请。"
                )
                return refuse(
                    "TEAM_CLOCK_NOT_UNIFORM",
                    template,
                    articles=("第十三条", "第二十七条"),
                    path=placed.result.path,
                    team=unit.id,
                )
    return None


def coach_changed_after_entry(a: Assessment) -> Refusal | None:
    """A current coach who took charge after the entry: there was a coach in between who has no share anywhere."""
    for placed in a.placed:
        if has_clock(a, placed) and (refusal := _changed(placed)) is not None:
            return refusal
    return None


def _changed(placed: Placed) -> Refusal | None:
    for coach in placed.result.current_coaches:
        for unit in placed.due:
            if coach.since is not None and unit.entered is not None and coach.since > unit.entered:
                template = gettext_noop(
                    "{coach} 自 {since} 任主管教练员，晚于 {unit} 进入州直队的 {entered}；"
                    "两任教练员之间怎样分配，本办法没有规定。运动员（队）可先单独申请。"
                )
                return refuse(
                    "COACH_CHANGED_AFTER_ENTRY",
                    template,
                    articles=("第十三条", "第二十七条"),
                    coach=coach.id,
                    since=coach.since,
                    unit=unit.id,
                    entered=unit.entered,
                )
    return None
