"""A claim beside the act: which games each result was won at, who is paid for it, and what a placing is worth."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from duixian.policy.acts.sports_awards.claim import Claim, Coach, PaidUnit, Party, Placing, Result, Scale
from duixian.policy.acts.sports_awards.games import Games
from duixian.policy.engine.act import Act
from duixian.policy.engine.amounts import Derived
from duixian.policy.engine.answers import NoAnswer, Zero
from duixian.policy.engine.narrator import Narrator
from duixian.units import Sentence, gettext_noop

Award = Derived | Zero | NoAnswer


@dataclass(frozen=True, slots=True)
class Placed:
    """A result at games that the act names.

    Shape: ``due`` are the units in scope whose award no conduct took away; ``award`` is what one of them is worth.
    """

    result: Result
    games: Games
    paid_as_team: bool
    due: tuple[PaidUnit, ...]
    award: Award

    @property
    def worth(self) -> Derived:
        """The award of one unit, once all refusals have been passed. Errors: TypeError before that."""
        if not isinstance(self.award, Derived):
            raise TypeError(f"{self.result.path}: an award without an amount passed the refusals: {self.award}")
        return self.award


@dataclass(frozen=True)
class Assessment:
    """All that the checks and rules look at.

    Shape: ``placed`` has one item for each result whose games the act names; ``games`` is what the act knows of the
    claim's games, None for a claim that names none.
    """

    claim: Claim
    act: Act
    narrator: Narrator
    games: Games | NoAnswer | None
    placed: tuple[Placed, ...]
    barred: frozenset[str]

    @cached_property
    def with_coaches(self) -> bool:
        """Whether coaches ask to be paid."""
        return self.claim.asks_for(Party.COACHES)


def reading_day(act: Act, day: dt.date) -> dt.date:
    """The day as of which the act is read: a day before its first is refused later, by a code of its own."""
    return max(day, act.from_day)


def coaches_of(result: Result) -> Iterator[Coach]:
    """Every coach the result names."""
    yield from result.current_coaches
    yield from result.sending_coaches
    yield from result.assistant_coaches


def sending_coaches_of(result: Result, unit: PaidUnit) -> list[Coach]:
    """The unit's own sending coaches, as far as the result lists them."""
    return [coach for coach in result.sending_coaches if coach.id in unit.sending_coaches]


def names_a_coach(result: Result, unit: PaidUnit) -> bool:
    """Whether the result names any coach for the unit."""
    return bool(result.current_coaches or unit.sending_coaches or result.assistant_coaches)


def placing_in_words(placing: Placing) -> Sentence:
    """The placing as a person says it."""
    if placing.scale is Scale.RANK:
        return Sentence(gettext_noop("第{rank}名"), {"rank": placing.value})
    return Sentence("{prize}", {"prize": placing.value})
