"""The cells of a document's tables, each with what its column is about; figures of one row belong together."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from duixian.compiler.lexicon import progress as words
from duixian.compiler.lexicon.columns import ORDINAL_COLUMNS
from duixian.compiler.page import Line, Page
from duixian.compiler.tables import is_column, row_cells
from duixian.units import Span

_FEWEST_CELLS, _MOST_COLUMNS, _LONGEST_NAME = 3, 12, 16
_MOST_LINES = _MOST_COLUMNS * 3
_KINDS = {kind: re.compile(getattr(words, f"{kind}_COLUMN")) for kind in ("RATE", "DONE", "SET")}
# Read first: most texts hold no table at all.
_SIGN_OF_TABLE = re.compile(rf"\||\t|{'|'.join(ORDINAL_COLUMNS)}")


class Column(StrEnum):
    """What a column tells: what was set, what was reached, the rate between them, or anything else."""

    SET = "set"
    DONE = "done"
    RATE = "rate"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Cell:
    """``row`` counts the rows of all tables; ``name`` is the head of the column."""

    span: Span
    row: int
    column: Column
    name: str


class Cells:
    """The cells of a document in the order of the text."""

    def __init__(self, cells: Sequence[Cell]) -> None:
        self.all = cells
        self._begins = [cell.span.begin for cell in cells]

    def at(self, position: int) -> Cell | None:
        """The cell that holds the character, or None outside every table."""
        index = bisect_right(self._begins, position) - 1
        return self.all[index] if index >= 0 and position < self.all[index].span.end else None

    def of_row(self, row: int) -> list[Cell]:
        """The cells of one row, in order."""
        first = bisect_right(self.all, row - 1, key=lambda cell: cell.row)
        return list(self.all[first : bisect_right(self.all, row, key=lambda cell: cell.row)])


def read_cells(page: Page, span: Span) -> Cells:
    """The cells of the tables in ``span`` that set what was planned beside what was reached; none of any other."""
    if not _SIGN_OF_TABLE.search(page.plain, span.begin, span.end):
        return Cells(())
    lines = page.lines_in(span)
    found: list[Cell] = []
    n = 0
    while n < len(lines):
        names, last = _head(lines, n)
        kinds = [_kind(name) for name in names]
        if Column.DONE in kinds or Column.RATE in kinds:
            row = found[-1].row + 1 if found else 0
            rows = _bar_rows(lines, last + 1) if last == n else _flat_rows(lines, last + 1)
            for cells, last in rows:  # noqa: B007 - where the table ends is where the search goes on
                found += _cells(cells, names=names, kinds=kinds, row=row)
                row += 1
        n = last + 1
    return Cells(found)


def _kind(name: str) -> Column:
    found = (kind for kind, pattern in _KINDS.items() if pattern.search(name))
    return Column[next(found, "OTHER")]


def _head(lines: Sequence[Line], first: int) -> tuple[list[str], int]:
    """The column names that begin with that line, and the last line they fill; none where no table begins."""
    line = lines[first]
    if "|" in line.text or "\t" in line.text:
        names = ["".join(cell.text.split()) for cell in row_cells(line)]
        known = sum(_is_name(name) for name in names)
        return (names if len(names) >= _FEWEST_CELLS and known * 2 > len(names) else []), first
    if line.text in ORDINAL_COLUMNS:
        for n in range(first + 1, min(first + _MOST_COLUMNS + 1, len(lines))):
            if lines[n].text == "1":
                return [other.text for other in lines[first:n]], n - 1
            if len(lines[n].text) > _LONGEST_NAME:
                break
    return [], first


def _is_name(name: str) -> bool:
    return len(name) <= _LONGEST_NAME and (is_column(name) or _kind(name) is not Column.OTHER)


def _bar_rows(lines: Sequence[Line], first: int) -> Iterator[tuple[list[Line], int]]:
    for n in range(first, len(lines)):
        if "|" not in lines[n].text and "\t" not in lines[n].text:
            return
        yield _with_empty(lines[n]), n


def _with_empty(line: Line) -> list[Line]:
    """The cells between the bars, empty ones as empty lines."""
    mark = "|" if "|" in line.text else "\t"
    found, at = [], line.span.begin
    for piece in line.text.split(mark):
        found.append(Line(Span(at, at + len(piece)), piece.strip()))
        at += len(piece) + 1
    return found[1:] if mark == "|" and not found[0].text else found


def _flat_rows(lines: Sequence[Line], first: int) -> Iterator[tuple[list[Line], int]]:
    n, ordinal = first, 1
    while n < len(lines) and lines[n].text == str(ordinal):
        end = n + 1
        while end < len(lines) and end - n <= _MOST_LINES and lines[end].text != str(ordinal + 1):
            end += 1
        if end - n > _MOST_LINES or end == len(lines):
            end = min(end, n + _MOST_COLUMNS)
        yield list(lines[n:end]), end - 1
        n, ordinal = end, ordinal + 1


def _cells(cells: list[Line], *, names: Sequence[str], kinds: Sequence[Column], row: int) -> Iterator[Cell]:
    """Each cell to its column by its place; a row with a cell too many or too few says no column for sure."""
    for cell, name, kind in zip(cells, names, kinds, strict=False):
        if cell.text:
            yield Cell(cell.span, row, kind, name)
