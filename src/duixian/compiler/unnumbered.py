"""Headings without a number: short lines over their text, fields that name an item, words before a first full stop."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from duixian.compiler.fields import begins_field, is_name_alone
from duixian.compiler.labels import Label
from duixian.compiler.lexicon.columns import ORDINAL_COLUMNS
from duixian.compiler.nesting import ANNEX_STYLE, HEAD_STYLE
from duixian.compiler.page import Line
from duixian.compiler.points import Point
from duixian.compiler.tables import is_column, unnumbered_rows
from duixian.compiler.titles import could_be_title_line

_NAMED = re.compile(r"(?P<key>(?:项目|实事|实事项目|事项|工程|任务)名称\s{0,4}[:：])\s{0,4}(?P<words>[^。]{2,60})")
_MARKED = re.compile(r"[。，,；;：:？！?!（）()《》\d|]")
# “小切口”书写“大民生”: a heading, while other lines that end with a quotation are speech.
_TWO_QUOTED = re.compile("“[^“”]{2,12}”[^“”，,：:]{1,8}“[^“”]{2,12}”")
# ● 就业促进, 【就业促进】: a heading's ornament, the same before all of them.
_ORNATE = re.compile(r"(?P<mark>[●■◆▲★☆►▶※◎○□◇▪•·]|【)\s{0,4}(?P<words>[^【】]{2,24})】?$")
# 就业促进工程。新增…, 就业促进工程：新增…: a heading that runs into its text.
_RUN_IN = re.compile(
    r"(?:[●■◆▲★☆►▶※◎○□◇▪•·]\s{0,2})?"
    r"(?:(?P<words>[一-鿿“”、]{4,18})(?:[（(][^（()）]{1,12}[)）])?[。：:]|【(?P<boxed>[^【】]{2,18})】)\s{0,2}(?=[^\n]{12})"
)
_NO_HEAD = re.compile(
    "(?:内容|任务|目标|措施|要求|单位|时限|时间|名称|标准|地点|情况|进度|投资|来源|领导|责任人|如下|部门|电话|方式|安排|依据|范围|对象|原则|思想|备注)$"
    "|^(?:特此|以上|现将|为|经|各|请|按照|根据|其中)"
)
_LONGEST_SUBHEAD, _LONGEST_NAMED = 40, 80
_FEWEST_ITEMS, _FEWEST_HEADS, _SHORTEST_HEAD, _LONGEST_HEAD = 2, 3, 4, 20
_FULL_LINE = 28
_PARAGRAPH_ENDS = "。；;：:）)"


def subheads(lines: Sequence[Line], first: int) -> Iterator[tuple[int, int]]:
    """A press report's unnumbered headings as pairs of first and last line; two short lines in a row make one."""
    has_text = False
    n = first
    while n < len(lines):
        last = n
        while has_text and last < len(lines) and _is_subhead(lines[last].text):
            last += 1
        if last > n and last < len(lines):
            yield n, last - 1
        has_text = has_text or "。" in lines[n].text
        n = max(last, n + 1)


def _is_subhead(text: str) -> bool:
    if len(text) > _LONGEST_SUBHEAD or "。" in text or not could_be_title_line(text):
        return False
    return text[-1] not in "”】）)" or bool(_TWO_QUOTED.fullmatch(text))


def named_items(lines: Sequence[Line], first: int, end: int) -> list[Point]:
    """The lines that name one item after another by the same field: 项目名称：农村饮水."""
    found: list[Point] = []
    for n in range(first, end):
        line = lines[n]
        if match := _NAMED.fullmatch(line.text[:_LONGEST_NAMED]):
            label = Label("named", len(found) + 1, "".join(match["key"].split()), 0, match.start("words"))
            found.append(Point(n, label, match["words"], line.span.begin + match.end("words")))
    return found if len(found) >= _FEWEST_ITEMS and len({point.label.written for point in found}) == 1 else []


def row_items(lines: Sequence[Line], first: int, end: int) -> list[Point]:
    """The first cells of the rows of a table without numbers."""
    found = (unnumbered_rows(lines, n, end) for n in range(first, end))
    rows = next(filter(None, found), [])
    return [Point(n, Label(HEAD_STYLE, i, "", 0, 0), lines[n].text, lines[n].span.end) for i, n in enumerate(rows, 1)]


def crossheads(lines: Sequence[Line], first: int, end: int) -> list[Point]:
    """Unnumbered headings: short lines with the same ornament, or without any mark and each over a longer text."""
    if ornate := _ornate_heads(lines, first, end):
        return ornate
    heads = [n for n in range(first, end) if _is_crosshead(lines[n].text) and _is_closed_above(lines, n, first)]
    if len(heads) < _FEWEST_HEADS:
        return []
    texts = [range(n + 1, stop) for n, stop in zip(heads, [*heads[1:], end], strict=True)]
    if not all(_is_over_text(lines, text) for text in texts):
        return []
    return [Point(n, Label(HEAD_STYLE, i, "", 0, 0), lines[n].text, lines[n].span.end) for i, n in enumerate(heads, 1)]


def _ornate_heads(lines: Sequence[Line], first: int, end: int) -> list[Point]:
    """Short lines with the same ornament (● 就业促进, 【就业促进】), none of them the next one's only text."""
    found = [
        (n, match)
        for n in range(first, end)
        if (match := _ORNATE.match(lines[n].text)) and not _MARKED.search(match["words"].rstrip("：:"))
    ]
    apart = all(b - a > 1 for (a, _), (b, _) in pairwise(found)) and (not found or found[-1][0] + 1 < end)
    if len(found) < _FEWEST_ITEMS or not apart or len({match["mark"] for _, match in found}) > 1:
        return []
    return [_worded(lines, n, match, i) for i, (n, match) in enumerate(found, 1)]


def _worded(lines: Sequence[Line], n: int, match: re.Match[str], ordinal: int) -> Point:
    words = _heading(match).rstrip("：: ")
    begin = match.string.index(words)
    label = Label(HEAD_STYLE, ordinal, "", begin, begin)
    return Point(n, label, words, lines[n].span.begin + begin + len(words))


def run_in_heads(lines: Sequence[Line], first: int, end: int) -> list[Point]:
    """Paragraphs that all begin with a heading of their own (就业促进工程。新增…), where nothing else is one."""
    found = [(n, match) for n in range(first, end) if (match := _run_in(lines[n].text))]
    if len(found) < _FEWEST_HEADS or len({_heading(match) for _, match in found}) < len(found):
        return []
    heads = {n for n, _ in found}
    between = range(found[0][0], found[-1][0])
    if any(n not in heads and not _belongs_to_item(lines[n].text) for n in between):
        return []
    return [_worded(lines, n, match, i) for i, (n, match) in enumerate(found, 1)]


def _run_in(text: str) -> re.Match[str] | None:
    match = _RUN_IN.match(text)
    return None if match is None or _NO_HEAD.search(_heading(match)) or begins_field(text) else match


def _heading(match: re.Match[str]) -> str:
    """The words of the heading, whichever way it is marked."""
    return next(words for name, words in match.groupdict().items() if words and name != "mark")


def _belongs_to_item(text: str) -> bool:
    """Whether the line below an item's paragraph says who does it, or by when."""
    return begins_field(text) or text.startswith(("（", "("))


def heads_over_numbers(lines: Sequence[Line], first: int, points: Sequence[Point]) -> list[Point]:
    """``points`` with the unnumbered headings that stand right above some of them, a first one included.

    Where 社会保障类 stands over 1、 and 2、, and 基础设施类 over 3、 and 4、, they are the level above.
    """
    labelled = {point.line: point for point in points}
    if not points or any(lines[n].text in ORDINAL_COLUMNS for n in range(first, points[-1].line)):
        return list(points)
    over = [point.line - 1 for point in points if point.line > first and not point.label.loose]
    heads = [n for n in over if n not in labelled and _is_head_over(lines, n, first, labelled)]
    if len(heads) < _FEWEST_ITEMS or labelled[heads[0] + 1].label.ordinal != 1:
        return list(points)
    added = [Point(n, Label(HEAD_STYLE, i, "", 0, 0), lines[n].text, lines[n].span.end) for i, n in enumerate(heads, 1)]
    return sorted([*points, *added], key=lambda point: point.line)


def _is_head_over(lines: Sequence[Line], n: int, first: int, labelled: Mapping[int, Point]) -> bool:
    """Whether line ``n`` is a heading over a number: nothing but words, and what stands above it is closed."""
    text = lines[n].text
    if not _is_crosshead(text) or is_column(text):
        return False
    if above := labelled.get(n - 1):
        # An annex's mark and a label alone on its line have this line for their title.
        return above.label.style != ANNEX_STYLE and above.title_end <= lines[n - 1].span.end
    return n == first or lines[n - 1].text[-1] in _PARAGRAPH_ENDS or begins_field(lines[n - 1].text)


def _is_closed_above(lines: Sequence[Line], n: int, first: int) -> bool:
    """Whether a heading may stand on line ``n``: above it is no full line without a stop, and no field's bare name."""
    above = lines[n - 1].text
    if n > first and is_name_alone(above):
        return False
    # An empty line or an indent begins a paragraph.
    if n == first or lines[n].span.begin - lines[n - 1].span.end > 1:
        return True
    return len(above) < _FULL_LINE or above[-1] in _PARAGRAPH_ENDS or begins_field(above)


def _is_crosshead(text: str) -> bool:
    is_short = _SHORTEST_HEAD <= len(text) <= _LONGEST_HEAD
    return (
        is_short
        and text[-1] != "、"
        and not _MARKED.search(text)
        and could_be_title_line(text)
        and not begins_field(text)
    )


def _is_over_text(lines: Sequence[Line], text: range) -> bool:
    return len(text) > 0 and (len(lines[text[0]].text) > _LONGEST_HEAD or lines[text[0]].text[-1] == "。")
