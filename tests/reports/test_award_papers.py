"""Payment lists and documents, read back: the numbers on paper are the ledger's."""

import datetime as dt
import re
from io import BytesIO
from zipfile import ZipFile

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from tests import award_site as site
from tests.award_site import IDENTITY, make_parts

from duixian.reports.award_documents import decision_notice, plan_document
from duixian.reports.award_plan import plan_page
from duixian.reports.payment_list import payment_list
from duixian.texts import open_text
from duixian.workflow.actions.cancel_award import Ground, cancel_award

DAY = dt.date(2026, 6, 16)


@pytest.fixture
def awards(people):
    return make_parts(people)


@pytest.fixture
def page(awards):
    return plan_page(site.listed(awards).state.plan)


def cells(data):
    """Every word of the workbook, and every number, in the order they stand."""
    with ZipFile(BytesIO(data)) as book:
        return book.read("xl/sharedStrings.xml").decode(), book.read("xl/worksheets/sheet1.xml").decode()


def test_each_payer_s_list_adds_up_to_what_the_plan_owes_through_it(page):
    assert {payer: str(amount) for payer, amount in page.payers.items()} == {
        "州财政": "49600.00",
        "青屏县": "4000.00",
    }
    words, sheet = cells(payment_list(page, payer="州财政"))
    for amount in ("20000", "16000", "4000", "9600"):
        assert re.search(rf"<v>{amount}(\.0*)?</v>", sheet), sheet
    assert "<f>SUM(H3:H6)</f><v>49600</v>" in sheet
    assert "阿依古丽·示例" in words
    assert "青屏县业余体校" not in words
    _, county = cells(payment_list(page, payer="青屏县"))
    assert "<f>SUM(H3:H3)</f><v>4000</v>" in county


def test_a_list_shows_no_more_of_an_identity_number_than_four_characters(page):
    words, _ = cells(payment_list(page, payer="州财政"))
    assert "002X" in words
    assert IDENTITY not in words
    assert IDENTITY[:6] not in words


def test_a_name_that_looks_like_a_formula_stays_a_name(awards):
    site.filed(awards, payee="=1+1")
    claim = site.listed(awards)
    words, sheet = cells(payment_list(plan_page(claim.state.plan), payer="州财政"))
    assert sheet.count("<f>") == 1
    assert "SUM" not in words


def test_a_plan_reads_back_with_its_totals_and_every_line(page):
    data = plan_document(page, issuer="某州体育局", addressee="某州人民政府", act="某办规〔2023〕1号", day=DAY)
    text = open_text(data, name="plan.docx").text
    assert "奖励申请1项，奖金合计53600元" in text
    assert "州财政：49600元" in text
    assert "青屏县财政：4000元" in text
    for row in page.rows:
        assert row.payee in text
    assert "2026年6月16日" in text


def test_a_document_has_the_form_of_the_standard(page):
    data = plan_document(page, issuer="某州体育局", addressee="某州人民政府", act="某办规〔2023〕1号", day=DAY)
    document = Document(BytesIO(data))
    section = document.sections[0]
    sizes = (section.page_width, section.page_height, section.top_margin, section.left_margin)
    assert [round(size.mm) for size in sizes] == [210, 297, 37, 28]
    assert round(section.page_width.mm - section.left_margin.mm - section.right_margin.mm) == 156
    assert round(Mm(297).mm - section.top_margin.mm - section.bottom_margin.mm) == 225
    title = document.paragraphs[0].runs[0]
    assert title.text == "2026年度体育竞赛奖励方案"
    assert title._r.rPr.rFonts.get(qn("w:eastAsia")) == "方正小标宋_GBK"
    assert title.font.size == Pt(22)
    body = document.paragraphs[3]
    assert body.runs[0]._r.rPr.rFonts.get(qn("w:eastAsia")) == "仿宋_GB2312"
    assert body.paragraph_format.line_spacing.pt == pytest.approx(28.95)
    assert body.paragraph_format.first_line_indent == Pt(32)


def test_a_decision_notice_tells_every_amount_with_its_working(awards):
    claim = site.filed(awards)
    text = open_text(decision_notice(claim, issuer="某州体育局", day=DAY), name="notice.docx").text
    assert claim.receipt in text
    assert "应发奖金合计53600元" in text
    assert "20000 元 × 60% × 80% = 9600 元" in text
    assert IDENTITY not in text


def test_a_cancelled_claim_has_left_the_plan(awards):
    claim = site.listed(awards)
    cancel_award(awards.acting("reporter", day=DAY), claim, ground=Ground.FRAUD, note="冒名顶替")
    assert plan_page(claim.state.plan).rows == ()
