"""Finds headings and numbered points; reads the document's lines, writes its clauses."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from duixian.compiler.lexicon.cautions import FRAME
from duixian.compiler.nesting import ANNEX_STYLE, depths, paths
from duixian.compiler.page import Line, Page
from duixian.compiler.parts import Parts, parts_of
from duixian.compiler.points import Point, annex_list, own_end, read_points
from duixian.compiler.reading import Clause, Document, Kind
from duixian.compiler.unnumbered import (
    crossheads,
    heads_over_numbers,
    named_items,
    row_items,
    run_in_heads,
    subheads,
)
from duixian.units import Span

_FEW = 2
# 下一步，…: the report's own last words, unless its items have such words of theirs.
_AHEAD = re.compile("下一?步[，,]|下一阶段[，,]")
# A closing paragraph speaks of all the items, or to all who do them.
_CLOSING = re.compile(
    r"(?:以上|上述)(?:各|\d|[一二三四五六七八九十]|民生|实事|事项|项目|工作|任务|内容)|(?:请|望|希)各"
    r"|各(?:级|地|县|市|区|乡|镇|街道|村|责任|牵头|承办|有关|相关|部门|单位)[^，。]{0,24}[要应须]"
    r"|(?:[省市县区州旗镇乡]人?民?政府)?督查(?:室|办|组|部门)[^，。]{0,12}[要将应]|[省市县区州旗](?:人民)?政府(?:督查室|办公室)[^，。]{0,12}[要将应]"
)
_MOST_SIGNATURE = 16  # lines that a signature, its day and a list of annexes above an annex take


def read_clauses(page: Page, document: Document) -> Document:
    """``document`` with its headings and points, in order, each span holding all that stands under it."""
    parts = parts_of(page, document)
    count = len(parts.lines)
    if document.kind is Kind.NEWS:
        clauses = _section(parts, parts.body, count, prefix="")
        return replace(document, clauses=clauses if len(clauses) >= _FEW else _subheads(parts))
    if not parts.plan:
        return replace(
            document, clauses=_section(parts, parts.body, count, prefix="") or _unnumbered(parts, parts.body)
        )
    end = parts.attached.first if parts.attached else parts.plan
    notice = _section(parts, parts.body, end, prefix="0.")
    plan = _section(parts, parts.plan, count, prefix="") or _unnumbered(parts, parts.plan)
    return replace(document, clauses=(*notice, *plan))


@dataclass(frozen=True, slots=True)
class _Placed:
    """A point with its depth and the line behind its section."""

    point: Point
    depth: int
    end: int


def _section(parts: Parts, first: int, end: int, *, prefix: str) -> tuple[Clause, ...]:
    """The clauses that stand on lines ``first`` up to ``end``."""
    lines = parts.lines
    listed = annex_list(lines, first, end, signed=parts.signed)
    points = heads_over_numbers(lines, first, read_points(lines, first, end, signed=parts.signed))
    levelled = [
        (point, depth)
        for point, depth in zip(points, depths([point.label for point in points]), strict=True)
        if depth is not None
    ]
    own = _without_closing(lines, levelled, own_end(lines, first, end, listed=listed))
    placed = _without_last_words(_placed(lines, levelled, own, listed=listed))
    counted = paths((one.depth for one in placed), prefix=prefix)
    return tuple(_clause(lines, one, path) for one, path in zip(placed, counted, strict=True))


def _clause(lines: Sequence[Line], placed: _Placed, path: str) -> Clause:
    point = placed.point
    begin = lines[point.line].span.begin + point.label.begin
    end = max(lines[placed.end - 1].span.end, point.title_end)
    return Clause(path, point.label.written, point.title, Span(begin, end), Span(begin, point.title_end))


def _placed(
    lines: Sequence[Line], levelled: Iterable[tuple[Point, int]], end: int, *, listed: frozenset[int]
) -> list[_Placed]:
    """Each point's section ends where the next of its level or above begins."""
    placed: list[_Placed] = []
    behind: list[tuple[int, int]] = []  # (depth, first line) of the sections that follow, nearest last
    for point, depth in reversed(list(levelled)):
        while behind and behind[-1][0] > depth:
            behind.pop()
        stop = behind[-1][1] if behind else end
        placed.append(_Placed(point, depth, max(stop, point.line + 1)))
        begin = point.line
        if point.label.style == ANNEX_STYLE:
            begin = own_end(lines, max(0, point.line - _MOST_SIGNATURE), point.line, listed=listed)
        behind.append((depth, begin))
    return placed[::-1]


def _without_closing(lines: Sequence[Line], levelled: Sequence[tuple[Point, int]], end: int) -> int:
    """The line behind the last item, where paragraphs to everybody follow it (以上实事由…, 各责任单位要…)."""
    if len(levelled) < _FEW or any(word in levelled[-1][0].title for word in FRAME):
        return end
    last = levelled[-1][0].line
    n = end
    looks_ahead = not any(_AHEAD.match(lines[n].text) for n in range(levelled[0][0].line, last))
    while n - 1 > last and (_CLOSING.match(lines[n - 1].text) or (looks_ahead and _AHEAD.match(lines[n - 1].text))):
        n -= 1
    has_text = n - 1 > last or levelled[-1][0].title_end < lines[last].span.end
    return n if has_text else end


def _without_last_words(placed: list[_Placed]) -> list[_Placed]:
    """Where every item is one paragraph, what follows the last one is the document's own closing."""
    items = [one for one in placed if one.depth == 0]
    if len(items) != len(placed) or len(items) <= _FEW:
        return placed
    *earlier, last = placed
    if any(one.end - one.point.line > 1 for one in earlier):
        return placed
    return [*earlier, replace(last, end=last.point.line + 1)]


def _unnumbered(parts: Parts, first: int) -> tuple[Clause, ...]:
    """The items of a text without any label: those that a field names (项目名称：…), or short lines over their text."""
    lines = parts.lines
    end = own_end(lines, first, len(lines), listed=frozenset())
    kinds = (named_items, row_items, crossheads, run_in_heads)
    found = next(filter(None, (kind(lines, first, end) for kind in kinds)), [])
    ends = [point.line for point in found[1:]] + [end]
    placed = (_Placed(point, 0, stop) for point, stop in zip(found, ends, strict=False))
    return tuple(_clause(lines, one, str(n)) for n, one in enumerate(placed, 1))


def _subheads(parts: Parts) -> tuple[Clause, ...]:
    """The unnumbered headings of a press report, each with the text up to the next."""
    lines = parts.lines
    found = list(subheads(lines, parts.body))
    begins = [first for first, _ in found[1:]] + [len(lines)]
    return tuple(
        Clause(
            path=str(n),
            label="",
            title=" ".join(line.text for line in lines[first : last + 1]),
            span=Span(lines[first].span.begin, lines[stop - 1].span.end),
            heading=Span(lines[first].span.begin, lines[last].span.end),
        )
        for n, ((first, last), stop) in enumerate(zip(found, begins[: len(found)], strict=True), 1)
    )
