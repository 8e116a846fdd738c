"""Tables of tasks in plain text: rows with bars or tabs, or every cell on a line of its own."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from duixian.compiler.cell_values import PART_STYLES, blank_cells, is_bodies, is_limit, row_number
from duixian.compiler.fields import Duty, duty_of
from duixian.compiler.fused_rows import fused_cells, fused_rows
from duixian.compiler.labels import read_label
from duixian.compiler.lexicon.columns import ORDINAL_COLUMNS, TEXT_COLUMNS
from duixian.compiler.officials import read_officials
from duixian.compiler.page import Line
from duixian.units import Span

_OFFICIALS = (Duty.LEAD_OFFICIAL, Duty.RESPONSIBLE_OFFICIAL)
_BODIES = (Duty.LEAD, Duty.RESPONSIBLE, Duty.SUPPORT)
_CELL = re.compile(r"[^|\t]+")
_RULE = re.compile(r"[|\s:：+-]+")
_FEWEST_CELLS, _MOST_COLUMNS, _LONGEST_NAME = 3, 12, 16
_DEPARTMENT = re.compile("(?:局|委|办|厅|联|镇|乡|街道|中心|公司|部|会)$")
_LONGEST_LIMIT, _LONGEST_PERSON = 24, 60


@dataclass(frozen=True, slots=True)
class Cell:
    """What a row says in a column that gives a duty; ``key`` is the column's name."""

    duty: Duty
    key: str
    value: Span


@dataclass(frozen=True, slots=True)
class Table:
    """``first`` and ``last`` count in the lines given, head included; ``head`` is where its column names stand."""

    first: int
    last: int
    head: Span
    cells: tuple[Cell, ...]


def row_cells(line: Line) -> list[Line]:
    """The cells of a row with bars or tabs, in order, empty ones left out; [] where the line is no row."""
    if "|" not in line.text and "\t" not in line.text:
        return []
    found = []
    for match in _CELL.finditer(line.text):
        text = match.group().strip()
        if text:
            begin = line.span.begin + match.start() + match.group().index(text)
            found.append(Line(Span(begin, begin + len(text)), text))
    return found


def read_tables(lines: Sequence[Line]) -> Iterator[Table]:
    """The tables in ``lines`` that have a column for bodies, officials or time limits."""
    n = 0
    while n < len(lines):
        kinds = (_with_bars, _with_blanks, _fused, _flattened, _without_numbers)
        table = next(filter(None, (kind(lines, n) for kind in kinds)), None)
        if table:
            yield table
        n = table.last + 1 if table else n + 1


def is_column(name: str) -> bool:
    """Whether a cell is a column's name."""
    squeezed = "".join(name.split())
    return squeezed in ORDINAL_COLUMNS or squeezed in TEXT_COLUMNS or duty_of(squeezed) is not None


def _with_bars(lines: Sequence[Line], first: int) -> Table | None:
    names = _columns(lines[first])
    if len(names) < _FEWEST_CELLS or not any(duty_of(name) for name in names):
        return None
    last = first
    cells: list[Cell] = []
    for n in range(first + 1, len(lines)):
        if "|" not in lines[n].text and "\t" not in lines[n].text:
            break
        last = n
        cells += _row(lines[n], names)
    return Table(first, last, lines[first].span, tuple(cells))


def _columns(line: Line) -> list[str]:
    """The names of the columns where every cell of the line is one, or most are."""
    if not row_cells(line):
        return []
    cells = [cell.strip() for cell in _between_bars(line)[1]]
    known = sum(is_column(cell) for cell in cells)
    return cells if known >= _FEWEST_CELLS - 1 and known * 2 > len(cells) else []


def _row(line: Line, names: Sequence[str]) -> Iterator[Cell]:
    """The row's cells by their place between the bars, empty ones counted."""
    if _RULE.fullmatch(line.text):
        return
    at, pieces = _between_bars(line)
    # Empty cells at a row's end are lost with the blanks around the line; any other difference is another table's.
    if len(pieces) > len(names) or (len(pieces) < len(names) and not pieces[0].strip().isdecimal()):
        return
    at += line.span.begin
    for name, piece in zip(names, pieces, strict=False):
        duty, value = duty_of(name), piece.strip()
        if duty and value:
            begin = at + piece.index(value)
            yield Cell(duty, "".join(name.split()), Span(begin, begin + len(value)))
        at += len(piece) + 1


def is_blank_head(text: str) -> bool:
    """Whether the line is a table's head with nothing but blanks between its columns."""
    names = text.split() if text.startswith(ORDINAL_COLUMNS) else []
    known = sum(map(is_column, names))
    return _FEWEST_CELLS < len(names) <= _MOST_COLUMNS and known >= _FEWEST_CELLS and known * 2 > len(names)


def _with_blanks(lines: Sequence[Line], first: int) -> Table | None:
    """A table with blanks for bars: a row counts on from the one before and has a word for every column."""
    if not is_blank_head(lines[first].text):
        return None
    names = lines[first].text.split()
    cells: list[Cell] = []
    last = first
    for n in range(first + 1, len(lines)):
        words = blank_cells(lines[n])
        if len(words) < _FEWEST_CELLS or words[0].text != str(n - first):
            break
        cells += _assigned(words, names) if len(words) == len(names) else _assigned(words[1:], names[1:])
        last = n
    return Table(first, last, lines[first].span, tuple(cells)) if last > first else None


def _fused(lines: Sequence[Line], first: int) -> Table | None:
    """A table whose cells have run together."""
    rows = fused_rows(lines, first, len(lines))
    if not rows:
        return None
    found = (cell for n in rows for cell in fused_cells(lines[first].text, lines[n]))
    cells = tuple(Cell(cell.duty, cell.name, cell.value) for cell in found)
    return Table(first, rows[-1], lines[first].span, cells)


def _between_bars(line: Line) -> tuple[int, list[str]]:
    """Where the first cell begins in the line, and all cells, empty ones included, without the bars at both ends."""
    mark = "|" if "|" in line.text else "\t"
    begin = int(line.text.startswith(mark))
    end = len(line.text) - int(line.text.endswith(mark))
    return begin, line.text[begin:end].split(mark)


def _flattened(lines: Sequence[Line], first: int) -> Table | None:
    """A table whose cells stand one below another: column names, then rows that begin with 1, 2, 3."""
    if lines[first].text not in ORDINAL_COLUMNS:
        return None
    begin = _first_row(lines, first)
    head = _without_part(lines[first + 1 : begin])
    names = [line.text for line in head]
    if not names or not any(duty_of(name) for name in names):
        return None
    cells: list[Cell] = []
    last = begin - 1
    is_even = False
    for row in _rows(lines, begin):
        # The lines behind the last row are the document's own again.
        own = _without_part(row)
        if not _next_row(lines, begin, row):
            own = _even_row(row, names) if is_even else _last_row(own, names)
        is_even = len(own) == len(names)
        cells += _assigned(own, names)
        last = begin + len(row)
        begin = last + 1
    return Table(first, last, Span(lines[first].span.begin, lines[first + len(names)].span.end), tuple(cells))


def _even_row(row: Sequence[Line], names: Sequence[str]) -> Sequence[Line]:
    """A last row with a cell for each column; more departments below them belong to the last one."""
    end = len(names)
    below = row[end:] if duty_of(names[-1]) in _BODIES else ()
    for cell in below:
        if not (_DEPARTMENT.search(cell.text) and is_bodies(cell.text)):
            break
        end += 1
    return row[:end]


def _last_row(row: Sequence[Line], names: Sequence[str]) -> Sequence[Line]:
    """The cells of a table's last row, up to its time limit where that is the last column."""
    if duty_of(names[-1]) is not Duty.DEADLINE:
        return row
    limit = next((n for n, cell in enumerate(row) if len(cell.text) <= _LONGEST_LIMIT and is_limit(cell.text)), None)
    return row if limit is None else row[: limit + 1]


def _without_part(cells: Sequence[Line]) -> Sequence[Line]:
    """The cells without the heading of the table's next part (三、医疗卫生) behind them."""
    end = len(cells)
    while end > 1 and (label := read_label(cells[end - 1].text)) and label.style in PART_STYLES:
        end -= 1
    return cells[:end]


def _without_numbers(lines: Sequence[Line], first: int) -> Table | None:
    """A table of bare cells without a column of numbers: as many cells a row as there are names above."""
    rows = unnumbered_rows(lines, first, len(lines))
    if not rows:
        return None
    names = [line.text for line in lines[first : rows[0]]]
    width = len(names)
    cells = [cell for row in rows for cell in _assigned(lines[row : row + width], names)]
    return Table(first, rows[-1] + width - 1, Span(lines[first].span.begin, lines[rows[0] - 1].span.end), tuple(cells))


def unnumbered_rows(lines: Sequence[Line], first: int, end: int) -> list[int]:
    """The first lines of the rows of a table that has no numbers and whose head begins on line ``first``; else [].

    Shape: nothing from line ``end`` on is looked at.
    """
    if not is_column(lines[first].text) or lines[first].text in ORDINAL_COLUMNS:
        return []
    width = 1
    while first + width < end and width < _MOST_COLUMNS and is_column(lines[first + width].text):
        width += 1
    duties = [duty_of(line.text) for line in lines[first : first + width]]
    if width < _FEWEST_CELLS or not any(duty in (*_BODIES, Duty.DEADLINE) for duty in duties):
        return []
    rows: list[int] = []
    n = first + width
    while n + width <= end and _fits_row(lines[n : n + width], duties):
        rows.append(n)
        n += width
    return rows if len(rows) > 1 else []


def _fits_row(row: Sequence[Line], duties: Sequence[Duty | None]) -> bool:
    for line, duty in zip(row, duties, strict=True):
        if (duty in _BODIES and not is_bodies(line.text)) or (duty is Duty.DEADLINE and not is_limit(line.text)):
            return False
    return True


def _first_row(lines: Sequence[Line], first: int) -> int:
    for n in range(first + 1, min(first + _MOST_COLUMNS + 1, len(lines))):
        if row_number(lines[n].text) == 1:
            return n
        if len(lines[n].text) > _LONGEST_NAME:
            break
    return first + 1


def _rows(lines: Sequence[Line], begin: int) -> Iterator[Sequence[Line]]:
    """The cells behind each row's number; the last row ends where no cell of its kind follows."""
    n, ordinal = begin, 1
    while n < len(lines) and row_number(lines[n].text) == ordinal:
        end = n + 1
        while end < len(lines) and row_number(lines[end].text) != ordinal + 1 and end - n <= _MOST_COLUMNS * 3:
            end += 1
        yield lines[n + 1 : end]
        n, ordinal = end, ordinal + 1


def _next_row(lines: Sequence[Line], begin: int, row: Sequence[Line]) -> bool:
    """Whether another row's number follows ``row``, which begins on line ``begin``."""
    following = begin + len(row) + 1
    return following < len(lines) and row_number(lines[following].text) == row_number(lines[begin].text) + 1


def _assigned(row: Sequence[Line], names: Sequence[str]) -> list[Cell]:
    """Each cell to its column: one by one where their numbers agree, else by what the cells hold."""
    one_by_one = len(row) == len(names)
    pairs = [(name, row[n : n + 1]) for n, name in enumerate(names)] if one_by_one else _by_kind(row, names)
    return [
        Cell(duty, "".join(name.split()), Span(cells[0].span.begin, cells[-1].span.end))
        for name, cells in pairs
        if cells and (duty := duty_of(name))
    ]


def _by_kind(row: Sequence[Line], names: Sequence[str]) -> list[tuple[str, Sequence[Line]]]:
    """A cell of several bodies fills several lines: the first is the first column's, the rest the next one's."""
    bodies = [name for name in names if duty_of(name) in _BODIES]
    limits = [name for name in names if duty_of(name) is Duty.DEADLINE]
    dated = [line for line in row if len(line.text) <= _LONGEST_LIMIT and is_limit(line.text)]
    named = [line for line in row if is_bodies(line.text)]
    pairs: list[tuple[str, Sequence[Line]]] = [(limits[0], dated[-1:])] if limits else []
    officials = [name for name in names if duty_of(name) in _OFFICIALS]
    # The first cell names the task where its column does: 农村公路 is nobody's name.
    others = row if duty_of(names[0]) else row[1:]
    persons = [line for line in others if len(line.text) <= _LONGEST_PERSON and read_officials(line.text)]
    pairs += [(name, persons[n : n + 1]) for n, name in enumerate(officials) if len(persons) == len(officials)]
    if len(bodies) == 1:
        pairs.append((bodies[0], named))
    elif bodies:
        pairs += [(name, named[n : n + 1]) for n, name in enumerate(bodies[:-1])]
        pairs.append((bodies[-1], named[len(bodies) - 1 :]))
    return pairs
