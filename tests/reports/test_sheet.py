import csv
import datetime as dt
from decimal import Decimal
from io import BytesIO, StringIO
from zipfile import ZipFile

from duixian.reports.sheet import Sheet, as_csv, as_xlsx

DAY = dt.date(2026, 9, 30)


def sheet_of(*row):
    return Sheet(title="进展/一览", as_of="截至2026年9月30日", columns=[str(n) for n in range(len(row))], rows=[row])


def cells_of(data: bytes) -> str:
    with ZipFile(BytesIO(data)) as book:
        return book.read("xl/worksheets/sheet1.xml").decode() + book.read("xl/sharedStrings.xml").decode()


def test_a_csv_has_the_mark_that_excel_needs_and_keeps_missing_and_zero_apart():
    data = as_csv(sheet_of("户", None, Decimal(0), DAY))
    assert data.startswith(b"\xef\xbb\xbf")
    assert list(csv.reader(StringIO(data.decode("utf-8-sig"))))[1] == ["户", "", "0", "2026-09-30"]


def test_a_text_that_would_run_as_a_formula_stays_a_text():
    for words in ("=1+1", "+1", "@SUM(A1)", "-2+3", "\t=1"):
        assert list(csv.reader(StringIO(as_csv(sheet_of(words)).decode("utf-8-sig"))))[1] == [f"'{words}"]
    assert "<f>" not in cells_of(as_xlsx(sheet_of("=1+1")))


def test_a_negative_number_is_no_formula():
    assert b"\r\n-3.5\r\n" in as_csv(sheet_of(Decimal("-3.50")))


def test_a_workbook_holds_numbers_as_numbers_and_days_as_days():
    written = cells_of(as_xlsx(sheet_of(Decimal("7600.5"), DAY)))
    assert "<v>7600.5</v>" in written
    assert f"<v>{(DAY - dt.date(1899, 12, 30)).days}</v>" in written


def test_a_number_too_long_for_a_sheet_is_written_out_whole():
    assert "123456789012345678.25" in cells_of(as_xlsx(sheet_of(Decimal("123456789012345678.25"))))


def test_a_title_with_signs_that_excel_refuses_still_names_the_sheet():
    with ZipFile(BytesIO(as_xlsx(sheet_of("户")))) as book:
        assert 'name="进展 一览"' in book.read("xl/workbook.xml").decode()
