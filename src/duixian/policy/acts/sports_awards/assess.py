"""Puts a claim beside the act: the games of each result, who is paid for it, and what its placing is worth."""

import datetime as dt

from duixian.policy.acts.sports_awards.assessment import Assessment, Award, Placed, reading_day
from duixian.policy.acts.sports_awards.claim import Affiliation, Claim, ClaimType, EventKind, Result
from duixian.policy.acts.sports_awards.conduct import barred_persons
from duixian.policy.acts.sports_awards.effect import event_days
from duixian.policy.acts.sports_awards.games import Games, Level, find_games
from duixian.policy.acts.sports_awards.individual import award_beyond_region, individual_award
from duixian.policy.acts.sports_awards.prefecture import prefecture_award
from duixian.policy.acts.sports_awards.team import is_paid_as_team, team_award
from duixian.policy.engine.act import Act
from duixian.policy.engine.answers import NoAnswer
from duixian.policy.engine.narrator import Narrator


def assess(claim: Claim, *, act: Act, narrator: Narrator) -> Assessment:
    """The claim beside the act. Nothing is refused here."""
    barred = barred_persons(claim)
    days = [day for _, _, day in event_days(claim)] or [claim.day]
    known = {day: _games_on(act, claim, day) for day in days}
    placed = tuple(
        _place(act, result, games=games, barred=barred, narrator=narrator)
        for result in claim.results
        if isinstance(games := known[result.day], Games)
    )
    # Where the act names the games on some days of the claim only, what it does not name is what matters.
    games = next((one for one in known.values() if not isinstance(one, Games)), known[days[0]])
    return Assessment(claim, act, narrator, games, placed, barred)


def _games_on(act: Act, claim: Claim, day: dt.date) -> Games | NoAnswer | None:
    if claim.games is None or claim.claim_type is ClaimType.TRANSFER:
        return None
    return find_games(act, claim.games, day=reading_day(act, day))


def _place(act: Act, result: Result, *, games: Games, barred: frozenset[str], narrator: Narrator) -> Placed:
    day = reading_day(act, result.day)
    paid_as_team = is_paid_as_team(act, result, games=games, day=day)
    award = _award(act, result, games=games, paid_as_team=paid_as_team, day=day, narrator=narrator)
    due = tuple(
        unit for unit in result.units if unit.affiliation is not Affiliation.ELSEWHERE and unit.id not in barred
    )
    return Placed(result, games, paid_as_team, due, award)


def _award(act: Act, result: Result, *, games: Games, paid_as_team: bool, day: dt.date, narrator: Narrator) -> Award:
    if result.event_kind is EventKind.TEAM:
        award = team_award(act, result, games=games, paid_as_team=paid_as_team, day=day, narrator=narrator)
    elif games.beyond_region:
        return award_beyond_region(act, result, games=games, day=day, narrator=narrator)
    else:
        award = individual_award(act, result.placing, games=games.standard, day=day, narrator=narrator)
    if games.level is Level.PREFECTURE:
        return prefecture_award(act, award, games=games, placing=result.placing, day=day, narrator=narrator)
    return award
