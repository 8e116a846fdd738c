"""Cuts a source text at the ends of every found span, so that any page can show what was read where."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from duixian.compiler.reading import Document, Reading
from duixian.units import Span


class MarkKind(StrEnum):
    """What was found at a place; pages give each kind its own label and underline."""

    CLAUSE = "clause"
    QUANTITY = "quantity"
    ASSIGNMENT = "assignment"
    MILESTONE = "milestone"
    RECURRENCE = "recurrence"
    SUM = "sum"
    MEMBER = "member"
    RELEASE = "release"
    FINDING = "finding"


@dataclass(frozen=True, slots=True)
class Mark:
    """One found item and where it stands. ``id`` is unique within a reading and fit for an HTML id."""

    id: str
    kind: MarkKind
    span: Span


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text that the same marks cover from its first to its last character.

    Shape: ``ids`` from the widest mark to the narrowest, empty where nothing was found; ``begins`` are those of
    them whose first character is the segment's first, so that a page can put each mark's anchor exactly once.
    """

    span: Span
    text: str
    ids: tuple[str, ...] = ()
    begins: tuple[str, ...] = ()


def mark(text: str, marks: Iterable[Mark], *, within: Span | None = None) -> list[Segment]:
    """``text`` (or the part of it ``within`` a span) cut into segments that each list the marks covering them.

    Shape: in order, without gaps, never empty; joined they are the text again. Marks may nest or cross; a mark
    that begins before ``within`` is cut there and its anchor falls on its first character shown. Empty marks and
    those wholly outside ``within`` are left out.
    Errors: ValueError for a mark that ends behind the text.

    >>> [(s.text, s.ids) for s in mark("新增就业5万人", [Mark("q1", MarkKind.QUANTITY, Span(4, 7))])]
    [('新增就业', ()), ('5万人', ('q1',))]
    """
    window = within or Span(0, len(text))
    shown = [(one.id, _clipped(one.span, window, len(text))) for one in marks]
    return list(_segments(text, [(id_, span) for id_, span in shown if span.begin < span.end], window))


def _clipped(span: Span, window: Span, length: int) -> Span:
    if not 0 <= span.begin <= span.end <= length:
        raise ValueError(f"mark [{span.begin}, {span.end}) lies outside a text of {length} characters")
    return Span(max(span.begin, window.begin), min(span.end, window.end))


def _segments(text: str, spans: list[tuple[str, Span]], window: Span) -> Iterator[Segment]:
    """One sweep from left to right over the places where a mark begins or ends."""
    begins, ends = defaultdict(list), defaultdict(list)
    for id_, span in sorted(spans, key=lambda item: (item[1].begin, -item[1].end)):
        begins[span.begin].append(id_)
        ends[span.end].append(id_)
    width = {id_: span.end - span.begin for id_, span in spans}
    covering: list[str] = []
    for begin, end in pairwise(sorted({window.begin, window.end, *begins, *ends})):
        covering = [id_ for id_ in covering if id_ not in ends[begin]] + begins[begin]
        covering.sort(key=width.__getitem__, reverse=True)
        piece = Span(begin, end)
        yield Segment(piece, piece.of(text), tuple(covering), tuple(begins[begin]))


def marks_of(reading: Reading) -> tuple[Mark, ...]:
    """A mark for every item of the reading that has a place, findings last.

    Shape: ids are ``d1-quantity-3`` for the third quantity of the first document, ``finding-2`` for the second
    finding: the same numbers that the reading's tuples give, counted from 1.
    """
    found = [mark_ for n, document in enumerate(reading.documents, 1) for mark_ in _marks_of_document(document, n)]
    for n, finding in enumerate(reading.findings, 1):
        if finding.span is not None:
            found.append(Mark(f"finding-{n}", MarkKind.FINDING, finding.span))
    return tuple(found)


def mark_id(document: int, kind: MarkKind, number: int) -> str:
    """The id of the ``number``-th item of a kind in the ``document``-th document, both counted from 1."""
    return f"d{document}-{kind}-{number}"


def _marks_of_document(document: Document, n: int) -> Iterator[Mark]:
    spans: dict[MarkKind, list[Span]] = {
        MarkKind.CLAUSE: [item.heading for item in document.clauses],
        MarkKind.QUANTITY: [item.span for item in document.quantities],
        MarkKind.ASSIGNMENT: [item.span for item in document.assignments],
        MarkKind.MILESTONE: [item.span for item in document.milestones],
        MarkKind.RECURRENCE: [item.span for item in document.recurrences],
        MarkKind.SUM: [item.total for item in document.sums],
        MarkKind.MEMBER: [member.span for body in document.bodies for member in body.members],
        MarkKind.RELEASE: [item.span for item in document.releases],
    }
    for kind, places in spans.items():
        for number, span in enumerate(places, 1):
            yield Mark(mark_id(n, kind, number), kind, span)
