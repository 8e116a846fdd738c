"""Values and sentences in the reader's language; marked text."""

import datetime as dt
from decimal import Decimal

import pytest
from django.utils.translation import override

from duixian.compiler.marking import Mark, MarkKind, mark
from duixian.config.templatetags.words import marked
from duixian.office.wording import say, write
from duixian.reports.marked import Look
from duixian.units import Sentence, Span


@pytest.mark.parametrize(
    ("value", "chinese", "english"),
    [
        (Decimal(7600), "7600", "7600"),
        (Decimal("24000.0000"), "24\u202f000", "24,000"),
        (Decimal("1234567.50"), "1\u202f234\u202f567.5", "1,234,567.5"),
        (12345, "12\u202f345", "12,345"),
        (Decimal("0.0000"), "0", "0"),
        (dt.date(2026, 9, 30), "2026年9月30日", "30 September 2026"),
        ("州民政局", "州民政局", "州民政局"),
    ],
)
def test_values_are_written_as_their_readers_write_them(value: object, chinese: str, english: str) -> None:
    with override("zh-hans"):
        assert write(value) == chinese
    with override("en"):
        assert write(value) == english


def test_a_sentence_keeps_braces_that_stand_in_its_values() -> None:
    with override("zh-hans"):
        assert say(Sentence("填报“{target}”", {"target": "{x} %(y)s"})) == "填报“{x} %(y)s”"


def test_marks_nest_as_they_stand_and_link_to_the_narrowest() -> None:
    marks = [Mark("p1", MarkKind.CLAUSE, Span(0, 6)), Mark("p2", MarkKind.QUANTITY, Span(2, 4))]
    looks = {"p1": Look("commitment"), "p2": Look("target", "#item-p2")}
    assert marked(mark("甲乙12丙丁", marks), looks) == (
        '<span id="text-p1" class="mark mark-commitment">甲乙'
        '<span id="text-p2" class="mark mark-target"><a href="#item-p2">12</a></span>丙丁</span>'
    )


def test_marks_that_cross_are_drawn_in_pieces_with_one_anchor_each() -> None:
    marks = [Mark("p1", MarkKind.CLAUSE, Span(0, 4)), Mark("p2", MarkKind.QUANTITY, Span(2, 6))]
    html = marked(mark("甲乙丙丁戊己", marks), {"p1": Look("a"), "p2": Look("b")})
    assert html.count('id="text-p1"') == html.count('id="text-p2"') == 1
    assert html.count("<span") == html.count("</span>") == 3


def test_marked_text_is_escaped() -> None:
    marks = [Mark("p1", MarkKind.QUANTITY, Span(0, 8))]
    assert "<script" not in marked(mark("<script>", marks), {"p1": Look("target", '"><script>')})
