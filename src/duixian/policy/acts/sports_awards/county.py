"""第十七条: the county unit that first sent an athlete gets a share for the first three, from its county's finance."""

from duixian.policy.acts.sports_awards.assessment import Assessment, Placed
from duixian.policy.acts.sports_awards.claim import Party
from duixian.policy.acts.sports_awards.lines import COUNTY_FINANCE, Lines, PayeeKind, not_due, payment
from duixian.policy.engine.amounts import rate, share_of
from duixian.policy.engine.answers import Known
from duixian.policy.engine.decision import Refusal, refuse
from duixian.units import Sentence, gettext_noop


def county_lines(a: Assessment, placed: Placed) -> Lines:
    """The county units' lines, unit by unit. Base: the athlete's or team's award, never a coach's."""
    share = _share(a, placed)
    for unit in placed.due:
        for county_unit in unit.county_units:
            if share is None:
                template = gettext_noop("追踪奖只发给自治区三项运动会前三名（一、二、三等奖）的输送单位。")
                sentence = Sentence(template)
                yield not_due(county_unit.id, PayeeKind.COUNTY_UNIT, "NO_COUNTY_AWARD", sentence, "第十七条")
                continue
            percentage = rate(share.row, a.narrator.say(gettext_noop("原基层输送单位按奖金总额计发追踪奖")))
            words = a.narrator.say(gettext_noop("{sender} 因 {unit} 应得"), sender=county_unit.id, unit=unit.id)
            worth = share_of(placed.worth, percentage, words=words)
            yield payment(
                county_unit.id,
                PayeeKind.COUNTY_UNIT,
                worth,
                games=placed.games.name,
                county=county_unit.county or "",
                payer=COUNTY_FINANCE,
            )


def county_split(a: Assessment) -> Refusal | None:
    """One award, several county units: the act speaks of one."""
    if not a.claim.asks_for(Party.COUNTY):
        return None
    for placed in a.placed:
        several = next((unit for unit in placed.due if len(unit.county_units) > 1), None)
        if several is not None and _share(a, placed) is not None:
            template = gettext_noop(
                "{unit} 有 {count} 个原基层输送单位，追踪奖在几个单位之间怎样分，本办法没有规定。"
                "请由有关县市商定并报州体育局书面答复；其他各方可先申请。"
            )
            return refuse(
                "COUNTY_SPLIT_NO_RULE",
                template,
                articles=("第十七条",),
                unit=several.id,
                count=len(several.county_units),
            )
    return None


def _share(a: Assessment, placed: Placed) -> Known | None:
    answer = a.act.value("county_share", placed.games.name, placed.result.placing.value, day=placed.result.day)
    return answer if isinstance(answer, Known) else None
