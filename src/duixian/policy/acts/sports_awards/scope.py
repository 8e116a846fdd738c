"""第二条: whom and which games the act covers."""

from duixian.policy.acts.sports_awards.assessment import Assessment, Placed
from duixian.policy.acts.sports_awards.claim import Affiliation, Party
from duixian.policy.engine.answers import NotInForce, Unknown
from duixian.policy.engine.decision import Refusal, refuse
from duixian.units import gettext_noop

ATHLETES_IN_SCOPE = frozenset({Affiliation.PREFECTURE, Affiliation.EXCHANGE})
COACHES_IN_SCOPE = frozenset({Affiliation.PREFECTURE, Affiliation.HIRED})


def unknown_games(a: Assessment) -> Refusal | None:
    """The claim's games are not among those that the act names: 等 gives no amount to others."""
    games = a.claim.games or ""
    if isinstance(a.games, Unknown):
        template = gettext_noop(
            "“{games}”不在本办法所列的运动会之内，本办法没有它的奖励标准。请核对名称；名称无误的，不能按本办法申请。"
        )
        return refuse("UNKNOWN_GAMES", template, articles=("第二条", "第十条"), games=games)
    if isinstance(a.games, NotInForce):
        template = gettext_noop("“{games}”在 {day} 不在本办法所列的运动会之内（自 {first} 起列入）。")
        first = a.games.rows[0].from_day
        return refuse(
            "UNKNOWN_GAMES", template, articles=("第二条", "第十条"), games=games, day=a.games.day, first=first
        )
    return None


def out_of_scope(a: Assessment) -> Refusal | None:
    """Nobody whom the claim is about belongs to 州直."""
    found = _athlete_elsewhere(a) or _coach_elsewhere(a)
    if found is None:
        return None
    template = gettext_noop(
        "{person} 属于外地，不是州直运动员（含交流）或州直教练员（含聘请），不适用本办法。请核对其所属。"
    )
    return refuse("OUT_OF_SCOPE", template, articles=("第二条",), person=found)


def mixed_team(a: Assessment) -> Refusal | None:
    """A team paid as one has members from elsewhere: the act does not say what it gets."""
    for placed in a.placed:
        if _is_mixed(placed):
            template = gettext_noop(
                "{team} 按队计奖，队员有外地的，本办法没有规定这样的队怎样计奖。请报州体育局书面答复后再申请。"
            )
            team = placed.result.units[0].id
            return refuse("MIXED_TEAM_NO_RULE", template, articles=("第二条", "第九条"), team=team)
    return None


def _athlete_elsewhere(a: Assessment) -> str | None:
    for placed in a.placed:
        affiliations = {unit.affiliation for unit in placed.result.units}
        if affiliations == {Affiliation.ELSEWHERE}:
            return placed.result.units[0].id
    if a.claim.selection and a.claim.selection.athlete.affiliation not in ATHLETES_IN_SCOPE:
        return a.claim.selection.athlete.id
    return None


def _coach_elsewhere(a: Assessment) -> str | None:
    """The coach of a transfer or of a coach's add-on: there the claim is about the coach."""
    coaches = a.claim.transfer.coaches if a.claim.transfer else ()
    if a.claim.addon and a.claim.addon.coach and a.claim.asks_for(Party.COACHES):
        coaches = (a.claim.addon.coach,)
    if coaches and not any(coach.affiliation in COACHES_IN_SCOPE for coach in coaches):
        return coaches[0].id
    return None


def _is_mixed(placed: Placed) -> bool:
    affiliations = {unit.affiliation for unit in placed.result.units}
    if Affiliation.MIXED in affiliations:
        return True
    return placed.paid_as_team and Affiliation.ELSEWHERE in affiliations and len(affiliations) > 1
