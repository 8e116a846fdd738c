"""What documents say of vacant seats, of the office, and of posts: cases with verdicts, and any text at all."""

import doctest
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from duixian.compiler import coordination_office, held_posts, read, succession
from duixian.compiler.coordination_office import read_office
from duixian.compiler.held_posts import HeldPost, read_held_post
from duixian.compiler.succession import read_succession
from duixian.units import Span

SEEDS = Path(__file__).resolve().parents[2].parent / "shared" / "seeds"
CASES = yaml.safe_load((Path(__file__).parent / "cases" / "succession" / "rules.yaml").read_text(encoding="utf-8"))
WORDS = [
    "组长",
    "副组长",
    "成员",
    "变动",
    "的，",
    "由接任者",
    "自动递补",
    "不再",
    "另行发文",
    "；",
    "。",
    "\n",
    "办公室",
    "设在",
    "州水利局",
    "主任由",
    "李四",
    "同志",
    "兼任",
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:24])
def test_the_rule_for_a_vacant_seat_is_read_as_its_verdict_says(case: dict[str, Any]) -> None:
    found = read_succession(case["text"])
    assert (found.rule.value if found else None) == case["rule"]
    if found:
        assert list(found.notice_roles) == case.get("notice", [])
        assert case.get("quote", found.span.of(case["text"])) == found.span.of(case["text"])


def test_a_rule_outside_the_asked_stretch_is_not_this_bodys() -> None:
    text = "甲领导小组成员变动的，由接任同志自动递补。乙领导小组负责统筹。"
    at = text.index("乙")
    assert read_succession(text, within=Span(at, len(text))) is None


@pytest.mark.parametrize(
    ("text", "body", "name", "post"),
    [
        ("领导小组下设办公室，办公室设在州水利局，负责日常工作，办公室主任由李四同志兼任。", "州水利局", "李四", None),
        ("办公室设在县水利局，办公室主任由县水利局局长兼任，副主任由王五同志担任。", "县水利局", None, "县水利局局长"),
        ("办公室设在县财政局，副主任由王五同志担任。", "县财政局", None, None),
        ("领导小组办公室主任由艾力·买买提同志担任。", None, "艾力·买买提", None),
    ],
)
def test_the_office_and_its_chief_are_read(text: str, body: str | None, name: str | None, post: str | None) -> None:
    office = read_office(text)
    assert office is not None
    assert (office.body, office.chief_name, office.chief_post) == (body, name, post)


@pytest.mark.parametrize(
    "text", ["设立服务点30处。", "主任：张三（副州长）", "由县财政局办公室负责转发。", "会议由副主任担任主持。"]
)
def test_no_office_is_read_where_none_is_named(text: str) -> None:
    assert read_office(text) is None


@pytest.mark.parametrize(
    ("written", "org", "title"),
    [
        ("州发展和改革委员会副主任", "州发展和改革委员会", "副主任"),
        ("州畜牧兽医局党组书记、副局长", "州畜牧兽医局", "党组书记、副局长"),
        ("州教育局党组副书记、局长", "州教育局", "局长"),
        ("某某海关副关长", "某某海关", "副关长"),
        ("州委常委、副州长", None, "副州长"),
        ("青屏县人民政府副县长", "青屏县人民政府", "副县长"),
        ("党组书记、局长", None, "局长"),
        ("分管领导", None, "分管领导"),
    ],
)
def test_a_written_post_is_told_apart_from_its_body(written: str, org: str | None, title: str) -> None:
    assert read_held_post(written) == HeldPost(org, title)


@given(st.lists(st.sampled_from(WORDS) | st.text(max_size=4), max_size=30).map("".join))
def test_any_text_is_read_and_every_span_lies_in_it(text: str) -> None:
    for found in (read_succession(text), read_office(text)):
        if found is not None:
            assert 0 <= found.span.begin < found.span.end <= len(text)
    assert read_held_post(text).org != ""


@pytest.mark.parametrize("module", [succession, coordination_office, held_posts])
def test_the_examples_in_the_code_hold(module: Any) -> None:
    assert doctest.testmod(module).failed == 0


@pytest.mark.seeds
@pytest.mark.skipif(not SEEDS.is_dir(), reason=f"the real texts do not lie in {SEEDS}")
def test_the_real_rosters_say_how_seats_are_filled_and_where_each_office_is() -> None:
    rules, offices = [], []
    for path in sorted(SEEDS.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        for document in read(text).documents:
            ends = [*(roster.span.begin for roster in document.bodies[1:]), document.span.end]
            for roster, end in zip(document.bodies, ends, strict=bool(document.bodies)):
                within = Span(roster.span.end, end)
                found, office = read_succession(text, within=within), read_office(text, within=within)
                rules.append((found.rule.value, found.notice_roles) if found else None)
                offices.append(bool(office and office.body))
    assert rules == [None, None, None, None, ("by-post", ("主任",))]
    assert offices == [True] * 5
