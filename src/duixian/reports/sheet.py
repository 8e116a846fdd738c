"""One table as a spreadsheet: the same rows as on the page, for Excel, WPS and every program that reads commas."""

import csv
import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from io import BytesIO, StringIO

import xlsxwriter

from duixian.units import plain

Cell = str | int | Decimal | dt.date | None
# A spreadsheet takes a text that begins so for a formula, and runs it on the reader's machine.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
# A sheet's number is a double: beyond this many digits it would no longer be the number.
_EXACT_DIGITS = 15
_NARROWEST, _WIDEST = 8, 48
_LAST_NARROW_LETTER = "ÿ"
# Excel refuses a longer name, and these characters in it.
_LONGEST_NAME, _NOT_IN_NAME = 31, str.maketrans(dict.fromkeys("[]:*?/\\'", " "))
_A4 = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A table in the reader's language.

    Shape: every row has as many cells as there are columns; None is an empty cell, which is not zero.
    Time: ``as_of`` is the day whose figures it shows, written above the table.
    """

    title: str
    as_of: str
    columns: Sequence[str]
    rows: Sequence[Sequence[Cell]]


def as_csv(sheet: Sheet) -> bytes:
    """The table alone, without title. UTF-8 with a mark, for without one Excel takes it for GBK; lines end in CRLF."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(sheet.columns)
    writer.writerows([_written(cell) for cell in row] for row in sheet.rows)
    return out.getvalue().encode("utf-8-sig")


def as_xlsx(sheet: Sheet) -> bytes:
    """A workbook of one sheet: title, day, a frozen line of headings, numbers as numbers and days as days."""
    out = BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    page = book.add_worksheet(sheet.title.translate(_NOT_IN_NAME)[:_LONGEST_NAME].strip() or "1")
    heading = book.add_format({"bold": True, "border": 1, "text_wrap": True, "valign": "vcenter"})
    cell = book.add_format({"border": 1, "text_wrap": True, "valign": "top"})
    day = book.add_format({"border": 1, "num_format": "yyyy-mm-dd", "valign": "top"})
    page.write_string(0, 0, sheet.title, book.add_format({"bold": True, "font_size": 14}))
    page.write_string(1, 0, sheet.as_of)
    page.write_row(2, 0, sheet.columns, heading)
    for number, row in enumerate(sheet.rows, start=3):
        for column, value in enumerate(row):
            _write(page, number, column, value, day if isinstance(value, dt.date) else cell)
    for column, width in enumerate(_widths(sheet)):
        page.set_column(column, column, width)
    page.freeze_panes(3, 0)
    page.autofilter(2, 0, 2 + len(sheet.rows), max(len(sheet.columns) - 1, 0))
    page.set_landscape()
    page.set_paper(_A4)
    page.fit_to_pages(1, 0)
    page.repeat_rows(2)
    book.close()
    return out.getvalue()


def _written(cell: Cell) -> str:
    """A cell for CSV. A text that would run as a formula is made a text for good by a quotation mark before it.

    >>> _written("=1+1"), _written(Decimal("-3.50")), _written(None)
    ("'=1+1", '-3.5', '')
    """
    match cell:
        case None:
            return ""
        case dt.date():
            return cell.isoformat()
        case Decimal():
            return plain(cell)
        case str() if cell.startswith(_FORMULA):
            return f"'{cell}"
        case _:
            return str(cell)


def _write(page: xlsxwriter.worksheet.Worksheet, row: int, column: int, value: Cell, look: object) -> None:
    match value:
        case None:
            page.write_blank(row, column, None, look)
        case dt.datetime():
            page.write_datetime(row, column, value.replace(tzinfo=None), look)
        case dt.date():
            page.write_datetime(row, column, dt.datetime.combine(value, dt.time()), look)
        case int() | Decimal() if len(Decimal(value).normalize().as_tuple().digits) <= _EXACT_DIGITS:
            page.write_number(row, column, value, look)
        case Decimal():
            page.write_string(row, column, plain(value), look)
        case _:
            page.write_string(row, column, str(value), look)


def _widths(sheet: Sheet) -> Iterable[int]:
    """How wide each column is, in the width of a figure: a Chinese character takes two."""
    for column, title in enumerate(sheet.columns):
        cells = [title, *(_written(row[column]) for row in sheet.rows[:200])]
        widest = max(sum(1 + (letter > _LAST_NARROW_LETTER) for letter in text) for text in cells)
        yield min(max(widest + 2, _NARROWEST), _WIDEST)
