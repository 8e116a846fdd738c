"""Printed lines become paragraphs again."""

from tests.texts import making

from duixian.texts import open_text
from duixian.texts.printed import PrintedLine, paragraphs


def line(text: str, *, indent: int = 0, size: float = 10) -> PrintedLine:
    return PrintedLine(text, left=100 + indent * size, right=100 + (indent + len(text)) * size, size=size)


def test_a_full_line_goes_on_and_an_indent_begins_a_paragraph():
    page = [line("甲乙丙丁戊己", indent=2), line("庚辛壬癸子丑寅卯"), line("辰巳"), line("午未申酉戌亥", indent=2)]
    assert paragraphs([page]) == "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳\n午未申酉戌亥"


def test_a_clause_label_at_the_left_edge_begins_a_paragraph_but_a_figure_does_not():
    full = line("甲乙丙丁戊己庚辛")
    assert paragraphs([[full, line("二、住房")]]) == "甲乙丙丁戊己庚辛\n二、住房"
    assert paragraphs([[full, line("5万人。")]]) == "甲乙丙丁戊己庚辛5万人。"


def test_rows_of_a_table_stay_apart_however_full_they_are():
    assert paragraphs([[line("序号\t任务\t期限"), line("一\t小区\t年底")]]) == "序号\t任务\t期限\n一\t小区\t年底"


def test_a_wide_gap_in_a_pdf_or_ofd_line_parts_two_cells():
    rows = making.pdf_of_pieces([[("任务", 80), ("期限", 300)], [("改造小区", 80), ("年底", 300)]])
    assert open_text(rows, name="a.pdf").text == "任务\t期限\n改造小区\t年底"


def test_a_title_in_larger_type_is_not_joined_to_the_text():
    assert paragraphs([[line("甲乙丙丁", size=20), line("正文正文正文正文")]]) == "甲乙丙丁\n正文正文正文正文"


def test_page_numbers_and_running_heads_are_dropped_only_at_the_edge():
    pages = [
        [
            line("某州文件"),
            line(f"第{n}部分内容", indent=2),
            line("30", indent=2),
            line("这一行比别的行都长"),
            line(mark),
        ]
        for n, mark in enumerate(("— 1 —", "2", "第 3 页 共 4 页", "- 4 -"), 1)
    ]
    assert paragraphs(pages).split("\n") == [
        text for n in range(1, 5) for text in (f"第{n}部分内容", "30", "这一行比别的行都长")
    ]


def test_latin_words_parted_by_a_line_end_keep_a_blank():
    assert paragraphs([[line("甲乙丙丁戊 open"), line("source 丑寅卯")]]) == "甲乙丙丁戊 open source 丑寅卯"


def test_nothing_printed_is_nothing_read():
    assert paragraphs([]) == ""
    assert paragraphs([[], []]) == ""


def test_a_paragraph_that_runs_over_the_page_is_whole():
    text = "各县市要压实责任" * 110
    assert open_text(making.pdf([text, "附件说明"]), name="a.pdf").text == f"{text}\n附件说明"
    assert open_text(making.ofd([text, "附件说明"]), name="a.ofd").text == f"{text}\n附件说明"


def test_a_page_without_text_among_others_is_a_finding():
    read = open_text(making.pdf(["某州方案"], blank_pages=2), name="a.pdf")
    assert [finding.code for finding in read.findings] == ["page-without-text"]
    assert "第 2、3 页没有文字" in read.findings[0].message
