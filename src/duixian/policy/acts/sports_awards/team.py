"""第九条: what a placing in a team event is worth, to each athlete or to the team as one."""

import datetime as dt

from duixian.policy.acts.sports_awards.assessment import Assessment, Award, Placed, placing_in_words
from duixian.policy.acts.sports_awards.claim import Ball, EventKind, Result, TeamPayout, UnitKind
from duixian.policy.acts.sports_awards.games import Games
from duixian.policy.engine.act import Act, number_of
from duixian.policy.engine.amounts import stated
from duixian.policy.engine.answers import Known, Unknown
from duixian.policy.engine.decision import Refusal, refuse
from duixian.policy.engine.narrator import Narrator
from duixian.units import gettext_noop

_WORDS = {
    "ball_team": gettext_noop("{games}{event}{placing}（每队）"),
    "team_athlete": gettext_noop("{games}{event}{placing}（每名运动员）"),
    "large_team": gettext_noop("{games}{event}{placing}（每队）"),
}


def is_paid_as_team(act: Act, result: Result, *, games: Games, day: dt.date) -> bool:
    """Whether the 运动队 is the payee. Exactly four (含四人) are paid per athlete; five are a team."""
    if result.event_kind is EventKind.INDIVIDUAL:
        return False
    if games.has_ball_rows and _is_standard_ball(result):
        return True
    limit = number_of(act.value("small_team", games.standard, day=day))
    if limit is None or result.size is None:
        return any(unit.kind is UnitKind.TEAM for unit in result.units)
    return result.size > limit.value


def team_award(
    act: Act, result: Result, *, games: Games, paid_as_team: bool, day: dt.date, narrator: Narrator
) -> Award:
    """The award of one paid unit at games of the region, or of those whose rows prefecture games take."""
    if games.beyond_region or (games.has_ball_rows and result.ball is Ball.VARIANT):
        return Unknown("large_team", (games.name, result.placing.value))
    table = "team_athlete" if not paid_as_team else "large_team"
    if games.has_ball_rows and _is_standard_ball(result):
        table = "ball_team"
    answer = act.value(table, games.standard, result.placing.value, day=day)
    if not isinstance(answer, Known):
        return answer
    placed = placing_in_words(result.placing)
    event = (
        result.ball if table == "ball_team" else narrator.say(gettext_noop("{size}人集体项目"), size=result.size or 0)
    )
    return stated(answer.row, narrator.say(_WORDS[table], games=games.standard, event=event or "", placing=placed))


def no_team_standard(a: Assessment) -> Refusal | None:
    """第八条（二）（三） say 个人项目, and 第九条 stops at games of the region."""
    for placed in a.placed:
        if placed.games.beyond_region and placed.result.event_kind is EventKind.TEAM:
            template = gettext_noop("{games}的集体项目没有奖励标准：国内、国际比赛本办法只奖励个人项目。")
            return refuse("NO_TEAM_STANDARD", template, articles=("第八条", "第九条"), games=placed.games.name)
    return None


def ball_variant(a: Assessment) -> Refusal | None:
    """Three-a-side and beach games fit the ball row and the size row equally well, and the sums differ."""
    for placed in a.placed:
        if placed.result.ball is Ball.VARIANT and placed.games.has_ball_rows:
            template = gettext_noop(
                "{games}的三人篮球、五人制足球、沙滩排球、气排球等，按足篮排标准还是按人数标准计奖，本办法没有写明。"
                "请报州体育局书面答复后再申请。"
            )
            return refuse("BALL_VARIANT_UNCLEAR", template, articles=("第九条",), games=placed.games.name)
    return None


def roster_mismatch(a: Assessment) -> Refusal | None:
    """An event paid per athlete credits as many athletes as the competition's regulations fix for it."""
    for placed in a.placed:
        fixed = 1 if placed.result.event_kind is EventKind.INDIVIDUAL else placed.result.size
        credited = sum(unit.kind is UnitKind.ATHLETE for unit in placed.result.units)
        if not placed.paid_as_team and credited != fixed:
            template = gettext_noop(
                "{path}：竞赛规程规定 {fixed} 人，申请里有 {credited} 名运动员。请按成绩册列全运动员，或更正项目人数。"
            )
            return refuse(
                "ROSTER_MISMATCH",
                template,
                articles=("第九条",),
                path=placed.result.path,
                fixed=fixed or 0,
                credited=credited,
            )
    return None


def no_split_inside_team(a: Assessment) -> Refusal | None:
    """A team paid as one gets one sum; how its members share it the act does not say."""
    for placed in a.placed:
        if placed.paid_as_team and _asks_per_member(placed):
            template = gettext_noop(
                "{path}：四人以上的集体项目和足篮排奖励的是运动队，本办法没有规定队内怎样分。"
                "请按队申请（team_payout 填 team）。"
            )
            return refuse("NO_INTRA_TEAM_SPLIT", template, articles=("第九条",), path=placed.result.path)
    return None


def _asks_per_member(placed: Placed) -> bool:
    per_member = placed.result.team_payout is TeamPayout.PER_MEMBER
    return per_member or any(unit.kind is UnitKind.ATHLETE for unit in placed.result.units)


def _is_standard_ball(result: Result) -> bool:
    return result.ball is not None and result.ball is not Ball.VARIANT
