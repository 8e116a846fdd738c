"""What the cells of a table hold: bodies, a time limit, a row's number."""

import re

from duixian.compiler.bodies import is_body, read_bodies
from duixian.compiler.deadlines import read_deadline
from duixian.compiler.labels import read_label
from duixian.compiler.page import Line
from duixian.units import Span

# Labels of the parts of a table (三、医疗卫生), which number no row.
PART_STYLES = ("cn", "cn_paren", "formal")
_DATED = re.compile(r"\d{1,2}\s?月|[一二三四]季度|年底|年末|全年|长期|持续|20\d\d\s?[年.]")


def is_limit(text: str) -> bool:
    """Whether a cell is a day or a stretch of time by which something is done."""
    return bool(_DATED.search(text)) and read_deadline(text, year=2000) is not None


def is_bodies(text: str) -> bool:
    """Whether a cell is a list of bodies and nothing else."""
    names = read_bodies(text).names
    return bool(names) and "。" not in text and all(is_body(name) for name in names)


def row_number(text: str) -> int:
    """The number of a row whose first cell is nothing else (1, 第1件, 实事一); 0 for every other cell.

    >>> row_number("3"), row_number("第3件"), row_number("3公里"), row_number("三、医疗卫生")
    (3, 3, 0, 0)
    """
    if text.isdecimal():
        return int(text)
    label = read_label(text)
    return label.ordinal if label and label.end >= len(text) and label.style not in PART_STYLES else 0


def blank_cells(line: Line) -> list[Line]:
    """The words of a line that blanks part, each with its place."""
    begin = line.span.begin
    return [Line(Span(begin + w.start(), begin + w.end()), w.group()) for w in re.finditer(r"\S+", line.text)]
