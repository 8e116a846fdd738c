"""第二十一条 to 第二十四条 once a claim was decided: who can be found at fault, and which of its lines stand since."""

import copy
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from duixian.policy.acts.sports_awards.assess import assess
from duixian.policy.acts.sports_awards.assessment import Assessment, coaches_of
from duixian.policy.acts.sports_awards.claim import Claim, ClaimType, Conduct
from duixian.policy.acts.sports_awards.conduct import BARRING_ATHLETES, BARRING_COACHES
from duixian.policy.acts.sports_awards.decide import not_due_of, payments_of
from duixian.policy.engine.act import Act
from duixian.policy.engine.decision import NotDue, Payment
from duixian.policy.engine.narrator import Narrator

# 第二十四条 orders a sanction of the head coach and takes no award away: it is recorded.
RECORDED = frozenset({Conduct.DERELICTION})
ARTICLES: Mapping[Conduct, tuple[str, ...]] = {
    Conduct.FRAUD: ("第二十一条",),
    Conduct.DOPING: ("第二十二条", "第二十三条"),
    Conduct.LAW_DISCIPLINE: ("第二十三条",),
    Conduct.SPORTSMANSHIP_BREACH: ("第二十三条",),
    Conduct.PUBLIC_MORALITY: ("第二十三条",),
    Conduct.DERELICTION: ("第二十四条",),
}
_COACH_LISTS = ("current_coaches", "assistant_coaches", "sending_coaches")


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody on a claim whose misconduct takes nobody else's award away by itself.

    Shape: ``conducts`` are what can be found against them here. An athlete's fraud or doping is not among them: it
    takes the whole result away, for everybody.
    """

    id: str
    conducts: frozenset[Conduct]


@dataclass(frozen=True, slots=True)
class Standing:
    """What is left. Shape: ``lines`` are in the places of the claim's own lines, None where one fell away."""

    lines: tuple[Payment | None, ...]
    not_due: tuple[NotDue, ...]


def persons_of(claim: Claim) -> tuple[Person, ...]:
    """Every athlete, team and coach on the claim, each once; who is named in two roles has the conducts of both."""
    found: dict[str, frozenset[Conduct]] = {}
    for name, conducts in _named(claim):
        found[name] = found.get(name, frozenset()) | conducts
    return tuple(Person(name, conducts) for name, conducts in found.items())


def with_misconduct(raw: Mapping[str, Any], *, person: str, conduct: Conduct) -> dict[str, Any]:
    """The claim's JSON with the conduct at every place where the person stands; elsewhere it has no such field."""
    changed = copy.deepcopy(dict(raw))
    for one in _places(changed):
        if one.get("id") == person:
            one["conduct"] = conduct.value
    return changed


def standing_lines(before: Claim, after: Claim, *, fallen: Collection[str], act: Act) -> Standing:
    """The lines of ``before``, as ``after`` decides them.

    ``after`` is the same claim with all conduct that was found since. ``fallen`` are those who lost their awards: they
    count for the kinds of claim that have no field for conduct.
    """
    fresh = assess(after, act=act, narrator=Narrator(on=True))
    stands = _by_key(fresh) if not _falls_whole(after, fallen=fallen) else {}
    lines = [
        None if line.payee in fallen and not after.results else stands.get((number, *_key(line)))
        for number, of_result in payments_of(assess(before, act=act, narrator=Narrator(on=False))).items()
        for line in of_result
    ]
    return Standing(tuple(lines), not_due_of(fresh))


def _by_key(a: Assessment) -> dict[tuple[object, ...], Payment]:
    return {(number, *_key(line)): line for number, of_result in payments_of(a).items() for line in of_result}


def _key(line: Payment) -> tuple[object, ...]:
    return line.payee, line.payee_kind, line.payer, line.basis


def _falls_whole(claim: Claim, *, fallen: Collection[str]) -> bool:
    """A coach's add-on equals the athlete's: with the athlete's award it has nothing to be equal to."""
    return claim.addon is not None and claim.addon.athlete in fallen


def _named(claim: Claim) -> Iterator[tuple[str, frozenset[Conduct]]]:
    coaches = BARRING_COACHES | RECORDED
    for result in claim.results:
        yield from ((unit.id, BARRING_ATHLETES) for unit in result.units)
        yield from ((coach.id, coaches) for coach in coaches_of(result))
    if claim.selection:
        yield claim.selection.athlete.id, BARRING_ATHLETES
        yield from ((coach.id, coaches) for coach in claim.selection.coaches)
    if claim.transfer:
        yield from ((coach.id, coaches) for coach in claim.transfer.coaches)
    if claim.addon and claim.addon.athlete:
        yield claim.addon.athlete, BARRING_ATHLETES
    if claim.addon and claim.addon.coach:
        yield claim.addon.coach.id, coaches


def _places(raw: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """The objects of a claim that have a field for conduct."""
    if raw.get("claim_type") == ClaimType.ADDON and raw["addon"].get("coach"):
        yield raw["addon"]["coach"]
    for result in raw.get("results") or ():
        for name in ("units", *_COACH_LISTS):
            yield from result.get(name) or ()
