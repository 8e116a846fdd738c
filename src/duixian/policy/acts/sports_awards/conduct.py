"""第二十一条 to 第二十四条: what misconduct takes away, and from whom."""

from collections.abc import Iterator

from duixian.policy.acts.sports_awards.assessment import Assessment, coaches_of
from duixian.policy.acts.sports_awards.claim import Claim, Coach, Conduct, PaidUnit
from duixian.policy.engine.decision import Refusal, refuse
from duixian.units import gettext_noop

# 第二十三条: that person loses every award of the games. 第二十四条 (dereliction) orders a sanction, no more.
BARRING_ATHLETES = frozenset({Conduct.LAW_DISCIPLINE, Conduct.SPORTSMANSHIP_BREACH, Conduct.PUBLIC_MORALITY})
BARRING_COACHES = BARRING_ATHLETES | {Conduct.FRAUD, Conduct.DOPING}


def barred_persons(claim: Claim) -> frozenset[str]:
    """Everybody who loses the awards of these games: what stands beside one result holds for all of the claim."""
    athletes = {unit.id for unit in _units(claim) if unit.conduct in BARRING_ATHLETES}
    coaches = {coach.id for coach in _coaches(claim) if coach.conduct in BARRING_COACHES}
    return frozenset(athletes | coaches)


def fraud(a: Assessment) -> Refusal | None:
    """A placing won by fraud is gone, with all that follows from it; after payment the money is recovered."""
    template = gettext_noop("{person} 弄虚作假或冒名顶替，名次取消，依此名次的奖励都不发；已经发的应当追回。")
    return _whole_claim(a, Conduct.FRAUD, "FRAUD", template, ("第二十一条",))


def doping(a: Assessment) -> Refusal | None:
    """An established doping violation is also 违纪受到处理 under 第二十三条."""
    template = gettext_noop("{person} 被查处使用兴奋剂，取消该次运动会的奖励，依此成绩的奖励都不发；已经发的应当追回。")
    return _whole_claim(a, Conduct.DOPING, "DOPING", template, ("第二十二条", "第二十三条"))


def disqualified(a: Assessment) -> Refusal | None:
    """Nobody who could be paid for some result is left after 第二十三条."""
    for placed in a.placed:
        if not placed.due:
            template = gettext_noop("{person} 因违法违纪、违反道德风尚或公德，取消该次运动会的奖励资格。")
            person = next((unit.id for unit in placed.result.units if unit.id in a.barred), "")
            return refuse("CONDUCT_DISQUALIFIED", template, articles=("第二十三条",), person=person)
    return None


def _whole_claim(
    a: Assessment, conduct: Conduct, code: str, template: str, articles: tuple[str, ...]
) -> Refusal | None:
    person = next((unit.id for unit in _units(a.claim) if unit.conduct is conduct), None)
    return None if person is None else refuse(code, template, articles=articles, person=person)


def _coaches(claim: Claim) -> Iterator[Coach]:
    for result in claim.results:
        yield from coaches_of(result)
    if claim.addon and claim.addon.coach:
        yield claim.addon.coach


def _units(claim: Claim) -> Iterator[PaidUnit]:
    for result in claim.results:
        yield from result.units
