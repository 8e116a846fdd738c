"""The targets of a document, each once, with the words that tell what it is about."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from duixian.compiler.comparing.likeness import bare
from duixian.compiler.comparing.words import ACTIONS, AROUND, KIN_UNITS, WHOLE
from duixian.compiler.reading import Document, Quantity, Reading, Role
from duixian.units import Span

_PAUSES = re.compile(r"[，,。；;：:\n（(）)]")
_REACH = 40
_NUMBER = re.compile(r"[\d.,，万亿千百余多]+")
_AROUND = re.compile(AROUND)
_WHOLE = re.compile(WHOLE)
_ACTIONS = tuple((name, re.compile(pattern)) for name, pattern in ACTIONS)
_UNIT = {unit: kin[0] for kin in KIN_UNITS for unit in kin}


@dataclass(frozen=True, slots=True)
class Promise:
    """A target and what surrounds it.

    Shape: ``at`` counts the document's quantities from 0; ``said`` are all places where the document says it, the first
    one included; ``words`` are those of its own part of the sentence, without numbers, ``doing`` those of them that
    tell what is done; ``headings`` the titles it stands under; ``place`` None where it is for the whole of the
    document's own place.
    """

    at: int
    quantity: Quantity
    object: str
    words: str
    doing: str
    headings: str
    actions: frozenset[str]
    unit: str
    place: str | None
    said: tuple[Span, ...]


def promises(reading: Reading, document: Document) -> tuple[Promise, ...]:
    """The targets in the order of the text; neither the parts of a total nor what is said twice are more."""
    parts = {part for one in document.sums if one.operation == "sum" for part in one.parts}
    titles = {clause.path: clause.title for clause in document.clauses}
    found: list[Promise] = []
    for at, quantity in enumerate(document.quantities):
        if quantity.role is Role.TARGET and quantity.object and quantity.span not in parts:
            _add(found, _promise(reading.text, titles, at, quantity))
    return tuple(found)


def kin(unit: str) -> str:
    """The unit that all of its kin are compared in: 所, 家 and 处 count like 个."""
    return _UNIT.get(unit, unit)


def _promise(text: str, titles: Mapping[str, str], at: int, quantity: Quantity) -> Promise:
    words = _words_around(text, quantity.span)
    # What stands nearest says what is done: the words of the sentence, else the heading's.
    headings = " ".join(titles[path] for path in _above(quantity.clause) if path in titles)
    return Promise(
        at=at,
        quantity=quantity,
        object=bare(quantity.object or ""),
        words=words,
        doing=_telling(words, quantity.object or ""),
        headings=headings,
        actions=_actions(words) or _actions(headings),
        unit=kin(quantity.unit),
        place=None if quantity.place is None or _WHOLE.fullmatch(quantity.place) else quantity.place,
        said=(quantity.span,),
    )


def _above(path: str) -> Iterator[str]:
    """The clause itself and all it stands in."""
    while path:
        yield path
        path = path.rpartition(".")[0]


def _words_around(text: str, span: Span) -> str:
    before = text[max(0, span.begin - _REACH) : span.begin]
    after = text[span.end : span.end + _REACH]
    return _NUMBER.sub("", _PAUSES.split(before)[-1] + _PAUSES.split(after)[0])


def _telling(words: str, object_: str) -> str:
    """The words that are not the object's own and do not stand around every number."""
    return _AROUND.sub("", words.replace(object_, ""))


def _actions(words: str) -> frozenset[str]:
    return frozenset(name for name, pattern in _ACTIONS if pattern.search(words))


def _add(found: list[Promise], promise: Promise) -> None:
    """A goal and the measure that repeats it are one promise; the first place is kept, the others noted."""
    for at, other in enumerate(found):
        if _same(other, promise):
            found[at] = replace(other, said=(*other.said, *promise.said))
            return
    found.append(promise)


def _same(one: Promise, other: Promise) -> bool:
    return (
        one.quantity.clause.partition(".")[0] == other.quantity.clause.partition(".")[0]
        and (one.quantity.value, one.unit) == (other.quantity.value, other.unit)
        and (one.object.endswith(other.object) or other.object.endswith(one.object))
    )
