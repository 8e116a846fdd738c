"""Finds the labelled lines of a document, its lists of annexes, and where its text proper ends."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from duixian.compiler.dates import read_day_line
from duixian.compiler.fields import begins_field
from duixian.compiler.fused_rows import fused_rows, row_label
from duixian.compiler.headings import heading_length
from duixian.compiler.labels import ANNEX, Label, read_label
from duixian.compiler.lexicon.columns import ORDINAL_COLUMNS
from duixian.compiler.nesting import ANNEX_STYLE
from duixian.compiler.ordinals import read_ordinal
from duixian.compiler.page import Line
from duixian.compiler.signatures import SIGNING, day_with_signature
from duixian.compiler.tables import is_blank_head, row_cells
from duixian.compiler.titles import title_at

_CLOSES = re.compile(
    r"^(?:特此|公示(?:期|时间)|(?:盖章|签字|代表签字|签章)[:：]|[（(]?(?:联\s{0,4}系\s{0,4}(?:人|电\s{0,2}话|方式)|(?:监督|举报|咨询|投诉|服务)(?:电话|热线|邮箱))|[（(]?此件|抄\s{0,4}送|电\s{0,2}话\s{0,2}[:：]|邮\s{0,2}箱\s{0,2}[:：])"
)
_LONGEST_SIGNATURE, _LONGEST_TITLE, _HEAD = 40, 80, 32
_FEW_CELLS = 2
# A cell that says when and nothing else: 3月, 5月上旬, 二季度.
TIME_CELL = re.compile(
    r"(?:20\d\d年)?(?P<month>\d{1,2}|[一二三四五六七八九十]{1,2})月(?:份|底|初|[上中下]旬|\d{1,2}日)?|第?[一二三四]季度"
)
# Where a first point may begin within a line: behind 。 or ：, or a field's name in brackets.
_INNER = re.compile(r"[。：:】]\s{0,4}(?=[1一①⑴⒈（(])")
_SECOND = 2
# 1、【道路建设】硬化…: the heading is in the brackets.
_BOXED = re.compile(r"【(?P<words>[^【】：:]{2,18})】(?=.)")
_LIST_STYLES = ("dot", "comma", "bare")


@dataclass(frozen=True, slots=True)
class Point:
    """A labelled line: ``line`` counts in the document's lines, ``title_end`` in the source's characters."""

    line: int
    label: Label
    title: str
    title_end: int


def read_points(lines: Sequence[Line], first: int, end: int, *, signed: int | None) -> list[Point]:
    """The labelled lines from ``first`` up to ``end``; those of a list of annexes are left out."""
    listed = annex_list(lines, first, end, signed=signed)
    fused = {row for n in range(first, end) for row in fused_rows(lines, n, end)}
    kinds = ((_fused_row if n in fused else _point) for n in range(first, end))
    found = [
        point for n, kind in enumerate(kinds, first) if n not in listed and (point := kind(lines, n, end)) is not None
    ]
    if any(is_blank_head(lines[n].text) for n in range(first, end)):
        found = [_first_cell(point) if point.label.style == "bare" else point for point in found]
    return _with_run_in(lines, first, _weak_points_told(_bare_points_told(found, lines[first:end])))


def _first_cell(point: Point) -> Point:
    """In a table with blanks for bars a row's title ends at the first of them."""
    title = point.title.split()[0]
    return replace(point, title=title, title_end=point.title_end - len(point.title) + len(title))


def annex_list(lines: Sequence[Line], first: int, end: int, *, signed: int | None) -> frozenset[int]:
    """The lines that list annexes (附件：1.…), which an annex's own heading is not."""
    listed: set[int] = set()
    for n in range(first, end):
        label = read_label(lines[n].text) if n - 1 in listed else None
        goes_on = label is not None and label.style in _LIST_STYLES
        if goes_on or _lists_annexes(lines, n, end, signed=signed):
            listed.add(n)
    return frozenset(listed)


def _lists_annexes(lines: Sequence[Line], n: int, end: int, *, signed: int | None) -> bool:
    match = ANNEX.match(lines[n].text[:_HEAD])
    if not match or not (match["rest"] or match["colon"]):
        return False
    # Below the signature 附件2：… alone is that annex's heading; above it, or with its like beside it, a list.
    if signed is not None and n > signed and not read_label(match["rest"]):
        return any(ANNEX.match(lines[m].text[:_HEAD]) for m in (n - 1, n + 1) if 0 <= m < end)
    return bool(match["colon"])


def _point(lines: Sequence[Line], n: int, end: int) -> Point | None:
    line = lines[n]
    if (cells := row_cells(line)) and cells[0].text.isdecimal() and len(cells) > _FEW_CELLS:
        return _row(line, n, cells)
    label = _annex(line.text) or read_label(line.text)
    if label is None:
        return None
    words = line.text[label.end :]
    if boxed := _BOXED.match(words):
        begin = label.end + boxed.start("words")
        return Point(n, replace(label, end=begin), boxed["words"], line.span.begin + begin + len(boxed["words"]))
    if words:
        length = heading_length(words)
        return Point(n, label, words[:length], line.span.begin + label.end + length) if length else None
    return _titled_below(lines, n, label, end)


def _fused_row(lines: Sequence[Line], n: int, _end: int) -> Point | None:
    """A row whose cells have run together: its words up to the first mark are the title."""
    line, number = lines[n], row_label(lines[n].text)
    length = heading_length(line.text[len(number) :])
    label = Label("row", int(number), number, 0, len(number))
    words = line.text[len(number) : len(number) + length]
    return Point(n, label, words, line.span.begin + len(number) + length) if length else None


def _row(line: Line, n: int, cells: Sequence[Line]) -> Point:
    """A table's row: its number is the label, its first words the title."""
    number = cells[0]
    words = next((cell for cell in cells[1:] if not TIME_CELL.fullmatch(cell.text)), cells[1])
    length = heading_length(words.text) or len(words.text)
    label = Label("row", read_ordinal(number.text), number.text, number.span.begin - line.span.begin, 0)
    return Point(n, label, words.text[:length], words.span.begin + length)


def _annex(text: str) -> Label | None:
    match = ANNEX.match(text)
    if not match or (match["rest"] and not match["colon"]) or len(match["rest"]) > _LONGEST_TITLE:
        return None
    written = "".join(text[: match.start("rest")].split()).rstrip(":：")
    return Label(ANNEX_STYLE, read_ordinal(match["n"] or "1"), written, 0, match.start("rest"))


def _titled_below(lines: Sequence[Line], n: int, label: Label, end: int) -> Point | None:
    """A label alone on its line (附件1, a table's row number): its words are the next line's."""
    if n + 1 >= end:
        return None
    # A row of a calendar has its month before its topic.
    in_row = label.style == "bare" and n + 2 < end and TIME_CELL.fullmatch(lines[n + 1].text)
    below = lines[n + 2] if in_row else lines[n + 1]
    if label.style == ANNEX_STYLE and (block := title_at(lines, n + 1)):
        return Point(n, label, block.text, lines[block.last].span.end)
    if read_label(below.text) or read_day_line(below.text):
        return None
    length = heading_length(below.text)
    return Point(n, label, below.text[:length], below.span.begin + length) if length else None


def _bare_points_told(points: list[Point], lines: Sequence[Line]) -> list[Point]:
    """Bare numbers are labels where nothing else is one, or in a table with 序号; else they are page numbers."""
    bare = [point for point in points if point.label.style == "bare"]
    if not bare:
        return points
    others = [point for point in points if point.label.style not in ("bare", ANNEX_STYLE) and not point.label.above]
    in_table = any(line.text in ORDINAL_COLUMNS or is_blank_head(line.text) for line in lines)
    counts = {point.label.ordinal for point in bare} >= {1, 2}
    if not counts or (others and not in_table):
        return [point for point in points if point.label.style not in ("bare", ANNEX_STYLE)]
    return [replace(p, label=replace(p.label, loose=False)) if p.label.style == "bare" else p for p in points]


def _weak_points_told(points: list[Point]) -> list[Point]:
    """Labels with an unusual mark (一， 2： 第三，) are labels beside their like: one alone only follows others."""
    weak = [(point.label.style, point.label.ordinal) for point in points if point.label.weak]
    told = {style for style, ordinal in weak if ordinal == 1 and (style, 2) in weak}
    return [
        replace(p, label=replace(p.label, loose=False)) if p.label.weak and p.label.style in told else p for p in points
    ]


def _with_run_in(lines: Sequence[Line], first: int, points: Sequence[Point]) -> list[Point]:
    """``points`` with first points that run in behind other words (工作措施：1.选址…), where the second has a line."""
    found: list[Point] = []
    last: dict[str, int] = {}
    above = first
    for point in points:
        label = point.label
        if label.ordinal == _SECOND and not label.loose and last.get(label.style) != 1:
            found += _run_in(lines, range(above, point.line), label.style)
        found.append(point)
        last[label.style] = label.ordinal
        above = point.line
    return found


def _run_in(lines: Sequence[Line], between: range, style: str) -> list[Point]:
    """The first point of ``style`` within one of the lines, as a list of one; [] where there is none."""
    for n in between:
        for match in _INNER.finditer(lines[n].text):
            label = read_label(lines[n].text[match.end() :])
            words = lines[n].text[match.end() + label.end :] if label else ""
            if label and (label.style, label.ordinal) == (style, 1) and (length := heading_length(words)):
                begin, end = match.end() + label.begin, match.end() + label.end
                return [
                    Point(n, replace(label, begin=begin, end=end), words[:length], lines[n].span.begin + end + length)
                ]
    return []


def own_end(lines: Sequence[Line], first: int, end: int, *, listed: frozenset[int]) -> int:
    """The line behind the last one of the text proper: signature, contact, annex lists and 特此公告 stand below it."""
    below_name = False
    n = end
    while n > first and (ends := _ends(lines[n - 1].text, below_name=below_name) or n - 1 in listed):
        # A day right above the name that signs is a table's last cell.
        if n < end and read_day_line(lines[n - 1].text) and SIGNING.search(lines[n].text):
            break
        below_name = bool(ends) and (below_name or read_day_line(lines[n - 1].text) is not None)
        n -= 1
    return n


def _ends(text: str, *, below_name: bool) -> bool:
    if read_day_line(text) or day_with_signature(text) or _CLOSES.match(text):
        return True
    if (match := ANNEX.match(text[:_HEAD])) and not match["rest"]:
        return True
    return below_name and len(text) <= _LONGEST_SIGNATURE and bool(SIGNING.search(text)) and not begins_field(text)
