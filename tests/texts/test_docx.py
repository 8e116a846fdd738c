"""Word documents: labels that Word counts by itself, tables, boxes and tracked changes."""

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from tests.texts import making

from duixian.texts import open_text
from duixian.texts.numerals import write_number


def lines(document) -> list[str]:
    return open_text(making.saved(document), name="方案.docx").text.split("\n")


def test_automatic_numbers_are_written_as_word_shows_them():
    document = Document()
    levels = [("chineseCounting", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%3."), ("decimal", "%1.%4")]
    number = making.add_list(document, levels)
    for text, depth in [("就业", 0), ("培训", 1), ("岗位", 1), ("摸底", 2), ("住房", 0), ("改造", 1), ("细目", 3)]:
        making.numbered(document.add_paragraph(text), number, depth)
    assert lines(document) == ["一、就业", "（一）培训", "（二）岗位", "1.摸底", "二、住房", "（一）改造", "二.1 细目"]


def test_a_list_that_starts_over_does_so_once():
    document = Document()
    first = making.add_list(document, [("decimal", "%1．")])
    again = making.same_list_again(document, first, start=1)
    for text, number in [("甲", first), ("乙", first), ("丙", again), ("丁", again)]:
        making.numbered(document.add_paragraph(text), number)
    assert lines(document) == ["1．甲", "2．乙", "1．丙", "2．丁"]


def test_a_style_gives_its_number_and_number_zero_takes_it_away():
    document = Document()
    document.add_paragraph("甲", style="List Number")
    making.numbered(document.add_paragraph("无号", style="List Number"), 0)
    document.add_paragraph("乙", style="List Number")
    document.add_paragraph("点", style="List Bullet")
    assert lines(document) == ["1.甲", "无号", "2.乙", "点"]


def test_a_number_in_no_list_is_no_label():
    document = Document()
    making.numbered(document.add_paragraph("甲"), 999)
    assert lines(document) == ["甲"]


def test_a_table_stands_where_it_stands_one_row_a_line():
    document = Document()
    document.add_paragraph("任务分工")
    table = document.add_table(3, 3)
    for row, cells in enumerate(
        (("序号", "任务", "单位"), ("1", "改造小区\n30个", "州住建局"), ("2", "新建卫生室", ""))
    ):
        for column, text in enumerate(cells):
            table.cell(row, column).text = text
    table.cell(1, 2).merge(table.cell(2, 2))
    document.add_paragraph("附则")
    assert lines(document) == ["任务分工", "序号\t任务\t单位", "1\t改造小区 30个\t州住建局", "2\t新建卫生室\t", "附则"]


def test_a_table_of_one_column_is_paragraphs():
    document = Document()
    document.add_table(1, 1).cell(0, 0).text = "甲\n乙"
    assert lines(document) == ["甲", "乙"]


BOX = """
<w:r {ns} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:AlternateContent>
<mc:Choice Requires="wps"><w:drawing><w:txbxContent><w:p><w:r><w:t>某州人民政府文件</w:t></w:r></w:p></w:txbxContent>
</w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent><w:p><w:r><w:t>某州人民政府文件</w:t></w:r></w:p>
</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>"""


def test_a_text_box_is_read_once_after_its_paragraph():
    document = Document()
    document.add_paragraph("上文")._p.append(parse_xml(BOX.format(ns=nsdecls("w"))))
    document.add_paragraph("下文")
    assert lines(document) == ["上文", "某州人民政府文件", "下文"]


CHANGED = """<w:p {ns}><w:pPr><w:tabs><w:tab w:val="left" w:pos="9"/></w:tabs></w:pPr><w:r><w:t>改造</w:t></w:r>
<w:del w:id="1"><w:r><w:delText>20</w:delText></w:r></w:del><w:ins w:id="2"><w:r><w:t>30</w:t></w:r></w:ins>
<w:hyperlink><w:r><w:t>个小区</w:t></w:r></w:hyperlink><w:r><w:tab/><w:t>完</w:t><w:br/><w:t>工</w:t></w:r></w:p>"""


def test_tracked_changes_read_as_accepted_and_breaks_as_characters():
    document = Document()
    document.element.body.insert(0, parse_xml(CHANGED.format(ns=nsdecls("w"))))
    assert lines(document)[:2] == ["改造30个小区\t完", "工"]


def test_content_controls_are_looked_through():
    document = Document()
    xml = f"<w:sdt {nsdecls('w')}><w:sdtContent><w:p><w:r><w:t>控件里的字</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    document.element.body.insert(0, parse_xml(xml))
    assert lines(document)[0] == "控件里的字"


@pytest.mark.parametrize(
    ("form", "number", "written"),
    [
        ("chineseCountingThousand", 110, "一百一十"),
        ("chineseCountingThousand", 1010, "一千零一十"),
        ("ideographLegalTraditional", 12, "拾贰"),
        ("ideographTraditional", 2, "乙"),
        ("decimalEnclosedCircle", 21, "21"),
        ("decimalZero", 7, "07"),
        ("decimalFullWidth", 12, "１２"),
        ("upperLetter", 27, "AA"),
        ("lowerRoman", 14, "xiv"),
        ("ideographDigital", 20, "二〇"),
        ("chineseCounting", 0, "0"),
        ("noSuchFormat", 3, "3"),
    ],
)
def test_each_format_writes_its_number(form, number, written):
    assert write_number(number, form) == written
