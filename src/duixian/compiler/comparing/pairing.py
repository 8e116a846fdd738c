"""Which target of one document is which of another: pairs that are sure, and pairs that only may be."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from duixian.compiler.comparing.comparison import Doubt
from duixian.compiler.comparing.likeness import exclude_each_other, is_people, likeness, object_likeness, one_says_more
from duixian.compiler.comparing.promises import Promise

# Chosen so that what is sure is sure: a wrong pair tells somebody that a promise was kept on when it was not.
SURE, LISTED = 0.75, 0.4
_UNSURE_AT_MOST = 0.7
_CONTEXT_SHARE, _CONTEXT_SHARE_OF_PEOPLE = 0.2, 0.5
# Two candidates this close cannot be told apart.
_TOO_CLOSE = 0.08
_LESS_FOR_KIN_UNIT = 0.97
_LESS_FOR_A_WORD_MORE = 0.9
# A name this long means the same thing even where it is counted otherwise: 残疾人家庭 in 户 or in 名.
_LONG_ENOUGH = 4
# What is said of a pair but leaves it sure; any other doubt makes it unsure.
_SLIGHT = frozenset({Doubt.OBJECT})


@dataclass(frozen=True, slots=True)
class Match:
    """Two promises, how sure it is that they are one (0 to 1), and what speaks against it."""

    first: Promise
    second: Promise
    confidence: float
    doubts: tuple[Doubt, ...]

    @property
    def sure(self) -> bool:
        """Whether it may be told as a fact."""
        return self.confidence >= SURE


def paired(first: Sequence[Promise], second: Sequence[Promise], *, shares: bool) -> tuple[Match, ...]:
    """The pairs, best first; every promise in at most one. ``shares``: the second's number is a share of the first's.

    Shape: a pair with an equally good rival is never sure.
    """
    candidates = (_match(one, other, shares=shares) for one, other in _neighbours(first, second))
    matches = sorted((one for one in candidates if one.confidence >= LISTED), key=lambda match: -match.confidence)
    by_end = _by_end(matches)
    taken: set[tuple[int, int]] = set()
    kept = []
    for match in matches:
        ends = set(_ends(match))
        if taken.isdisjoint(ends):
            taken |= ends
            rivals = (other for end in ends for other in by_end[end] if other is not match)
            kept.append(_beside_rivals(match, rivals))
    return tuple(kept)


def _neighbours(first: Sequence[Promise], second: Sequence[Promise]) -> Iterator[tuple[Promise, Promise]]:
    """Those that can be one at all; objects that end differently are never laid beside each other."""
    by_ending = defaultdict(list)
    for other in second:
        by_ending[other.object[-1:]].append(other)
    for one in first:
        yield from ((one, other) for other in by_ending[one.object[-1:]] if _can_be_one(one, other))


def _ends(match: Match) -> tuple[tuple[int, int], tuple[int, int]]:
    return (1, match.first.at), (2, match.second.at)


def _by_end(matches: Sequence[Match]) -> dict[tuple[int, int], list[Match]]:
    found = defaultdict(list)
    for match in matches:
        for end in _ends(match):
            found[end].append(match)
    return found


def nearest(promise: Promise, others: Sequence[Promise]) -> float:
    """How sure a pair with the likeliest of the others would be, 0 where none could be one with it."""
    return max((_likeness(promise, other) for other in others if _can_be_one(promise, other)), default=0.0)


def _can_be_one(one: Promise, other: Promise) -> bool:
    """What comes each month and not once, or for each of something, is another promise; so is another thing."""
    period, other_period = (promise.quantity.period for promise in (one, other))
    each, other_each = (promise.quantity.per for promise in (one, other))
    return (
        # 每年 adds nothing in a plan of one year.
        {period, other_period} in ({period}, {None, "year"})
        and (each is None) == (other_each is None)
        and not exclude_each_other(one.object, other.object)
        and not exclude_each_other(_told(one), _told(other))
        and (one.unit == other.unit or (one.object == other.object and len(one.object) >= _LONG_ENOUGH))
    )


def _told(promise: Promise) -> str:
    return f"{promise.object} {promise.words}"


def _match(one: Promise, other: Promise, *, shares: bool) -> Match:
    confidence = _likeness(one, other)
    doubts = tuple(_doubts(one, other, shares=shares))
    if not _SLIGHT.issuperset(doubts):
        confidence = min(confidence, _UNSURE_AT_MOST)
    return Match(one, other, round(confidence, 2), doubts)


def _likeness(one: Promise, other: Promise) -> float:
    """0 to 1: the objects before all, then the words and headings around them."""
    doing, headings = likeness(one.doing, other.doing), likeness(one.headings, other.headings)
    if is_people(one.object):
        share, context = _CONTEXT_SHARE_OF_PEOPLE, 0.8 * doing + 0.2 * headings
    else:
        share, context = _CONTEXT_SHARE, 0.6 * doing + 0.4 * headings
    found = object_likeness(one.object, other.object) * (1 - share + share * context)
    found *= _LESS_FOR_A_WORD_MORE ** one_says_more(one.object, other.object)
    return found if one.quantity.unit == other.quantity.unit else found * _LESS_FOR_KIN_UNIT


def _doubts(one: Promise, other: Promise, *, shares: bool) -> Iterator[Doubt]:
    if one.object != other.object:
        yield Doubt.OBJECT
    if one.unit != other.unit:
        yield Doubt.UNIT
    # A lower level's share lies in places of its own; the higher level's words have none of them.
    if one.place if shares else one.place != other.place:
        yield Doubt.PLACE
    if one.actions and other.actions and one.actions.isdisjoint(other.actions):
        yield Doubt.ACTION
    if shares and _more_than_all(one, other):
        yield Doubt.NUMBER


def _more_than_all(whole: Promise, share: Promise) -> bool:
    """Whether a share is larger than the whole it would be of; rates and what is for each are no shares."""
    return whole.unit != "%" and share.quantity.per is None and share.quantity.value > whole.quantity.value


def _beside_rivals(match: Match, rivals: Iterable[Match]) -> Match:
    if any(match.confidence - rival.confidence < _TOO_CLOSE for rival in rivals):
        confidence = min(match.confidence, _UNSURE_AT_MOST)
        return replace(match, confidence=confidence, doubts=(*match.doubts, Doubt.SEVERAL))
    return match
