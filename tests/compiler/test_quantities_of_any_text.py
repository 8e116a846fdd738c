"""Any text at all is read without an exception, and quotes its places."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from duixian.compiler.lexicon import actions, comparators, idioms, stages, units, words
from duixian.compiler.page import Page
from duixian.compiler.passes import quantities as quantity_pass
from duixian.compiler.pipeline import PASSES
from duixian.compiler.reading import Document, Kind
from duixian.units import Span

OWN = ("quantities", "contexts", "milestones", "recurrences", "sums", "checks")
OWN_PASSES = [one for one in PASSES if one.__module__.rpartition(".")[2] in OWN]
WORDS = [
    *units.MEASURES,
    *units.PERSON_NOUNS,
    *comparators.AT_LEAST_BEFORE,
    *comparators.ABOUT_BEFORE,
    *actions.OPENING_WORDS.split(),
    *actions.STOP_WORDS.split(),
    *stages.PREPARE,
    *stages.FINISH,
    *words("其中 合计 总量达到 完成率 每个 每年 按月 各 共计 甲县 乙市 全州 3月底前 2024年 年底 一 两 三百 12 4.5"),
    *words("县 镇 街道 区 和 与 以及 自治县 人民政府 本级"),
    *words("6，300 l5 1-2 万 亿 % 元 至少 不少于 以上 余"),
    *"，。；：、（）()《》“”\n-—~/ ",
]


def read_all(text: str, *, kind: Kind = Kind.WORK_PLAN) -> Document:
    document = Document(key="any", kind=kind, span=Span(0, len(text)), year=2024)
    page = Page(name="any", text=text)
    for one_pass in OWN_PASSES:
        document = one_pass(page, document)
    return document


def assert_quotes_its_places(document: Document, text: str) -> None:
    assert all(item.span.of(text) == item.quote and item.quote for item in document.quantities)
    assert all(item.span.of(text) == item.text for item in (*document.milestones, *document.recurrences))
    begins = [item.span.begin for item in document.quantities]
    assert begins == sorted(begins)
    assert all(span.of(text) for one in document.sums for span in (one.total, *one.parts))


@settings(deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=60).map("".join), st.sampled_from(list(Kind)))
def test_any_text_of_the_lexicons_words_is_read(text, kind):
    assert_quotes_its_places(read_all(text, kind=kind), text)


@settings(deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_read(text):
    assert_quotes_its_places(read_all(text), text)


def test_blanking_names_keeps_every_place():
    text = "《民法典》2024年3月5日“十百千”新建3所"
    blank = quantity_pass.blank_names(text)
    assert len(blank) == len(text)
    assert blank.endswith("新建3所")


def test_every_idiom_of_the_lexicon_is_a_pattern():
    assert all(
        re.compile(pattern)
        for pattern in (*idioms.NAMES, *idioms.DATES, *idioms.CLASSES, *idioms.SET_PHRASES, *idioms.MARKED)
    )
