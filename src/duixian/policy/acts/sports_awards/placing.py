"""第二十六条, and what 第八条 and 第九条 call a placing: ranks and prizes that earn an award."""

from duixian.policy.acts.sports_awards.assessment import Assessment, Placed, placing_in_words
from duixian.policy.acts.sports_awards.claim import AddonKind, Scale
from duixian.policy.engine.answers import NotInForce, Unknown, Zero
from duixian.policy.engine.decision import Refusal, refuse
from duixian.units import Sentence, gettext_noop

_SCALES = {Scale.RANK: gettext_noop("名次"), Scale.PRIZE: gettext_noop("奖次（一、二、三等奖）")}


def wrong_scale(a: Assessment) -> Refusal | None:
    """少数民族 games give prizes, all others ranks; turning one into the other is for the 竞赛规程."""
    for placed in a.placed:
        if placed.result.placing.scale is not placed.games.scale:
            template = gettext_noop("{path}：{games}按{wanted}计奖，申请填的是{found}。请按成绩册改填。")
            return refuse(
                "PLACING_SCALE_MISMATCH",
                template,
                articles=("第八条", "第九条"),
                path=placed.result.path,
                games=placed.games.name,
                wanted=Sentence(_SCALES[placed.games.scale]),
                found=Sentence(_SCALES[placed.result.placing.scale]),
            )
    return None


def rank_not_awarded(a: Assessment) -> Refusal | None:
    """The act's tables have no amount for the placing."""
    for placed in a.placed:
        if isinstance(placed.award, (Unknown, NotInForce, Zero)):
            return refuse("RANK_NOT_AWARDED", _template(placed), articles=("第八条", "第九条"), **_values(placed))
    return None


def rank_not_rewarded_there(a: Assessment) -> Refusal | None:
    """获奖名次 are the ranks that the competition's own regulations reward."""
    for placed in a.placed:
        rank, last = placed.result.placing.value, placed.result.regs_award_places
        if isinstance(rank, int) and last is not None and rank > last:
            template = gettext_noop("{path}：该项目竞赛规程只奖励前 {last} 名，第 {rank} 名不是获奖名次。")
            return refuse(
                "RANK_NOT_IN_COMPETITION_REGS",
                template,
                articles=("第二十六条",),
                path=placed.result.path,
                last=last,
                rank=rank,
            )
    return None


def bonus_gold(a: Assessment) -> Refusal | None:
    """加计金牌 is defined and never paid for."""
    if a.claim.addon and a.claim.addon.kind is AddonKind.BONUS_GOLD:
        template = gettext_noop("加计金牌只用于计算金牌数，本办法没有为它规定奖金。")
        return refuse("BONUS_GOLD_NO_AMOUNT", template, articles=("第二十六条",))
    return None


def _template(placed: Placed) -> str:
    if isinstance(placed.award, NotInForce):
        return gettext_noop("{path}：{games}{placing}的奖励标准在 {day} 没有施行（自 {first} 起）。")
    return gettext_noop("{path}：{games}的{placing}不计奖，本办法没有它的奖励标准。")


def _values(placed: Placed) -> dict[str, Sentence | str]:
    values: dict[str, Sentence | str] = {
        "path": placed.result.path,
        "games": placed.games.name,
        "placing": placing_in_words(placed.result.placing),
    }
    if isinstance(placed.award, NotInForce):
        values |= {"day": str(placed.award.day), "first": str(placed.award.rows[0].from_day)}
    return values
