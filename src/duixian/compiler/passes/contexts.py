"""The words around each quantity: its phrase before and after, its sentence; roles and objects are read from them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from duixian.compiler.page import Page
from duixian.compiler.passes.sentences import Sentences, cut_sentences
from duixian.compiler.reading import Document, Quantity

# Windows keep the work for one quantity the same in any text, a sentence of a million characters included.
_BACK, _AHEAD, _SENTENCE = 80, 120, 240

_BRACKETED = r"[（(][^（）()\n]{0,100}[）)]"
_BEFORE = re.compile(rf"(?:[^，。；：！？,;:\n（()）]|{_BRACKETED})*$")
_AFTER = re.compile(rf"(?:[^，。；：！？,;:\n（()）]|{_BRACKETED})*")


@dataclass(frozen=True, slots=True)
class Context:
    """A quantity with the words of its own phrase on both sides.

    Shape: ``before`` ends where the quote begins and goes back to the last pause or open bracket; ``after`` begins where
    the quote ends and goes on to the next pause; ``told`` is the sentence up to the quote; ``index`` counts quantities.
    ``sentence`` is the index of the sentence; ``fresh`` says that no other quantity of the sentence stands before it.
    """

    index: int
    quantity: Quantity
    sentence: int
    begin: int
    before: str
    after: str
    told: str
    whole: str
    fresh: bool


def contexts(page: Page, document: Document) -> Iterator[Context]:
    """The context of each quantity, in the order of the text."""
    sentences = cut_sentences(page.plain, document.span)
    last = -1
    for index, quantity in enumerate(document.quantities):
        at = sentences.at(quantity.span.begin)
        yield _context(page.plain, sentences, at, (index, quantity, at != last))
        last = at


def _context(plain: str, sentences: Sentences, at: int, item: tuple[int, Quantity, bool]) -> Context:
    index, quantity, fresh = item
    span = sentences.spans[at]
    begin, end = quantity.span
    told = plain[max(span.begin, begin - _SENTENCE) : begin]
    window = plain[max(span.begin, begin - _BACK) : begin]
    found = _BEFORE.search(window)
    before = found.group() if found else ""
    ahead = _AFTER.match(plain[end : min(span.end, end + _AHEAD)])
    return Context(
        index=index,
        quantity=quantity,
        sentence=at,
        begin=begin - len(before),
        before=before,
        after=ahead.group() if ahead else "",
        told=told,
        whole=told + plain[begin : min(span.end, end + _SENTENCE)],
        fresh=fresh,
    )
