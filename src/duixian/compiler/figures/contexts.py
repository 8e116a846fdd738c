"""The words around each quantity: its phrase before and after, its sentence; roles and objects are read from them."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from duixian.compiler.figures.cells import Cells, read_cells
from duixian.compiler.figures.sentences import Sentences
from duixian.compiler.lexicon.units import AGES
from duixian.compiler.page import Page
from duixian.compiler.reading import Document, Quantity, Role
from duixian.units import Span

# Windows keep the work for one quantity the same in any text, a sentence of a million characters included.
_BACK, _AHEAD, _SENTENCE = 80, 120, 240
_FOLLOWING, _FOLLOWING_WORDS = 24, 32

_BRACKETED = r"[（(][^（）()\n]{0,100}[）)]"
_MARK = re.compile(r"[，。；：！？,;:\n（()）]")
_LEADING = re.compile(rf"\s*{_BRACKETED}")
_AFTER = re.compile(rf"(?:[^，。；：！？,;:\n（()）]|{_BRACKETED})*")


@dataclass(slots=True)
class Context:
    """A quantity with the words around it, and what the figure passes tell of it, each pass its own field.

    Shape: ``before`` goes back from the quote to the last pause or open bracket, ``after`` on from it to the next
    pause; ``own`` and ``next`` are those without what belongs to the quantities beside it; ``sentence`` is the index
    of the sentence, ``within`` its place. All words are cut to a bounded length.
    """

    quantity: Quantity
    plain: str
    sentence: int
    within: Span
    before: str
    after: str
    own: str
    next: str
    role: Role = Role.TARGET
    object: str | None = None
    place: str | None = None
    period: str | None = None
    per: str | None = None

    @property
    def told(self) -> str:
        """The sentence up to the quote."""
        begin = self.quantity.span.begin
        return self.plain[max(self.within.begin, begin - _SENTENCE) : begin]

    @property
    def whole(self) -> str:
        """The sentence."""
        begin, end = self.quantity.span
        return self.told + self.plain[begin : min(self.within.end, end + _SENTENCE)]

    @property
    def following(self) -> str:
        """What stands behind the quote, over the next pause."""
        end = self.quantity.span.end
        return self.plain[end : min(self.within.end, end + _FOLLOWING_WORDS)]

    @property
    def earlier(self) -> str:
        """The end of the sentence before."""
        return self.plain[max(0, self.within.begin - _BACK) : self.within.begin]

    @property
    def paragraph(self) -> str:
        """The line up to the sentence."""
        return self.plain[max(0, self.within.begin - _SENTENCE) : self.within.begin].rpartition("\n")[2]

    def described(self) -> Quantity:
        """The quantity with all that was told of it."""
        one = self.quantity
        return Quantity(
            clause=one.clause,
            span=one.span,
            quote=one.quote,
            value=one.value,
            value_high=one.value_high,
            unit=one.unit,
            comparator=one.comparator,
            role=self.role,
            object=self.object,
            place=self.place,
            period=self.period,
            per=self.per,
        )


@dataclass(frozen=True, slots=True)
class Contexts:
    """All that the figure passes read of one document; ``all`` is in the order of the text."""

    document: Document
    plain: str
    cells: Cells
    all: Sequence[Context]


FigurePass = Callable[[Contexts], None]


def in_context(*passes: FigurePass) -> Callable[[Page, Document], Document]:
    """One pass out of several that read the same words around the same quantities, which are cut out once."""

    def describe(page: Page, document: Document) -> Document:
        contexts = Contexts(document, page.unwrapped, read_cells(page, document.span), [*_contexts(page, document)])
        for one_pass in passes:
            one_pass(contexts)
        return replace(document, quantities=tuple(context.described() for context in contexts.all))

    return describe


def _contexts(page: Page, document: Document) -> Iterator[Context]:
    plain, sentences = page.unwrapped, page.sentences_in(document.span)
    at_last = 0
    for index, quantity in enumerate(document.quantities):
        following = document.quantities[index + 1 : index + _FOLLOWING]
        yield _context(plain, sentences, quantity, told_to=at_last, following=following)
        at_last = quantity.span.end


def _context(
    plain: str, sentences: Sentences, quantity: Quantity, *, told_to: int, following: Sequence[Quantity]
) -> Context:
    """The words around one quantity, of which those up to ``told_to`` belong to the quantity before it."""
    begin, end = quantity.span
    at = sentences.at(begin)
    within = sentences.spans[at]
    phrase = _phrase_begin(plain, max(within.begin, begin - _BACK), begin)
    ahead = _AFTER.match(plain, end, max(end, min(within.end, end + _AHEAD)))
    rest = ahead.group() if ahead else ""
    return Context(
        quantity=quantity,
        plain=plain,
        sentence=at,
        within=within,
        before=plain[phrase:begin],
        after=rest,
        own=plain[max(phrase, told_to) : begin],
        next=_until_next(rest, end, following),
    )


def _phrase_begin(plain: str, begin: int, end: int) -> int:
    """Where the phrase begins that ends at ``end``: behind the last pause or open bracket, over whole brackets back."""
    marks = [match.start() for match in _MARK.finditer(plain, begin, end)]
    while marks:
        at = marks.pop()
        if plain[at] not in "）)":
            return at + 1
        while marks and plain[marks[-1]] not in "（()）\n":
            marks.pop()
        if not marks or plain[marks.pop()] not in "（(":
            return at + 1
    return begin


def _until_next(rest: str, end: int, following: Sequence[Quantity]) -> str:
    """``rest`` up to the next quantity that neither a bracket right after the number nor an age holds."""
    bracket = _LEADING.match(rest)
    skip = bracket.end() if bracket else 0
    for quantity in following:
        at = quantity.span.begin - end
        if at > len(rest):
            break
        if at >= skip and quantity.unit not in AGES:
            return _without_last_listed(rest[:at])
    return rest


def _without_last_listed(rest: str) -> str:
    """工作措施、分工落实到 before the next number: what 、 begins belongs to that one."""
    head, mark, tail = rest.rpartition("、")
    return head if mark and "）" not in tail and ")" not in tail else rest
