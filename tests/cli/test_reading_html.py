"""One page that needs nothing else: every mark leads to its row and every row to its mark."""

import base64
import hashlib
import re
from dataclasses import replace
from html.parser import HTMLParser

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.cli.invented import TEXT, document, place_of, reading

from duixian.cli.reading_html import readings_as_page
from duixian.compiler import Reading, read
from duixian.compiler.reading import Comparator, Document, Kind, Quantity
from duixian.units import Finding, Severity, Span

VOID = {"meta", "br", "link", "img", "input", "hr"}


class Seen(HTMLParser):
    """Ids, links and the source's own text; checks that every element is closed in its turn."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.labels: dict[str, str] = {}
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.source_lines: list[str] = []
        self._open: list[str] = []
        self.feed(page)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag, attrs):
        given_ = dict(attrs)
        self.tags.add(tag)
        self.attributes.update(given_)
        if "id" in given_:
            self.ids.append(given_["id"])
            self.labels[given_["id"]] = given_.get("data-label", "")
        if "href" in given_:
            self.links.append(given_["href"])
        if tag == "p" and self._in_source():
            self.source_lines.append("")
        if tag not in VOID:
            self._open.append("source" if ("class", "source") in attrs else tag)

    def handle_endtag(self, tag):
        assert self._open.pop() in {tag, "source"}

    def handle_data(self, data):
        if self._in_source() and self._open[-1] != "source":
            self.source_lines[-1] += data

    def _in_source(self):
        return "source" in self._open


def test_every_row_links_to_a_mark_and_every_mark_to_a_row():
    seen = Seen(readings_as_page([reading(), reading()]))
    assert len(seen.ids) == len(set(seen.ids))
    assert {link.removeprefix("#") for link in seen.links} <= set(seen.ids)
    marks = {one.replace("-m-", "-r-") for one in seen.ids if "-m-" in one}
    rows = {one for one in seen.ids if "-r-" in one}
    assert marks == rows
    kinds = {one.split("-")[3] for one in seen.ids if "-m-d1-" in one}
    assert kinds == {"clause", "quantity", "assignment", "milestone", "recurrence", "sum", "member", "release"}


def test_marks_say_what_they_are_in_words():
    seen = Seen(readings_as_page([reading()]))
    assert seen.labels["s1-m-d1-quantity-1"] == "目标"
    assert seen.labels["s1-m-d1-quantity-3"] == "资金"
    assert all(seen.labels[one] for one in seen.ids if "-m-" in one)


def test_the_source_is_shown_to_the_last_character():
    assert "\n".join(Seen(readings_as_page([reading()])).source_lines) == TEXT


def test_a_sum_that_does_not_hold_says_by_how_much():
    assert "省级1亿元、州级0.29亿元 相加，不符，写明的数少 4000000" in readings_as_page([reading()])


def test_the_page_loads_nothing_and_its_policy_allows_its_own_style_only():
    page = readings_as_page([reading()])
    style = re.search("<style>(.*?)</style>", page, re.DOTALL)[1]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'sha256-{digest}'" in page
    seen = Seen(page)
    assert not seen.tags & {"script", "link", "img", "iframe", "object"}
    assert not seen.attributes & {"src", "style", "onclick"}
    assert all(link.startswith("#") for link in seen.links)
    assert "url(" not in style
    assert "@import" not in style


def test_what_a_document_says_cannot_become_markup():
    evil = '"><script>alert(1)</script>'
    hostile = document(attached_title=evil, title=evil, issuer=evil, number=evil)
    hostile = replace(hostile, quantities=tuple(replace(one, object=evil, place=evil) for one in hostile.quantities))
    finding = Finding("x", Severity.ERROR, evil, place_of("<b>摸底</b>"))
    page = readings_as_page([replace(reading(hostile, findings=(finding,)), source=evil)])
    assert "<script" not in page
    assert "<b>" not in page
    assert "script" not in Seen(page).tags


def test_lines_outside_every_document_are_toned_down_and_say_so():
    page = readings_as_page([reading()])
    assert '<p class="outside" title="不属于公文正文">首页 &gt; 政务公开</p>' in page
    assert page.count('class="outside"') == 1


def test_a_text_without_documents_is_a_page_too():
    assert "没有认出公文" in readings_as_page([Reading("a.txt", "甲\n", (), ())])
    Seen(readings_as_page([]))


@st.composite
def readings(draw):
    text = draw(st.text(alphabet="甲乙丙5万人\n<&\"' \t\x1b", max_size=60))
    ends = draw(st.lists(st.tuples(st.integers(0, len(text)), st.integers(0, len(text))), max_size=8))
    spans = [Span(min(pair), max(pair)) for pair in ends]
    quantities = tuple(Quantity("", span, span.of(text), 5, None, "人", Comparator.EQUAL) for span in spans[::2])
    findings = tuple(Finding("x", Severity.NOTE, "看", span) for span in spans[1::2])
    whole = Document("d", Kind.NOTICE, Span(0, len(text)), quantities=quantities)
    return Reading("a.txt", text, (whole,), findings)


@settings(deadline=None)
@given(readings())
def test_any_marks_over_any_text_make_a_whole_page(one):
    seen = Seen(readings_as_page([one]))
    assert len(seen.ids) == len(set(seen.ids))
    assert "\n".join(seen.source_lines) == one.text.replace("\x1b", "\ufffd")
    visible = {
        f"s1-m-d1-quantity-{n}" for n, item in enumerate(one.documents[0].quantities, 1) if item.quote.strip("\n")
    }
    assert visible <= set(seen.ids)


def test_a_real_reading_makes_a_page():
    page = readings_as_page([read(TEXT, name="a.txt")])
    assert "\n".join(Seen(page).source_lines) == TEXT
