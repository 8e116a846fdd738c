"""Whether two names may be one body's, in two spellings: a proposal for a person, never an answer."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from duixian.compiler.lexicon.organs import LEVELS, NO_LEVELS
from duixian.compiler.lexicon.short_names import SHORT_NAMES
from duixian.compiler.script import fold
from duixian.units import gettext_noop

_CANONICAL = {form: forms[0] for forms in SHORT_NAMES for form in forms}
_LEVEL = re.compile(rf"(?!{'|'.join(NO_LEVELS)})(?:{'|'.join(LEVELS)})")
_UNLISTED_PLACE = re.compile(r"[一-鿿·]{2,10}?(?:自治区|自治州|自治县|地区|[省州县盟旗])(?=.{2})")
# Words that one writer spells out and the next does not; nothing else is left away.
_SPELT_OUT = (("人民政府", "政府"), ("委员会", "委"), ("办公室", "办"), ("办公厅", "办"), ("和", ""), ("与", ""))
_AUTONOMOUS = {"自治州": "州", "自治县": "县"}
_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class BodyKey:
    """What a name says: whose body it is (``place`` an id or a place's own words, ``mark`` its level), and which."""

    place: str
    mark: str
    stem: str


@dataclass(frozen=True)
class Resemblance:
    """Compares names of bodies. ``places`` gives a code for every name and short name of a place."""

    places: Mapping[str, str]

    @cached_property
    def _longest(self) -> int:
        return max(map(len, self.places), default=0)

    def key(self, name: str) -> BodyKey:
        """What the name says, in simplified script."""
        plain = fold(name)
        prefix, place = self._prefix(plain)
        stem = plain[len(prefix) :] or plain
        return BodyKey(place, _mark(prefix), _spelt_short(_CANONICAL.get(stem, stem)))

    def reason(self, one: BodyKey, other: BodyKey) -> str:
        """Why the two may be one body, or ``""`` where nothing says so."""
        if not _same_place(one, other):
            return ""
        if one.stem == other.stem:
            return gettext_noop("同一名称的两种写法")
        return gettext_noop("像是简称") if _shortens(*sorted((one.stem, other.stem), key=len)) else ""

    def _prefix(self, plain: str) -> tuple[str, str]:
        """The place that the name begins with, as written, and what stands for it; a bare level stands for none."""
        for length in range(min(self._longest, len(plain) - 2), 0, -1):
            if code := self.places.get(plain[:length]):
                return plain[:length], code
        if level := _LEVEL.match(plain):
            return level.group(), ""
        if unlisted := _UNLISTED_PLACE.match(plain):
            return unlisted.group(), unlisted.group()
        return "", ""


def _mark(prefix: str) -> str:
    """州 of 州, of 自治州 and of 澄川州: the level that a bare mark may stand for."""
    level = next((level for level in LEVELS if prefix.endswith(level)), "")
    return _AUTONOMOUS.get(level, level)


def _same_place(one: BodyKey, other: BodyKey) -> bool:
    """Whether the two can belong to one place: the same one, a bare level of it, or none named."""
    if one.place and other.place:
        return one.place == other.place
    return not one.mark or not other.mark or one.mark == other.mark


def _spelt_short(stem: str) -> str:
    for long, short in _SPELT_OUT:
        stem = stem.replace(long, short)
    return stem


def _shortens(short: str, long: str) -> bool:
    """Whether ``short`` is ``long`` with characters left away between the first and the last.

    >>> _shortens("林草局", "林业草原局"), _shortens("教育局", "体育局")
    (True, False)
    """
    if len(short) < _SHORTEST or len(short) == len(long) or (short[0], short[-1]) != (long[0], long[-1]):
        return False
    rest = iter(long)
    return all(mark in rest for mark in short)
