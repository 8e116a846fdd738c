"""Any text at all is read without an exception, quotes its places, and costs in proportion to its length."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from duixian.compiler import Reading, read
from duixian.compiler.lexicon import columns, duties, noise, organs, posts, seats, titles, words
from duixian.compiler.page import Page
from duixian.compiler.passes.documents import read_documents
from duixian.compiler.pipeline import PASSES
from duixian.units import Span

OWN = ("header", "clauses", "assignments", "rosters", "releases", "completeness")
OWN_PASSES = [one for one in PASSES if one.__module__.rpartition(".")[2] in OWN]
WORDS = [
    *columns.ORDINAL_COLUMNS,
    *columns.TEXT_COLUMNS[:8],
    *duties.LEAD_FIELDS[:4],
    *duties.RESPONSIBLE_FIELDS[:4],
    *duties.SUPPORT_FIELDS[:4],
    *duties.LEAD_OFFICIAL_FIELDS[:4],
    *duties.DEADLINE_FIELDS[:4],
    *noise.NOISE_BEGINS[:12],
    *noise.PRESS_CUES[:6],
    *organs.BODY_ENDS[:12],
    *organs.LEVELS,
    *posts.POST_ENDS[:12],
    *seats.SEATS[:8],
    *titles.NOTICE_ENDS,
    *titles.PLAN_ENDS[:12],
    *words("""
        一、 （一） 1. 1、 ① 第一章 第一条 实事一 附件1 附件： 2023年2月9日 二〇二三年三月 12月底前 全年持续推进 3 20
        关于印发 东河县 人民政府 教育局 张三 艾力·买买提 牵头 负责 配合 由 民生实事 〔2023〕8号 组成人员 召开 记者
    """),
    *"，。；：、（）()《》“”|\n\t—- ",
    "\n\n",
]
QUICK_SECONDS = 20


def read_structure(text: str) -> None:
    page = Page(name="any", text=text)
    documents = read_documents(page)
    for one_pass in OWN_PASSES:
        documents = tuple(one_pass(page, document) for document in documents)


def assert_places_hold(reading: Reading) -> None:
    """Spans lie within their document, clauses nest, documents are disjoint."""
    end = 0
    for document in reading.documents:
        assert end <= document.span.begin < document.span.end <= len(reading.text)
        end = document.span.end
        paths = [clause.path for clause in document.clauses]
        assert len(set(paths)) == len(paths)
        for clause in document.clauses:
            assert clause.span.holds(clause.heading)
            assert clause.title.strip()
            assert document.clause_at(clause.heading.begin) == clause.path
        spans: list[Span] = [clause.span for clause in document.clauses]
        spans += [one.span for one in (*document.assignments, *document.bodies, *document.releases)]
        assert all(document.span.holds(span) and span.begin < span.end for span in spans)
        assert {one.clause for one in document.assignments} <= {*paths, ""}


@given(st.lists(st.sampled_from(WORDS), max_size=60).map("".join))
@settings(max_examples=300, deadline=None)
def test_words_of_the_lexicon_in_any_order_are_read(text: str) -> None:
    assert_places_hold(read(text))


@given(st.text(max_size=200))
@settings(max_examples=200, deadline=None)
def test_any_characters_are_read(text: str) -> None:
    assert_places_hold(read(text))


PLAN = "东河县2023年民生实事实施方案\n为办好民生实事，制定本方案，现将有关事项明确如下。\n一、新建学校。\n"


PIECES = [
    *"一（1\n 、《年|局负",
    *("1.甲\n", "1\n2\n", "序号\n牵头单位\n", "附件1\n", "成员 ", "张·", "2023年", "关于印发甲的通知\n"),
    *("牵头单位：", "（县教育局负责）", "由县教育局牵头，"),
]


@pytest.mark.parametrize("piece", PIECES)
def test_no_pattern_blows_up_on_a_repeated_piece(piece: str) -> None:
    size = 100_000
    text = PLAN + piece * (size // len(piece))
    began = time.perf_counter()
    read_structure(text)
    # Linear work takes under a second here; a quadratic pattern takes minutes.
    assert time.perf_counter() - began < QUICK_SECONDS
