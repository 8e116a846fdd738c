"""第八条: what a placing in an individual event is worth to the athlete."""

import datetime as dt

from duixian.policy.acts.sports_awards.assessment import Assessment, Award, placing_in_words
from duixian.policy.acts.sports_awards.claim import EventKind, Placing, Result, Scale
from duixian.policy.acts.sports_awards.games import Games
from duixian.policy.engine.act import Act, number_of
from duixian.policy.engine.amounts import Derived, rate, share_of, stated, supplied
from duixian.policy.engine.answers import DatedWord, Known, Missing, Unknown
from duixian.policy.engine.decision import Refusal, refuse
from duixian.policy.engine.narrator import Narrator
from duixian.units import gettext_noop


def individual_award(act: Act, placing: Placing, *, games: str, day: dt.date, narrator: Narrator) -> Award:
    """The award at games of the region: a row of their own, or a share of the row of the games they are based on."""
    base = act.word("based_on", games, day=day)
    if isinstance(base, DatedWord):
        return _share_of_base(act, placing, games=games, base=base.word, day=day, narrator=narrator)
    answer = act.value("individual", games, placing.value, day=day)
    if not isinstance(answer, Known):
        return answer
    placed = placing_in_words(placing)
    return stated(answer.row, narrator.say(gettext_noop("{games}个人项目{placing}"), games=games, placing=placed))


def _share_of_base(act: Act, placing: Placing, *, games: str, base: str, day: dt.date, narrator: Narrator) -> Award:
    share = act.value("individual_share", games, placing.value, day=day)
    if not isinstance(share, Known):
        return share
    whole = individual_award(act, placing, games=base, day=day, narrator=narrator)
    if not isinstance(whole, Derived):
        return whole
    percentage = rate(share.row, narrator.say(gettext_noop("按{games}标准计发"), games=base))
    words = narrator.say(gettext_noop("{games}个人项目{placing}"), games=games, placing=placing_in_words(placing))
    return share_of(whole, percentage, words=words)


def award_beyond_region(act: Act, result: Result, *, games: Games, day: dt.date, narrator: Narrator) -> Award:
    """A share of what the region itself awards for the placing; that figure is not in the act and is never guessed."""
    if not _is_awarded_beyond_region(act, result.placing, day=day):
        return Unknown("region_share", (games.level, result.placing.value))
    share = act.value("region_share", games.level, day=day)
    if not isinstance(share, Known):
        return share
    standard = result.region_standard
    if standard is None or standard.amount is None or standard.ref is None:
        return Missing("region_share", "region_standard")
    placed = placing_in_words(result.placing)
    template = gettext_noop("自治区对{games}{placing}的奖励标准（依据：{ref}）")
    whole = supplied(standard.amount, narrator.say(template, games=games.name, placing=placed, ref=standard.ref))
    percentage = rate(share.row, narrator.say(gettext_noop("{level}比赛按自治区奖励标准计发"), level=games.level))
    words = narrator.say(gettext_noop("{games}个人项目{placing}"), games=games.name, placing=placed)
    return share_of(whole, percentage, words=words)


def external_standard_required(a: Assessment) -> Refusal | None:
    """国内, 国际 placings need the region's documented figure."""
    for placed in a.placed:
        individual = placed.result.event_kind is EventKind.INDIVIDUAL
        if individual and placed.games.beyond_region and isinstance(placed.award, Missing):
            template = gettext_noop(
                "{games}的奖励按自治区奖励标准的比例计发，申请里没有自治区对这一名次的奖励金额或其依据文件"
                "（{path}.region_standard）。请附上自治区的奖励文件并填写金额和文号。"
            )
            article = ("第八条（二）", "第八条（三）")
            return refuse(
                "EXTERNAL_STANDARD_REQUIRED",
                template,
                articles=article,
                games=placed.games.name,
                path=placed.result.path,
            )
    return None


def _is_awarded_beyond_region(act: Act, placing: Placing, *, day: dt.date) -> bool:
    if placing.scale is Scale.PRIZE:
        return isinstance(act.word("prize", placing.value, day=day), DatedWord)
    last = number_of(act.value("last_rank", day=day))
    return last is None or (isinstance(placing.value, int) and placing.value <= last.value)
