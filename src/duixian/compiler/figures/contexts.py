"""The words around each quantity: its phrase before and after, its sentence; roles and objects are read from them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from duixian.compiler.figures.sentences import Sentences, cut_sentences
from duixian.compiler.figures.wrapped import unwrapped
from duixian.compiler.lexicon.units import AGES
from duixian.compiler.page import Page
from duixian.compiler.reading import Document, Quantity

# Windows keep the work for one quantity the same in any text, a sentence of a million characters included.
_BACK, _AHEAD, _SENTENCE = 80, 120, 240
_FOLLOWING = 24

_BRACKETED = r"[（(][^（）()\n]{0,100}[）)]"
_BEFORE = re.compile(rf"(?:[^，。；：！？,;:\n（()）]|{_BRACKETED})*$")
_LEADING = re.compile(rf"\s*{_BRACKETED}")
_AFTER = re.compile(rf"(?:[^，。；：！？,;:\n（()）]|{_BRACKETED})*")


@dataclass(frozen=True, slots=True)
class Context:
    """A quantity with the words of its own phrase on both sides.

    Shape: ``before`` goes back from the quote to the last pause or open bracket, ``after`` on from it to the next
    pause; ``own`` and ``next`` are those without what belongs to the quantities beside it; ``told`` is the sentence up
    to the quote, ``whole`` the sentence, ``earlier`` the end of the one before, ``paragraph`` the line up to the
    sentence; ``sentence`` is the index of the sentence. All are cut to a bounded length.
    """

    quantity: Quantity
    sentence: int
    before: str
    after: str
    own: str
    next: str
    told: str
    whole: str
    earlier: str
    paragraph: str


def contexts(page: Page, document: Document) -> Iterator[Context]:
    """The context of each quantity, in the order of the text."""
    plain = unwrapped(page.plain)
    sentences = cut_sentences(plain, document.span)
    quantities = document.quantities
    for index, quantity in enumerate(quantities):
        beside = (quantities[index - 1] if index else None, quantities[index + 1 : index + _FOLLOWING])
        yield _context(plain, sentences, quantity, beside)


_Beside = tuple[Quantity | None, tuple[Quantity, ...]]


def _context(plain: str, sentences: Sentences, quantity: Quantity, beside: _Beside) -> Context:
    begin, end = quantity.span
    at = sentences.at(begin)
    span = sentences.spans[at]
    found = _BEFORE.search(plain[max(span.begin, begin - _BACK) : begin])
    back = found.group() if found else ""
    ahead = _AFTER.match(plain[end : min(span.end, end + _AHEAD)])
    rest = ahead.group() if ahead else ""
    told = plain[max(span.begin, begin - _SENTENCE) : begin]
    return Context(
        quantity=quantity,
        sentence=at,
        before=back,
        after=rest,
        own=back[max(0, beside[0].span.end - begin + len(back)) :] if beside[0] else back,
        next=_until_next(rest, end, beside[1]),
        told=told,
        whole=told + plain[begin : min(span.end, end + _SENTENCE)],
        earlier=plain[max(0, span.begin - _BACK) : span.begin],
        paragraph=plain[max(0, span.begin - _SENTENCE) : span.begin].rpartition("\n")[2],
    )


def _until_next(rest: str, end: int, following: tuple[Quantity, ...]) -> str:
    """``rest`` up to the next quantity that neither a bracket right after the number nor an age holds."""
    bracket = _LEADING.match(rest)
    skip = bracket.end() if bracket else 0
    for quantity in following:
        at = quantity.span.begin - end
        if at >= skip and quantity.unit not in AGES:
            return rest if at > len(rest) else _without_last_listed(rest[:at])
    return rest


def _without_last_listed(rest: str) -> str:
    """工作措施、分工落实到 before the next number: what 、 begins belongs to that one."""
    head, mark, tail = rest.rpartition("、")
    return head if mark and not re.search("[）)]", tail) else rest
