"""``duixian compare`` as it is called, and what a person sees of it in a terminal and in a browser."""

import json
import re

import pytest

from duixian.cli.comparison_table import comparison_as_text
from duixian.cli.main import main
from duixian.compiler import read
from duixian.compiler.comparing import Relation, compare
from duixian.compiler.comparing.comparison import Doubt, Reason
from duixian.compiler.comparing.told import DOUBT_WORDS, REASON_WORDS, RELATION_WORDS

HEAD = "{place}人民政府关于{year}年民生实事的公告\n为把承诺逐项办成，经研究，确定{year}年办好以下民生实事：\n"
TAIL = "\n特此公告。\n{place}人民政府\n{year}年2月9日\n"


def announcement(place, year, *commitments):
    body = "\n".join(f"{number}、{text}" for number, text in zip("一二三四五", commitments, strict=False))
    return (HEAD + body + TAIL).format(place=place, year=year)


HOMES = "关爱残疾人。对{}户困难重度残疾人家庭实施无障碍改造{}。"
HIGHER = announcement("岚岭省", 2031, HOMES.format(6300, ""), "修路。改造危桥90座。")
LOWER = announcement(
    "澄川州", 2031, HOMES.format(1085, "，其中省级下达任务585户，州级增加500户"), "<b>植树</b>。栽树5000株。"
)
EARLIER = announcement("澄川州", 2030, HOMES.format(800, ""))


@pytest.fixture
def paths(tmp_path):
    for name, text in (("省", HIGHER), ("州", LOWER), ("旧", EARLIER)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    return [str(tmp_path / f"{name}.txt") for name in ("省", "州", "旧")]


def test_a_table_names_both_documents_each_relation_and_the_arithmetic_of_a_top_up(paths, capsys):
    assert main(["compare", *paths]) == 0
    shown = capsys.readouterr().out
    assert "上下级：岚岭省人民政府关于2031年民生实事的公告 → 澄川州人民政府关于2031年民生实事的公告" in shown
    assert "前后年：澄川州人民政府关于2030年民生实事的公告 → 澄川州人民政府关于2031年民生实事的公告" in shown
    assert "上级 585户 + 本级 500户 = 1085户" in shown
    assert re.search(r"加量（1项）\n困难重度残疾人家庭 +800户 +1085户", shown)
    assert re.search(r"上级有、本级未列（1项）\n危桥 +90座", shown)


def test_json_is_the_comparison(paths, capsysbinary):
    assert main(["compare", *paths, "--format", "json"]) == 0
    found = json.loads(capsysbinary.readouterr().out)
    assert [pair["axis"] for pair in found["pairs"]] == ["years", "levels"]


def test_every_number_of_the_page_leads_to_its_mark_in_the_source(paths, tmp_path):
    out = tmp_path / "比较.html"
    assert main(["compare", *paths, "--format", "html", "--out", str(out)]) == 0
    page = out.read_text(encoding="utf-8")
    links, ids = set(re.findall(r'href="#([^"]+)"', page)), set(re.findall(r'id="([^"]+)"', page))
    assert links <= ids
    [target] = re.findall(r'<a href="#(s2-m-[^"]+)" title="看原文">1085户</a></td><td data-head="把握">', page)[:1]
    assert re.search(rf'id="{target}"[^>]*>(?:<[^>]+>)*1085户', page)
    assert "<script" not in page
    assert "<b>植树" not in page


def test_documents_that_cannot_be_compared_are_told_with_the_reason_and_the_code_says_so(paths, capsys):
    assert main(["compare", paths[0]]) == 1
    shown = capsys.readouterr().out
    assert "没有可比的两份文件" in shown
    assert "未比较：岚岭省人民政府关于2031年民生实事的公告（没有上一年或上一级的文件可比）" in shown


def test_a_file_that_cannot_be_read_is_told_and_the_others_are_compared(paths, capsys):
    assert main(["compare", *paths, "没有.txt"]) == 1
    shown = capsys.readouterr()
    assert "找不到" in shown.err
    assert "承接并加码" in shown.out


def test_the_output_never_replaces_what_is_compared(paths, capsys):
    assert main(["compare", *paths, "--out", paths[1]]) == 2
    assert "会把它覆盖掉" in capsys.readouterr().err


@pytest.mark.parametrize("width", [60, 90])
def test_a_narrow_terminal_cuts_objects_and_remarks_but_never_numbers(width):
    text = comparison_as_text(compare([read(one, name="x") for one in (HIGHER, LOWER)]), width=width)
    [row] = [line for line in text.splitlines() if "6300户" in line]
    assert "1085户" in row


def test_every_relation_doubt_and_reason_has_its_words():
    assert set(RELATION_WORDS) == set(Relation)
    assert set(DOUBT_WORDS) == set(Doubt)
    assert set(REASON_WORDS) == set(Reason)
