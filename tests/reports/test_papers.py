import datetime as dt
from decimal import Decimal
from io import BytesIO

import pypdfium2
import pytest
from docx import Document as Docx
from tests import order_acts
from tests.small_site import TODAY

from duixian.ledgers.progress.post import Figure
from duixian.registers.models import Target
from duixian.registers.paper_templates import KINDS, ORDER, QUARTER, filled, handed_in
from duixian.reports.order_paper import order_words
from duixian.reports.paper_forms import paper_of, shipped
from duixian.reports.pdf import pdf_of
from duixian.reports.quarter import Quarter, quarter_of, quarter_report, read_quarter
from duixian.reports.quarter_words import NOTHING, Named, sheet, words
from duixian.units import Refused
from duixian.workflow.actions.post_progress import post_progress
from duixian.workflow.actions.set_paper_template import set_paper_template

NAMED = Named(issuer="某某州人民政府督查室", addressee="某某州人民政府")
SECOND = Quarter(2026, 2)


def refused(code, act, *args, **kwargs):
    with pytest.raises(Refused) as refusal:
        act(*args, **kwargs)
    assert refusal.value.code == code
    return str(refusal.value)


def said(data: bytes) -> str:
    return "\n".join(line.text for line in Docx(BytesIO(data)).paragraphs)


def cells(data: bytes) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in Docx(BytesIO(data)).tables[0].rows]


@pytest.fixture
def report(people, site, adopted):
    training = Target.objects.get(object="养老护理人员")
    post_progress(people.acting(), training, Figure(day=TODAY, value=Decimal(321)))
    return quarter_report(SECOND, today=TODAY)


@pytest.mark.parametrize(
    ("day", "written"),
    [
        (dt.date(2026, 1, 1), "2026Q1"),
        (dt.date(2026, 3, 31), "2026Q1"),
        (dt.date(2026, 4, 1), "2026Q2"),
        (dt.date(2024, 2, 29), "2024Q1"),
        (dt.date(2026, 12, 31), "2026Q4"),
    ],
)
def test_a_day_lies_in_its_quarter(day, written):
    quarter = quarter_of(day)
    assert str(quarter) == written
    assert quarter.first <= day <= quarter.last
    assert read_quarter(written) == quarter


@pytest.mark.parametrize("written", ["2026", "2026Q0", "2026Q5", "Q3", "第三季度", "2026-Q3", ""])
def test_what_is_no_quarter_is_refused_with_how_to_write_one(written):
    assert "2026Q3" in refused("quarter-unknown", read_quarter, written)


def test_a_quarter_that_has_not_begun_has_nothing_to_report(people, site, adopted):
    refused("quarter-ahead", quarter_report, Quarter(2026, 3), today=TODAY)


def test_the_word_file_gives_back_every_number_of_the_report(report):
    data = paper_of(QUARTER, words(report, NAMED))
    head, *rows = cells(data)
    assert head == ["序号", "实事", "指标", "目标", "完成", "完成率", "截至", "亮灯"]
    assert len(rows) == len(report.lines) == 4
    by_object = {row[2]: row for row in rows}
    assert by_object["养老护理人员"][3:7] == ["800人次", "321人次", "40.1%", "6月30日"]
    assert by_object["视力筛查"][4:6] == [NOTHING, "—"]
    assert "截至2026年6月30日，2026年民生实事共2件、可量化指标4项" in said(data)


def test_a_rate_is_never_shown_as_a_share_of_its_target(people, site, adopted):
    told = Target.objects.get(object="告知率")
    post_progress(people.acting(), told, Figure(day=TODAY, value=Decimal(97)))
    lines = {line.line.target.object: line for line in quarter_report(SECOND, today=TODAY).lines}
    assert lines["告知率"].percent is None


def test_the_pdf_says_the_same_and_embeds_its_fonts(report):
    document = pypdfium2.PdfDocument(pdf_of("quarter", words(report, NAMED)))
    text = "".join(page.get_textpage().get_text_range() for page in document).replace("\r\n", "")
    assert "321人次" in text
    assert "40.1%" in text
    assert "可量化指标4项" in text
    width, height = document[0].get_size()
    assert (round(width), round(height)) == (595, 842)


def test_the_spreadsheet_has_a_row_for_each_target_and_leaves_empty_what_is_missing(report):
    found = sheet(report)
    assert len(found.rows) == 4
    assert next(row for row in found.rows if row[2] == "视力筛查")[4] is None


def test_an_order_is_written_with_its_day_and_how_it_was_counted(people, site):
    order = order_acts.handed_over(people)
    data = paper_of(ORDER, order_words(order, issuer=NAMED.issuer))
    assert "某督〔2026〕1号" in said(data)
    assert "请于2026年7月7日前书面反馈办理情况。（自2026年6月30日的次日起算，5个工作日" in said(data)
    assert pdf_of("order", order_words(order, issuer=NAMED.issuer)).startswith(b"%PDF")


def a_template(text: str) -> bytes:
    paper, out = Docx(), BytesIO()
    paper.add_paragraph(text)
    paper.save(out)
    return out.getvalue()


def test_an_offices_own_template_is_used_until_ours_is_asked_for_again(people, site):
    acting, order = people.acting(), order_acts.registered(people)
    set_paper_template(acting, ORDER, data=a_template("本单位格式：{{ 事项 }}"), name="格式.docx")
    assert said(paper_of(ORDER, order_words(order, issuer="某室"))) == "本单位格式：助餐点进度"
    set_paper_template(acting, ORDER, data=None)
    assert handed_in(ORDER) is None


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (a_template("{{ 不存在的名称 }}"), "template-name"),
        (a_template("{{ 事项 "), "template-words"),
        (a_template("{{ ''.__class__.__mro__ }}"), "template-words"),
        (b"not a document", "template-file"),
    ],
)
def test_a_template_that_cannot_be_filled_is_refused_before_it_is_kept(people, data, code):
    refused(code, set_paper_template, people.acting(), ORDER, data=data, name="坏.docx")
    assert handed_in(ORDER) is None


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.key)
def test_each_shipped_template_uses_only_names_that_there_are(kind):
    assert filled(shipped(kind, issuer="某单位"), kind.example)


def test_a_shipped_template_has_the_page_of_the_standard():
    section = Docx(BytesIO(shipped(QUARTER, issuer="某单位"))).sections[0]
    measured = (section.page_width, section.page_height, section.top_margin, section.left_margin)
    assert [round(length.mm) for length in measured] == [210, 297, 37, 28]
