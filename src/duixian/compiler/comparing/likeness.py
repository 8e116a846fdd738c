"""How alike two objects and two contexts are, and what tells them apart for certain."""

import re
from collections import Counter
from functools import lru_cache

from duixian.compiler.comparing.words import ACTION_END, CONTRASTS, IDLE, PEOPLE, SYNONYMS

_IDLE = re.compile(IDLE)
_PEOPLE = re.compile(PEOPLE)
_ACTION_END = re.compile(ACTION_END)
_SYNONYMS = tuple((re.compile(pattern), word) for pattern, word in SYNONYMS)
_GROUPS = tuple(tuple(re.compile(words) for words in group) for group in CONTRASTS)
# A short name is the end of many longer ones: 家庭 of any family, 中心 of any centre.
_TELLING_CHARACTERS = 3
_CONTAINED, _CONTAINED_SHORT, _SHORT = 0.88, 0.55, 0.85


def bare(name: str) -> str:
    """The object without marks, idle words and the action that may end it, in one of its usual wordings.

    >>> bare("“煤改电”（二期）工程"), bare("新增公办学位"), bare("危桥改造"), bare("农村饮水工程")
    ('煤改电二期', '公办学位', '危桥', '农村供水')
    """
    for pattern, word in _SYNONYMS:
        name = pattern.sub(word, name)
    before = ""
    while name != before:
        before, name = name, _ACTION_END.sub("", _IDLE.sub("", name)) or name
    return name


def object_likeness(one: str, other: str) -> float:
    """0 to 1 for two bare objects. Chinese names end in what they are: where the ends differ, nothing else counts."""
    if not one or not other or one[-1] != other[-1]:
        return 0.0
    if one == other:
        return 1.0 if len(one) >= _TELLING_CHARACTERS else _SHORT
    shorter, longer = sorted((one, other), key=len)
    if longer.endswith(shorter):
        return _CONTAINED if len(shorter) >= _TELLING_CHARACTERS else _CONTAINED_SHORT
    return likeness(one, other)


def likeness(one: str, other: str) -> float:
    """0 to 1: twice the shared pairs of neighbouring characters over all pairs."""
    mine, theirs = _pairs(one), _pairs(other)
    total = mine.total() + theirs.total()
    return 2 * (mine & theirs).total() / total if total else 0.0


def is_people(name: str) -> bool:
    """Whether the object is people or their homes, so that it does not tell what is done for them."""
    return _PEOPLE.search(name) is not None


def exclude_each_other(one: str, other: str) -> bool:
    """Whether the two name different things of one group: heating and gas, the old and the disabled."""
    both = zip(_named(one), _named(other), strict=True)
    return any(mine and theirs and mine.isdisjoint(theirs) for mine, theirs in both)


def one_says_more(one: str, other: str) -> int:
    """In how many groups only one of the two names something: 农村公路 beside 公路."""
    return sum(bool(mine) != bool(theirs) for mine, theirs in zip(_named(one), _named(other), strict=True))


# A text is laid beside many others: what it names is looked up once.
@lru_cache(maxsize=8192)
def _named(text: str) -> tuple[frozenset[int], ...]:
    """For each group the numbers of its entries that the text names."""
    return tuple(frozenset(number for number, pattern in enumerate(group) if pattern.search(text)) for group in _GROUPS)


def _pairs(text: str) -> Counter[str]:
    return Counter(text[at : at + 2] for at in range(len(text) - 1)) or Counter([text])
