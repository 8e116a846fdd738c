"""The payment list (拨付清单) of one finance bureau as a spreadsheet: who gets how much, and by which articles."""

from io import BytesIO

import xlsxwriter

from duixian.reports.award_plan import PlanPage, Row
from duixian.units import plain

_HEADINGS = ("序号", "受理号", "运动会", "项目", "领奖者", "类别", "身份证号码（后四位）", "金额（元）", "依据")
_WIDTHS = (6, 14, 26, 16, 20, 18, 22, 14, 40)
_AMOUNT = 7


def payment_list(page: PlanPage, *, payer: str) -> bytes:
    """An .xlsx whose last row adds up the amounts. Shape: rows in the claims' order. Units: yuan, two decimals.

    Errors: KeyError where the plan owes nothing through ``payer``.
    """
    total = page.payers[payer]
    rows = [row for row in page.rows if row.payer == payer]
    out = BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    sheet = book.add_worksheet("拨付清单")
    bold, money = book.add_format({"bold": True, "border": 1}), book.add_format({"num_format": "#,##0.00", "border": 1})
    cell = book.add_format({"border": 1, "text_wrap": True, "valign": "top"})
    title = book.add_format({"bold": True, "font_size": 16, "align": "center"})
    sheet.merge_range(0, 0, 0, len(_HEADINGS) - 1, f"{page.plan} {payer}拨付清单", title)
    sheet.write_row(1, 0, _HEADINGS, bold)
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    for number, row in enumerate(rows, 1):
        cells = _cells(number, row)
        sheet.write_row(number + 1, 0, cells, cell)
        sheet.write_number(number + 1, _AMOUNT, row.amount, money)
    last = len(rows) + 2
    sheet.write_string(last, 0, "合计", bold)
    # The sum is a formula that an accountant can follow, with its value beside it for readers that do not calculate.
    sheet.write_formula(last, _AMOUNT, f"=SUM(H3:H{last})", money, value=plain(total))
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(1)
    book.close()
    return out.getvalue()


def _cells(number: int, row: Row) -> tuple[str | int, ...]:
    """A row without its amount, which has a format of its own."""
    shown = row.masked_number[-4:] if row.masked_number else ""
    claim = row.claim
    return (number, claim.receipt, claim.games, claim.event, row.payee, row.payee_words, shown, "", row.basis)
