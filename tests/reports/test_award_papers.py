"""Payment lists and documents, read back: the numbers on paper are the ledger's."""

import datetime as dt
import re
from io import BytesIO
from zipfile import ZipFile

import pytest
from tests import award_site as site
from tests.award_site import IDENTITY, make_parts

from duixian.ledgers.models import Claim
from duixian.policy.acts.sports_awards import Conduct
from duixian.reports.award_documents import Form, decision_notice, plan_document
from duixian.reports.award_plan import plan_page
from duixian.reports.payment_list import payment_list
from duixian.texts import open_text
from duixian.workflow.actions.cancel_award import Ground, cancel_award
from duixian.workflow.actions.record_award_misconduct import record_award_misconduct

DAY = dt.date(2026, 6, 16)
FORM = Form(issuer="某州体育局", number="某体发〔2026〕9号", day=DAY, copied_to=("青屏县财政局",))


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
    data = plan_document(page, FORM, addressee="某州人民政府", act="某办规〔2023〕1号")
    text = open_text(data, name="plan.docx").text
    assert "奖励申请1项，奖金合计53600元" in text
    assert "州财政：49600元" in text
    assert "青屏县财政：4000元" in text
    for row in page.rows:
        assert row.payee in text
    for words in (
        "某州体育局文件",
        FORM.number,
        "附件：2026年度体育竞赛奖励明细表",
        "2026年6月16日",
        "抄送：青屏县财政局。",
    ):
        assert words in text


def test_a_decision_notice_tells_every_amount_with_its_working(awards):
    claim = site.filed(awards)
    text = open_text(decision_notice(claim, FORM), name="notice.docx").text
    assert claim.receipt in text
    assert "应发奖金合计53600元" in text
    assert "20000 元 × 60% × 80% = 9600 元" in text
    assert IDENTITY not in text


def test_a_cancelled_claim_has_left_the_plan(awards):
    claim = site.listed(awards)
    cancel_award(awards.acting("reporter", day=DAY), claim, ground=Ground.FRAUD, note="冒名顶替")
    assert plan_page(claim.state.plan).rows == ()


def test_what_fell_away_by_misconduct_is_on_no_paper(awards):
    claim = site.listed(awards)
    acting = awards.acting("reporter", day=DAY)
    record_award_misconduct(acting, claim, person="C1", conduct=Conduct.DOPING, note="某处〔2026〕5号")
    page = plan_page(Claim.objects.get().state.plan)
    assert "C1" not in {row.payee for row in page.rows}
    assert page.payers["州财政"] == 33600
    text = open_text(decision_notice(Claim.objects.get(), FORM), name="notice.docx").text
    assert "应发奖金合计37600元" in text
    assert "C1（现任主管教练员）：因违规违纪" in text
