"""What must be true of the reading of any text at all; fuzzing and the tests its finds became look at the same."""

import json
from itertools import pairwise

from duixian.compiler import Reading
from duixian.compiler.contract import reading_as_json
from duixian.compiler.marking import mark, marks_of
from duixian.compiler.reading import Document


def assert_reading_holds(reading: Reading) -> None:
    """Places lie where they should, quotes are the text's own, and the result can be written and shown."""
    for one, other in pairwise(reading.documents):
        assert one.span.end <= other.span.begin, "documents overlap"
    for document in reading.documents:
        _assert_places(document, len(reading.text))
        _assert_quotes(document, reading.text)
    for finding in reading.findings:
        assert finding.message
        assert finding.span is None or 0 <= finding.span.begin <= finding.span.end <= len(reading.text)
    json.dumps(reading_as_json(reading), ensure_ascii=False)
    assert "".join(segment.text for segment in mark(reading.text, marks_of(reading))) == reading.text


def _assert_places(document: Document, length: int) -> None:
    assert 0 <= document.span.begin < document.span.end <= length
    paths = [clause.path for clause in document.clauses]
    assert len(set(paths)) == len(paths), "two clauses of one path"
    for clause in document.clauses:
        assert clause.span.holds(clause.heading)
    items = (
        *document.clauses,
        *document.quantities,
        *document.assignments,
        *document.milestones,
        *document.recurrences,
        *document.bodies,
        *document.releases,
    )
    for item in items:
        assert document.span.holds(item.span), f"outside its document: {item!r}"
        assert item.span.begin < item.span.end, f"empty: {item!r}"
    for item in (*document.quantities, *document.assignments, *document.milestones, *document.recurrences):
        assert item.clause in {"", *paths}, f"of no clause: {item!r}"


def _assert_quotes(document: Document, text: str) -> None:
    for quantity in document.quantities:
        assert quantity.span.of(text) == quantity.quote
        assert quantity.value.is_finite()
    for item in (*document.milestones, *document.recurrences):
        assert item.span.of(text) == item.text
    for one in document.sums:
        assert all(document.span.holds(span) and span.of(text) for span in (one.total, *one.parts))
