"""Finds the totals that the text adds up from parts; reads quantities and clauses, writes sums.

A sum is written down where the parts make the total, and where the wording leaves no doubt that they should: a list
in brackets, a list after 其中 that comes near or goes over, 合计. A list that may be part of more is no claim.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from duixian.compiler.figures.arithmetic import Brackets, Part, add_up, agrees, claim, is_near
from duixian.compiler.figures.cells import read_cells
from duixian.compiler.figures.meant import judged
from duixian.compiler.figures.products import products
from duixian.compiler.figures.ratios import ratios
from duixian.compiler.figures.remainders import remainders
from duixian.compiler.figures.sections import across_clauses, of_sections
from duixian.compiler.figures.sentences import Sentences
from duixian.compiler.figures.states import states
from duixian.compiler.lexicon.units import AGES, RATES, TIMES
from duixian.compiler.page import Page
from duixian.compiler.reading import Comparator, Document, Quantity, Role, Sum

_LIST = re.compile(r"其中|分别为|分别是|具体为|包括|：|:")
_TOTAL_AFTER = re.compile(
    r"(?:合计|总计|共计|共|总量|总数|总共|累计)(?:新增|完成|新建|改造|建成|建设|培训|达到|达|为|有|约|\s)*$"
)
_STOP = re.compile(r"[。！？!?\n]")
_PAUSED = re.compile(r"(?:[，。；、,;：:\n（(]|其中|包括)\s?$")
_OPENS = re.compile(r"[^，。；：、,;:\n（()）]{0,24}[（(]")
_SURELY = re.compile("合计|总计|总量达")
_INDENT = 12
_MOST_PARTS = 60
_MOST_TOTALS = 8
_REACH = 1500
_UNSUMMED = AGES | RATES | TIMES


@dataclass(frozen=True)
class Figures:
    """The quantities of one document that can be added, with where they stand."""

    plain: str
    all: tuple[Quantity, ...]
    begins: tuple[int, ...]
    brackets: Brackets
    sentences: Sentences

    def between(self, begin: int, end: int) -> tuple[Quantity, ...]:
        """The quantities that begin in that stretch, not more than can be the parts of one total."""
        first = bisect_left(self.begins, begin)
        last = bisect_left(self.begins, end, first, min(len(self.begins), first + _MOST_PARTS))
        return self.all[first:last]


def read_sums(page: Page, document: Document) -> Document:
    """The document with the arithmetic it claims, in the order of the totals, each total once for each operation."""
    figures = figures_of(page, document)
    found = [*_bracketed(figures), *_listed(figures), *_totalled(figures)]
    summed = frozenset(span for one in found for span in one.parts)
    found += products(figures.plain, figures.all, figures.sentences, summed=summed)
    found += remainders(figures.plain, figures.all, figures.sentences)
    found += ratios(figures.plain, figures.all, figures.sentences, read_cells(page, document.span))
    found += states(figures.plain, figures.all, figures.sentences)
    known = {one.total for one in found}
    found += [*across_clauses(document.quantities, known), *of_sections(figures.plain, document.quantities, known)]
    once: dict[tuple[int, str], Sum] = {}
    for one in sorted(found, key=lambda item: (item.total, not item.holds)):
        once.setdefault((one.total.begin, "" if one.operation == "product" else "sum"), one)
    return replace(document, sums=tuple(once.values()))


def figures_of(page: Page, document: Document) -> Figures:
    """The document's quantities indexed for adding."""
    return Figures(
        plain=page.unwrapped,
        all=document.quantities,
        begins=tuple(quantity.span.begin for quantity in document.quantities),
        brackets=Brackets(page.unwrapped, document.span),
        sentences=page.sentences_in(document.span),
    )


def _bracketed(figures: Figures) -> Iterator[Sum]:
    """建设5个（甲县2个、乙县3个）中心: the list in the brackets makes the total before them."""
    for total in figures.all:
        opening = _opening_after(figures.plain, total)
        close = figures.brackets.close(opening) if opening >= 0 else -1
        if close < 0 or total.unit in _UNSUMMED:
            continue
        parts = _parts(figures.between(opening, close), total, figures, level=opening)
        inside = figures.plain[opening : opening + 8]
        complete = "其中" not in inside and "含" not in inside[:3] and "包括" not in inside
        yield from judged(figures.plain, total, parts, complete=complete)


def _opening_after(plain: str, total: Quantity) -> int:
    """Where a bracket opens in the phrase that the total stands in, or -1."""
    ahead = _OPENS.match(plain, total.span.end, total.span.end + 25)
    return ahead.end() - 1 if ahead else -1


def _listed(figures: Figures) -> Iterator[Sum]:
    """完成9台，其中甲县3台、乙县6台; a sentence that opens with 其中 lists for the sentence before it."""
    marks = list(_LIST.finditer(figures.plain, *_stretch(figures)))
    for at, mark in enumerate(marks):
        totals = figures.between(_totals_begin(figures, marks, at), mark.start())[-_MOST_TOTALS:]
        if not totals:
            continue
        end = _list_end(figures, mark)
        nested = [m for m in marks[at + 1 : at + 9] if m.start() < end and m.group() == "其中"]
        hidden = [(m.start(), _list_end(figures, m)) for m in nested]
        within = [q for q in figures.between(mark.end(), end) if not _is_hidden(q, hidden)]
        yield from _of_list(figures, mark, totals, within)


def _of_list(
    figures: Figures, mark: re.Match[str], totals: Sequence[Quantity], within: Sequence[Quantity]
) -> Iterator[Sum]:
    """计划45万，已完成47.8万，其中…: a list that makes one of the totals before it was not meant for another."""
    level = figures.brackets.at(mark.start())
    found: list[Sum] = []
    for total in totals:
        if total.unit not in _UNSUMMED and figures.brackets.at(total.span.begin) == level:
            parts = _parts(within, total, figures, level=level)
            found += judged(figures.plain, total, parts, complete=False, strict=mark.group() != "其中")
    for one in found:
        made = any(other.holds and other.operation == "sum" and other.parts == one.parts for other in found)
        if one.holds or not made:
            yield one


def _stretch(figures: Figures) -> tuple[int, int]:
    spans = figures.sentences.spans
    return (spans[0].begin, spans[-1].end) if spans else (0, 0)


def _is_hidden(quantity: Quantity, hidden: Sequence[tuple[int, int]]) -> bool:
    return any(begin <= quantity.span.begin < end for begin, end in hidden)


def _opens_sentence(figures: Figures, mark: re.Match[str]) -> bool:
    begin = figures.sentences.spans[figures.sentences.at(mark.start())].begin
    return mark.start() - begin <= _INDENT and not figures.plain[begin : mark.start()].strip(" “（(")


def _totals_begin(figures: Figures, marks: list[re.Match[str]], at: int) -> int:
    """From the sentence's own beginning, or that of the one before; not from before the last 其中."""
    mark = marks[at]
    index = figures.sentences.at(mark.start())
    back = index - 1 if _opens_sentence(figures, mark) and index else index
    begin = figures.sentences.spans[back].begin
    before = next((m for m in reversed(marks[max(0, at - 4) : at]) if m.group() == "其中"), None)
    return max(begin, before.end()) if before is not None else begin


def _list_end(figures: Figures, mark: re.Match[str]) -> int:
    """A list runs on over ； to the full stop; one that opens a sentence runs to the end of its paragraph."""
    limit = mark.end() + _REACH
    if _opens_sentence(figures, mark):
        end = figures.plain.find("\n", mark.end(), limit)
        return end if end >= 0 else limit
    stop = _STOP.search(figures.plain, mark.end(), limit)
    end = stop.start() if stop else limit
    opening = figures.brackets.at(mark.start())
    close = figures.brackets.close(opening) if opening >= 0 else -1
    return min(end, close) if close >= 0 else end


def _totalled(figures: Figures) -> Iterator[Sum]:
    """在已有5家的基础上再建3家，总量达到8家: the total comes last."""
    for index, total in enumerate(figures.all):
        before = figures.plain[max(0, total.span.begin - 12) : total.span.begin]
        if total.unit in _UNSUMMED or not _TOTAL_AFTER.search(before):
            continue
        sentence = figures.sentences.spans[figures.sentences.at(total.span.begin)]
        told = [q for q in figures.all[max(0, index - 16) : index] if q.span.begin >= sentence.begin]
        parts = _parts(told, total, figures, level=figures.brackets.at(total.span.begin))
        for first in range(len(parts) - 1):
            if agrees(total, add_up(parts[first:])) and total.comparator is Comparator.EQUAL:
                yield claim(total, parts[first:], computed=add_up(parts[first:]), operation="sum")
                break
        else:
            if _SURELY.search(before) and len(parts) > 1 and is_near(total, add_up(parts)):
                yield claim(total, parts, computed=add_up(parts), operation="sum")


def _parts(quantities: Sequence[Quantity], total: Quantity, figures: Figures, *, level: int) -> list[Part]:
    """Those of the total's unit at its own level of brackets; 11个县市各15批次 counts as the product."""
    parts: list[Part] = []
    before: Quantity | None = None
    for quantity in quantities:
        if (
            quantity.unit == total.unit
            and quantity.span != total.span
            and figures.brackets.at(quantity.span.begin) == level
        ):
            part = _part(quantity, before, figures.plain)
            if part and parts and not _goes_on(figures.plain, parts, part):
                break
            parts += [part] if part else []
        before = quantity
    return parts


def _goes_on(plain: str, parts: Sequence[Part], part: Part) -> bool:
    """Whether a part is named as the ones before it are: of 其中完工7个，…，3个小区因… the 3 is no part."""
    return _is_named_before(plain, part) or not all(_is_named_before(plain, one) for one in parts)


def _is_named_before(plain: str, part: Part) -> bool:
    begin = part.quantities[-1].span.begin
    return not _PAUSED.search(plain, max(0, begin - 3), begin)


def _part(quantity: Quantity, before: Quantity | None, plain: str) -> Part | None:
    if quantity.per is None:
        return Part(quantity.value, (quantity,)) if quantity.value_high is None else None
    if before is not None and before.role is Role.SCOPE:
        between = plain[before.span.end : quantity.span.begin]
        if len(between) < 16 and "各" in between:  # noqa: PLR2004 - 个县市各
            return Part(before.value * quantity.value, (before, quantity))
    return None
