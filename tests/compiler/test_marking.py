"""Marks over a text: cut into segments, nothing lost, every segment knowing what covers it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from duixian.compiler.marking import Mark, MarkKind, mark, marks_of
from duixian.compiler.reading import Clause, Document, Kind, Reading
from duixian.units import Finding, Severity, Span

TEXT = "一、就业。新增就业5万人，6月底前完成。"


def quantity(id_: str, begin: int, end: int) -> Mark:
    return Mark(id_, MarkKind.QUANTITY, Span(begin, end))


@st.composite
def texts_with_marks(draw):
    text = draw(st.text(max_size=40))
    place = st.integers(0, len(text))
    ends = draw(st.lists(st.tuples(place, place), max_size=12))
    return text, [quantity(f"m{n}", min(pair), max(pair)) for n, pair in enumerate(ends)]


@settings(deadline=None)
@given(texts_with_marks())
def test_segments_joined_are_the_text_and_each_lists_exactly_the_marks_that_cover_it(case):
    text, marks = case
    segments = mark(text, marks)
    assert "".join(segment.text for segment in segments) == text
    for segment in segments:
        assert segment.text
        assert segment.text == segment.span.of(text)
        assert set(segment.ids) == {m.id for m in marks if m.span.holds(segment.span)}


@settings(deadline=None)
@given(texts_with_marks())
def test_every_mark_that_is_not_empty_begins_exactly_once(case):
    text, marks = case
    begun = [id_ for segment in mark(text, marks) for id_ in segment.begins]
    assert sorted(begun) == sorted(m.id for m in marks if m.span.begin < m.span.end)


def test_crossing_marks_are_cut_into_three_pieces():
    segments = mark("甲乙丙丁", [quantity("a", 0, 3), quantity("b", 1, 4)])
    assert [(s.text, s.ids) for s in segments] == [("甲", ("a",)), ("乙丙", ("a", "b")), ("丁", ("b",))]


def test_the_narrowest_mark_is_named_last():
    middle = mark("甲乙丙", [quantity("inner", 1, 2), quantity("outer", 0, 3)])[1]
    assert middle.ids == ("outer", "inner")


def test_a_part_of_the_text_is_cut_from_its_own_place():
    segments = mark("甲乙丙丁", [quantity("a", 0, 3), quantity("gone", 0, 1)], within=Span(1, 4))
    assert [(s.text, s.ids, s.begins) for s in segments] == [("乙丙", ("a",), ("a",)), ("丁", (), ())]


def test_a_mark_behind_the_text_is_a_bug_and_says_where():
    with pytest.raises(ValueError, match=r"\[2, 9\)"):
        mark("甲乙丙", [quantity("a", 2, 9)])


def test_a_text_without_marks_is_one_segment_and_an_empty_text_none():
    assert [segment.text for segment in mark("甲乙", [])] == ["甲乙"]
    assert mark("", []) == []


def test_a_reading_gives_each_item_an_id_that_counts_from_one():
    clause = Clause("1", "一、", "就业", Span(0, len(TEXT)), heading=Span(0, 4))
    document = Document(key="d", kind=Kind.ANNOUNCEMENT, span=Span(0, len(TEXT)), clauses=(clause,))
    placeless = Finding("X001", Severity.NOTE, "整份文件")
    placed = Finding("X002", Severity.ERROR, "不符", Span(9, 12))
    marks = marks_of(Reading("a.txt", TEXT, (document,), (placeless, placed)))
    assert [(m.id, m.span.of(TEXT)) for m in marks] == [("d1-clause-1", "一、就业"), ("finding-2", "5万人")]
