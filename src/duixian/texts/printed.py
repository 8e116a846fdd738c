"""Printed lines of fixed pages into paragraphs: what the page's edge broke is joined, page numbers are dropped."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

_PAGE_NUMBER = re.compile(
    r"[-—–－―─·~\s]*(?:第\s*)?\d{1,4}(?:\s*页)?(?:\s*[/／,，]?\s*共?\s*\d{1,4}\s*页?)?[-—–－―─·~\s]*"
)
# What begins a paragraph even at the left edge. Plain figures do not: 5万人 may well begin a broken line.
_LABEL = re.compile(
    r"[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）]|第[一二三四五六七八九十百]{1,4}[章条节]|附件"
)
# A line is full when no further character would fit; punctuation may hang or be squeezed.
_FREE_CHARACTERS = 1.6
_INDENT_CHARACTERS = 1.2
_REPEATED_PAGES = 3


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """One line on a page. Units: those of the page, the same for all three; ``size`` is the height of a character."""

    text: str
    left: float
    right: float
    size: float


Page = Sequence[PrintedLine]


def paragraphs(pages: Sequence[Page]) -> str:
    """The text of the pages, a paragraph a line.

    Shape: a line is joined to the one before it, over the page's end too, when that one is full and this one is
    neither indented nor begins with a clause label; rows of a table, whose cells are parted by tabs, stay apart.
    Page numbers and heads that every page repeats are left out.
    """
    repeated = _repeated_lines(pages)
    lines = [line for page in pages for line in _body(page, repeated)]
    if not lines:
        return ""
    left, right = _edges(lines)
    text = [lines[0].text]
    for before, line in pairwise(lines):
        if _continues(before, line, left=left, right=right):
            text.append(_gap(before.text, line.text) + line.text)
        else:
            text.append("\n" + line.text)
    return "".join(text)


def _body(page: Page, repeated: frozenset[str]) -> Iterator[PrintedLine]:
    lines = [line for line in page if line.text.strip()]
    for number, line in enumerate(lines):
        on_edge = number in {0, len(lines) - 1}
        if on_edge and (_PAGE_NUMBER.fullmatch(line.text) or _shape(line.text) in repeated):
            continue
        yield line


def _repeated_lines(pages: Sequence[Page]) -> frozenset[str]:
    """First and last lines that most pages share, figures aside."""
    edges: Counter[str] = Counter()
    for page in pages:
        lines = [line.text for line in page if line.text.strip()]
        edges.update({_shape(line) for line in (lines[0], lines[-1])} if lines else ())
    least = max(_REPEATED_PAGES, len(pages) // 2 + 1)
    return frozenset(shape for shape, count in edges.items() if count >= least)


def _shape(text: str) -> str:
    return re.sub(r"[\d\s]+", "", text)


def _edges(lines: Sequence[PrintedLine]) -> tuple[float, float]:
    """The left and right edge of the type area: where most lines begin, and where the fullest end."""
    size = median(line.size for line in lines) or 1.0
    begins = Counter(round(line.left / size) for line in lines)
    left = min((at for at, count in begins.items() if count * 10 >= len(lines)), default=0) * size
    ends = sorted(line.right for line in lines)
    return left, ends[int(len(ends) * 0.95) - 1 if len(ends) > 1 else 0]


def _continues(before: PrintedLine, line: PrintedLine, *, left: float, right: float) -> bool:
    full = before.right >= right - _FREE_CHARACTERS * before.size
    indented = line.left > left + _INDENT_CHARACTERS * line.size
    in_table = "\t" in before.text or "\t" in line.text
    same_size = abs(before.size - line.size) <= 0.2 * max(before.size, line.size)
    return full and not indented and not in_table and same_size and _LABEL.match(line.text.lstrip()) is None


def _gap(before: str, after: str) -> str:
    """A blank between two Latin words that a line's end parted; Chinese needs none."""
    return (
        " " if before[-1:].isascii() and before[-1:].isalpha() and after[:1].isascii() and after[:1].isalpha() else ""
    )
