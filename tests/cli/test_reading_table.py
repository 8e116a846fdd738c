"""What a person sees in a terminal."""

from dataclasses import replace
from decimal import Decimal

import pytest
from rich.cells import cell_len
from tests.cli.invented import document, place_of, quantity, reading

from duixian.cli.reading_table import readings_as_text
from duixian.cli.words import owner_of, owners_by_clause, written_amount, written_number
from duixian.compiler.reading import Assignment, Comparator
from duixian.units import Finding, Severity, Span


def lines(*readings, width=200, with_source=False):
    return readings_as_text(readings, with_source=with_source, width=width).splitlines()


def test_a_document_shows_its_heading_a_line_a_target_its_findings_and_a_total():
    assert lines(reading()) == [
        "岚州2031年民生实事工作方案",
        "关于印发方案的通知",
        "工作方案 · 岚政发〔2031〕3号 · 岚州人民政府 · 2031-03-01",
        "条  对象          数量                 地点  牵头      期限",
        "一、稳定就业",
        "1   城镇新增就业  ≥5万人               岚州  州人社局  2031-12-31",
        "1   培训          3.2万人次（已完成）        州人社局  2031-12-31",
        "  ! 错误 合计与分项不符（第 4 行“投入1.25亿元”）",
        "",
        "共 1 份公文，1 个条款，3 个数量，2 个指标，1 项分工，1 个节点，1 处疑点",
    ]


@pytest.mark.parametrize("width", [60, 80, 120])
def test_no_line_is_wider_than_the_terminal_and_figure_and_day_are_never_cut(width):
    long = "乡镇（街道）区域养老服务中心和社区老年人日间照料中心"
    wide = replace(document().quantities[0], object=long, place=long)
    owner = replace(document().assignments[0], lead=("州人力资源和社会保障局", "州住房和城乡建设局"))
    shown = lines(reading(document(quantities=(wide,), assignments=(owner,))), width=width)
    assert max(map(cell_len, shown)) <= width
    [row] = [line for line in shown if "≥5万人" in line]
    assert row.endswith("2031-12-31")
    assert "…" in row


def test_columns_stand_under_each_other_in_cells_of_chinese():
    first, second = document().quantities[0], replace(document().quantities[0], object="岗")
    rows = [line for line in lines(reading(document(quantities=(first, second)))) if "≥5万人" in line]
    assert len({cell_len(row[: row.index("≥")]) for row in rows}) == 1


def test_a_document_without_targets_and_a_text_without_documents_say_so():
    assert "  没有读到指标。" in lines(reading(document(quantities=())))
    assert "没有认出公文。" in lines(replace(reading(), documents=()))


def test_a_finding_about_the_whole_file_is_shown_without_a_place():
    shown = lines(reading(findings=(Finding("page-without-text", Severity.WARNING, "第 2 页没有文字"),)))
    assert "  ! 注意 第 2 页没有文字" in shown


def test_several_files_are_told_apart_by_name():
    shown = lines(reading(), replace(reading(), source="公告.txt"), with_source=True)
    assert [line for line in shown if line.startswith("==")] == ["== 方案.txt", "== 公告.txt"]


def test_a_text_cannot_command_the_terminal():
    hostile = replace(document().quantities[0], object="\x1b[31m就业\x07\u202e")
    shown = "\n".join(lines(reading(document(quantities=(hostile,), title="\x1b]0;x\x07"))))
    assert not any(sign in shown for sign in "\x1b\x07\u202e")
    assert "就业" in shown


def test_what_looks_like_markup_is_text():
    assert "[bold]甲[/bold]" in lines(reading(document(attached_title="[bold]甲[/bold]")))


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("279500", "27.95万"),
        ("100000000", "1亿"),
        ("9600", "9600"),
        ("0.50", "0.5"),
        ("123456789", "1.23456789亿"),
        ("0", "0"),
    ],
)
def test_numbers_keep_every_digit(value, written):
    assert written_number(Decimal(value)) == written


def test_an_amount_says_period_share_comparison_and_range():
    one = quantity("不少于5万人", "1", "场", comparator=Comparator.AT_MOST, high=Decimal(2), period="month", per="县市")
    assert written_amount(one) == "每月每县市≤1-2场"


def test_the_owner_is_the_nearest_one_named_above():
    span = Span(0, 1)
    owners = owners_by_clause((Assignment("1", ("甲",), (), span), Assignment("1.2", ("乙",), (), span)))
    assert [getattr(owner_of(path, owners), "lead", None) for path in ("1.1.3", "1.2.1", "1", "2", "")] == [
        ("甲",),
        ("乙",),
        ("甲",),
        None,
        None,
    ]


def test_the_place_of_a_finding_is_its_line():
    assert place_of("3.2万人次").begin > 0
    shown = lines(reading(findings=(Finding("x", Severity.NOTE, "看", place_of("组长 乙某某")),)))
    assert "  ! 提示 看（第 7 行“组长 乙某某”）" in shown
