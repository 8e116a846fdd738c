"""The parts of one document: its title, the notice's own text, the plan that the notice issues."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from duixian.compiler.dates import read_day_line
from duixian.compiler.fields import is_name_alone
from duixian.compiler.labels import ANNEX, is_annex_heading, read_label
from duixian.compiler.lexicon.titles import PLAN_ENDS
from duixian.compiler.page import Line, Page
from duixian.compiler.reading import Document, Kind
from duixian.compiler.signatures import day_with_signature
from duixian.compiler.titles import TitleBlock, clean_title, could_be_title_line, in_letterhead, title_at

_CARRIES = re.compile("印发|转发|下发|公布|发布|附件")
_MOST_HEAD = 6
# 关于印发任务清单和续办清单的通知, 关于印发《…方案》《…办法》的通知
_SEVERAL = re.compile(rf"印发.{{2,60}}(?:{'|'.join(PLAN_ENDS)})》?(?:和|及|与|以及|、|《)")
# The lower half of a headline.
_DASHED = re.compile("[—―－-]{1,3}[一-鿿“]")


@dataclass(frozen=True, slots=True)
class Parts:
    """``lines`` are all lines of the document; the other fields count in them.

    ``body`` is the first line below the title; ``signed`` the line with the day under the signature, or None;
    ``attached`` the title of the plan inside a notice, ``plan`` the first line below it (or 0 where no plan is inside).
    """

    lines: tuple[Line, ...]
    title: TitleBlock | None
    body: int
    signed: int | None
    attached: TitleBlock | None
    plan: int


def parts_of(page: Page, document: Document) -> Parts:
    """The parts of ``document``, a press report's title included."""
    lines = page.lines_in(document.span)
    title = _headline(lines) if document.kind is Kind.NEWS else _title(lines)
    body = title.last + 1 if title else 0
    attached = _attached(lines, body, title)
    # A notice that is not signed itself may be signed behind its plan.
    above = _signed(lines, body, attached.first if attached else len(lines))
    signed = _signed(lines, attached.last, len(lines)) if attached and above is None else above
    plan = attached.last + 1 if attached else _first_annex(lines, title) or _plan_below(lines, title, signed)
    return Parts(lines, title, body, signed, attached, plan)


def _title(lines: Sequence[Line]) -> TitleBlock | None:
    first = next((n for n, line in enumerate(lines[:_MOST_HEAD]) if not in_letterhead(line.text)), None)
    if first is None:
        return None
    if block := title_at(lines, first):
        return block
    if len(lines) == first + 1 or not could_be_title_line(lines[first].text):
        return None
    return TitleBlock(first, first, clean_title(lines[first].text), notice=False)


def _headline(lines: Sequence[Line]) -> TitleBlock | None:
    if len(lines) < 2 or not could_be_title_line(lines[0].text) or "。" in lines[0].text:  # noqa: PLR2004
        return None
    last = 1 if _DASHED.match(lines[1].text) and could_be_title_line(lines[1].text) and len(lines) > 2 else 0  # noqa: PLR2004
    text = "".join(" ".join(line.text.split()) for line in lines[: last + 1])
    return TitleBlock(0, last, text, notice=False)


def _attached(lines: Sequence[Line], body: int, title: TitleBlock | None) -> TitleBlock | None:
    """The title of the plan that a notice carries: by its own word (印发), or as its only annex."""
    if title is not None and not title.notice:
        return None
    if _first_annex(lines, title):
        return None
    carries = title is None or _CARRIES.search(title.text) or _annexes(lines, body) == 1
    return _first_title(lines, body) if carries else None


def _first_annex(lines: Sequence[Line], title: TitleBlock | None) -> int:
    """Where a notice that issues several plans at once has the first of them, as its annex; else 0."""
    if not (title and title.notice and _SEVERAL.search(title.text)):
        return 0
    marks = [n for n in range(title.last + 1, len(lines)) if is_annex_heading(lines[n].text)]
    return marks[0] if len(marks) > 1 else 0


def _annexes(lines: Sequence[Line], body: int) -> int:
    return sum(is_annex_heading(line.text) for line in lines[body:])


def _first_title(lines: Sequence[Line], body: int) -> TitleBlock | None:
    has_text = False
    for n in range(body, len(lines)):
        text = lines[n].text
        if has_text and not _follows_colon(lines, n) and (block := title_at(lines, n)):
            return block
        has_text = has_text or "。" in text or text[-1] in "：:"
    return None


def _follows_colon(lines: Sequence[Line], n: int) -> bool:
    """A line below 附件： or 如下： is an item of that list, unless it is an annex's own mark."""
    above = lines[n - 1].text
    return bool(ANNEX.match(above[:4]) and above[-1] in "：:")


def _signed(lines: Sequence[Line], body: int, end: int) -> int | None:
    """The last line with nothing but the signature's day, or body and day, before line ``end``."""
    for n in range(end - 1, body, -1):
        is_day = read_day_line(lines[n].text) and not is_name_alone(lines[n - 1].text)
        if is_day or day_with_signature(lines[n].text):
            return n
    return None


def _plan_below(lines: Sequence[Line], title: TitleBlock | None, signed: int | None) -> int:
    """Where the plan begins that stands below the signature without a title of its own: at its first label."""
    if signed is None or not (title and _CARRIES.search(title.text)):
        return 0
    for n in range(signed + 1, min(signed + 4, len(lines))):
        label = read_label(lines[n].text)
        if label and not label.loose and label.ordinal == 1:
            return n
    return 0
