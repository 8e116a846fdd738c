"""An official document read back from its .docx: every figure of GB/T 9704-2012 that the paper promises."""

import datetime as dt
from io import BytesIO
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import pytest
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from duixian.reports.official_paper import DRAFT, OfficialPaper, title_lines
from duixian.reports.paper_layout import FALLBACKS

DAY = dt.date(2026, 6, 6)
ISSUER = "某州体育局"


def paper(**changes):
    usual = {"title": "2026年度体育竞赛奖励方案", "number": "某体发〔2026〕9号"}
    return OfficialPaper(ISSUER, **(usual | changes))


def whole():
    made = paper()
    made.address("某州人民政府")
    made.paragraph("正文。")
    made.heading("一、资金来源")
    made.heading("（一）州级", level=2)
    made.heading("1. 州财政", level=3)
    made.list_attachments(["明细表", "汇总表"])
    made.sign(day=DAY)
    made.note("联系人：某某")
    made.attachment("明细表")
    made.table(("姓名", "金额"), [("甲", "5.00")], widths_mm=(100, 56), numbers={1})
    made.attachment("汇总表")
    made.colophon(copied_to=("州财政局", "甲县财政局"), printed_by="某州体育局办公室", day=dt.date(2026, 6, 7))
    return made.data()


@pytest.fixture(scope="module")
def document():
    return Document(BytesIO(whole()))


@pytest.fixture(scope="module")
def lines(document):
    return {line.text: line for line in document.paragraphs if line.text}


def font(line):
    run = line.runs[0]
    return run._r.rPr.rFonts.get(qn("w:eastAsia")), run.font.size.pt


def test_the_type_area_is_156_by_225_mm_with_37_above_and_28_at_the_left(document):
    section = document.sections[0]
    assert [round(side.mm, 1) for side in (section.page_width, section.page_height)] == [210, 297]
    assert [round(side.mm, 1) for side in (section.top_margin, section.left_margin)] == [37, 28]
    assert round((section.page_width - section.left_margin - section.right_margin) / 36000, 1) == 156
    assert round((section.page_height - section.top_margin - section.bottom_margin) / 36000, 1) == 225


def test_a_page_holds_22_lines_of_28_characters(document):
    grid = document.sections[0]._sectPr.find(qn("w:docGrid"))
    pitch = int(grid.get(qn("w:linePitch"))) / 20
    assert 22 * pitch <= Mm(225).pt < 23 * pitch
    normal = document.styles["Normal"]
    closer = int(normal.element.rPr.find(qn("w:spacing")).get(qn("w:val"))) / 20
    character = normal.font.size.pt + closer
    assert 28 * character <= Mm(156).pt < 29 * character
    body = next(line for line in document.paragraphs if line.text == "正文。")
    assert body.paragraph_format.line_spacing_rule == WD_LINE_SPACING.EXACTLY
    assert body.paragraph_format.line_spacing.pt == pitch


def test_the_red_head_is_the_issuer_s_name_35_mm_below_the_type_area_s_edge(lines):
    mark = lines["某州体育局文件"]
    assert font(mark)[0] == "方正小标宋_GBK"
    assert mark.runs[0].font.color.rgb == RGBColor(0xE6, 0x00, 0x12)
    assert mark.alignment == WD_ALIGN_PARAGRAPH.CENTER
    assert mark.paragraph_format.space_before.mm == pytest.approx(35, abs=0.1)


def test_the_number_stands_two_lines_below_the_head_with_the_red_rule_4_mm_under_it(document):
    texts = [line.text for line in document.paragraphs]
    place = texts.index("某体发〔2026〕9号")
    assert texts[place - 3 : place] == ["某州体育局文件", "", ""]
    rule = document.paragraphs[place]._p.pPr.find(qn("w:pBdr")).find(qn("w:bottom"))
    assert (rule.get(qn("w:color")), int(rule.get(qn("w:space")))) == ("E60012", round(Mm(4).pt))
    assert texts[place + 1 : place + 3] == ["", ""]
    assert texts[place + 3] == "2026年度体育竞赛奖励方案"


def test_a_document_to_a_higher_body_has_its_number_at_the_left_and_its_signer_at_the_right():
    made = Document(BytesIO(paper(signer="某某").data()))
    line = next(line for line in made.paragraphs if "签发人" in line.text)
    assert line.text == "某体发〔2026〕9号\t签发人：某某"
    character = Mm(156).pt / 28
    assert line.paragraph_format.left_indent.pt == pytest.approx(character, abs=0.1)
    assert line.paragraph_format.tab_stops[0].position.pt == pytest.approx(Mm(156).pt - character, abs=0.1)


def test_a_document_without_a_number_says_that_it_is_a_draft():
    made = Document(BytesIO(paper(number="").data()))
    assert DRAFT in [line.text for line in made.paragraphs]


def test_each_level_has_its_font_and_size(lines):
    assert font(lines["2026年度体育竞赛奖励方案"]) == ("方正小标宋_GBK", 22)
    assert font(lines["正文。"]) == ("仿宋_GB2312", 16)
    assert font(lines["一、资金来源"]) == ("黑体", 16)
    assert font(lines["（一）州级"]) == ("楷体_GB2312", 16)
    assert font(lines["1. 州财政"]) == ("仿宋_GB2312", 16)
    assert font(lines["附件1"]) == ("黑体", 16)


def test_the_body_is_indented_two_characters_and_the_addressee_is_not(lines):
    for text in ("正文。", "一、资金来源", "附件：1. 明细表", "（联系人：某某）"):
        assert lines[text].paragraph_format.first_line_indent.pt == pytest.approx(2 * 442.2 / 28, abs=0.1)
    assert lines["某州人民政府："].paragraph_format.first_line_indent is None


def test_the_date_has_no_leading_zero_and_stands_four_characters_in_with_the_issuer_centred_over_it(lines):
    date, issuer = lines["2026年6月6日"], lines[ISSUER]
    assert date.paragraph_format.right_indent == Pt(64)
    # 2026年6月6日 is six characters wide (figures are half), the issuer five.
    assert issuer.paragraph_format.right_indent == Pt(64 + 8)


def test_a_signature_takes_the_last_line_of_the_text_with_it_to_the_next_page(document):
    texts = [line.text for line in document.paragraphs]
    last, signed = texts.index("1. 州财政"), texts.index("2026年6月6日")
    assert all(line.paragraph_format.keep_with_next for line in document.paragraphs[last:signed])
    assert not document.paragraphs[signed].paragraph_format.keep_with_next


def test_a_long_issuer_never_leaves_the_type_area():
    made = OfficialPaper("某某自治州文化体育广播电视和旅游局", title="通知", number="某文发〔2026〕1号")
    made.sign(day=DAY)
    document = Document(BytesIO(made.data()))
    marks = [line for line in document.paragraphs if "旅游局" in line.text]
    assert len(marks[0].text) * marks[0].runs[0].font.size.pt <= Mm(156).pt
    assert all(not line.paragraph_format.right_indent or line.paragraph_format.right_indent >= 0 for line in marks)


def test_each_attachment_begins_a_page_with_its_number_at_the_top_left(document, lines):
    for text in ("附件1", "附件2"):
        assert lines[text].paragraph_format.page_break_before
        assert lines[text].paragraph_format.first_line_indent is None
    texts = [line.text for line in document.paragraphs]
    assert texts[texts.index("附件1") : texts.index("附件1") + 3] == ["附件1", "", "明细表"]
    alone = paper()
    alone.list_attachments(["明细表"])
    alone.attachment("明细表")
    texts = [line.text for line in Document(BytesIO(alone.data())).paragraphs]
    assert {"附件：明细表", "附件"} <= set(texts)


def test_a_table_keeps_its_widths_and_repeats_its_headings(document):
    table = document.tables[0]
    assert [round(column.width.mm) for column in table.columns] == [100, 56]
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert table.rows[1].cells[1].paragraphs[0].alignment == WD_ALIGN_PARAGRAPH.RIGHT


def test_the_colophon_stands_at_the_foot_between_rules_of_035_and_025_mm(document):
    table = document.tables[-1]
    place = table._tbl.tblPr.find(qn("w:tblpPr"))
    assert (place.get(qn("w:vertAnchor")), place.get(qn("w:tblpYSpec"))) == ("margin", "bottom")
    borders = table._tbl.tblPr.find(qn("w:tblBorders"))
    eighths = {edge.tag.rpartition("}")[2]: int(edge.get(qn("w:sz"))) for edge in borders}
    assert {edge: round(size / 8 / 72 * 25.4, 2) for edge, size in eighths.items()} == {
        "top": 0.35,
        "bottom": 0.35,
        "insideH": 0.26,
    }
    copied, printed = (row.cells[0].paragraphs[0] for row in table.rows)
    assert copied.text == "抄送：州财政局，甲县财政局。"
    assert printed.text == "某州体育局办公室\t2026年6月7日印发"
    assert font(printed) == ("仿宋_GB2312", 14)
    assert printed.paragraph_format.left_indent == printed.paragraph_format.right_indent == Pt(14)


def test_page_numbers_stand_at_the_outer_edge_7_mm_below_the_type_area(document):
    section = document.sections[0]
    assert document.settings.odd_and_even_pages_header_footer
    odd, even = section.footer.paragraphs[0], section.even_page_footer.paragraphs[0]
    assert (odd.alignment, odd.paragraph_format.right_indent) == (WD_ALIGN_PARAGRAPH.RIGHT, Pt(14))
    assert (even.alignment, even.paragraph_format.left_indent) == (WD_ALIGN_PARAGRAPH.LEFT, Pt(14))
    for line in (odd, even):
        assert font(line) == ("宋体", 14)
        assert "PAGE" in line._p.xml
    # The middle of the line, where the dash is.
    dash = section.bottom_margin - section.footer_distance - Pt(14) // 2
    assert dash == pytest.approx(Mm(7), abs=Pt(0.1))


def test_every_font_names_what_stands_in_for_it_and_the_parts_are_valid_xml():
    with ZipFile(BytesIO(whole())) as archive:
        for name in archive.namelist():
            if name.endswith((".xml", ".rels")):
                ET.fromstring(archive.read(name))  # noqa: S314 -- our own file
        table = archive.read("word/fontTable.xml").decode()
    for name, others in FALLBACKS.items():
        assert f'w:name="{name}"' in table
        assert ",".join(others) in table


def test_nothing_in_the_file_tells_which_program_made_it(document):
    about = document.core_properties
    assert (about.author, about.title, about.comments) == (ISSUER, "2026年度体育竞赛奖励方案", "")


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("短标题", ("短标题",)),
        ("一" * 20, ("一" * 20,)),
        ("关于报请批准某州2026年度体育竞赛奖励方案的请示", ("关于报请批准某州2026年度", "体育竞赛奖励方案的请示")),
        ("第一行\n第二行", ("第一行", "第二行")),
    ],
)
def test_a_title_is_broken_evenly_and_by_its_sense(title, lines):
    assert title_lines(title) == lines


@pytest.mark.parametrize(
    "title", ["关于印发某某自治州某某办法（试行）的通知等若干文件", "某某州2026年第1234567890号文件之一二三四五六"]
)
def test_no_line_of_a_title_begins_with_a_closing_mark_or_splits_a_figure(title):
    for line in title_lines(title)[1:]:
        assert line[0] not in "）》、，。的年"
    assert any("1234567890" in line for line in title_lines(title)) or "1234567890" not in title


def test_a_title_of_any_length_stays_within_the_type_area():
    for length in range(1, 70):
        broken = title_lines("标题" * length)
        assert "".join(broken) == "标题" * length
        assert max(map(len, broken)) <= 20
