"""Cuts a source text into its official documents and press reports; reads the page, writes document spans."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from duixian.compiler.dates import DAY, read_day_line
from duixian.compiler.fields import begins_field, duty_of, is_name_alone
from duixian.compiler.fused_rows import is_fused_head, row_label
from duixian.compiler.labels import ANNEX, is_annex_heading, read_label
from duixian.compiler.lexicon.columns import ORDINAL_COLUMNS
from duixian.compiler.lexicon.organs import SIGNING_ENDS
from duixian.compiler.lexicon.posts import POST_ENDS
from duixian.compiler.page import Line, Page
from duixian.compiler.press import PRESS_LEAD, begins_report, read_lone_report, read_news
from duixian.compiler.reading import Document, Kind
from duixian.compiler.tables import is_blank_head
from duixian.compiler.titles import (
    TitleBlock,
    could_be_title_line,
    first_of_letterhead,
    is_noise,
    is_record,
    title_at,
)
from duixian.units import Span

_PROSE = 25  # characters from which a line with a full stop is a sentence of the text
_NEAR = 14  # lines within which a title's own text must begin
_MOST_STRAY = 4  # short lines in a row that belong to nothing: the portal has begun
_MOST_CELLS = 12  # short cells of a table in a row that are no bodies, days or sentences
_FEWEST_BARS = 3
_CARRIES = re.compile("印发|转发|下发|附件")
_NOTICE = re.compile("关于|印发|公布|转发")
_SENTENCE_END = "。；：;:）)”》】…"
_OWN_WORDS = re.compile(
    r"^(?:附\s*件|联\s*系|抄\s*送|主\s*送|电\s*话|邮\s*箱|地\s*址|传\s*真|签发|印发|特此|此件|[（(]此件)|(?:单位|领导|部门|责任人|时限|时间)\s*[:：|]"
    r"|\||\t"
)
_COMMA = re.compile("[，,；;、]")
_MANY_COMMAS = 2  # in one line; a headline seldom has more than one
_TABLE_NOTE = re.compile(r"(?:备注|说明|注)\s{0,2}[:：]")
_ROW = re.compile(r"\d{1,3}\s+\S")
_LIMIT = re.compile(r"(?:20\d\d年)?\d{1,2}月[^。]{0,8}$|全年|长期|年底")
_POST = re.compile(rf"(?:{'|'.join(POST_ENDS)})$")
_SEAT = re.compile(r"[一-鿿\s]{1,12}[:：].")
_SIGNING = re.compile(rf"(?:{'|'.join(SIGNING_ENDS)})[）)]?$")


@dataclass(frozen=True, slots=True)
class _Extent:
    """Lines ``first`` to ``last`` (inclusive) of the page make one document."""

    first: int
    last: int


def read_documents(page: Page) -> tuple[Document, ...]:
    """The documents of the page in order, their spans disjoint."""
    lines = page.lines
    official = list(_official(lines))
    found = [Document(key="", kind=Kind.NOTICE, span=_span(lines, extent)) for extent in official]
    for gap in _gaps(official, len(lines)):
        found += read_news(lines[gap.first : gap.last + 1])
    found = found or read_lone_report(lines)
    return tuple(sorted(found, key=lambda document: document.span)) or _untitled(lines)


def _span(lines: Sequence[Line], extent: _Extent) -> Span:
    return Span(lines[extent.first].span.begin, lines[extent.last].span.end)


def _gaps(extents: Sequence[_Extent], count: int) -> Iterator[_Extent]:
    """The runs of lines that no document holds."""
    at = 0
    for extent in (*extents, _Extent(count, count)):
        if extent.first > at:
            yield _Extent(at, extent.first - 1)
        at = extent.last + 1


def _untitled(lines: Sequence[Line]) -> tuple[Document, ...]:
    """A text without any title still is one document where it holds a sentence or a label."""
    own = [n for n, line in enumerate(lines) if _is_text(line.text)]
    if not own:
        return ()
    # A row of bars is a table's beginning, though nothing of the document's own may follow.
    extent = _Extent(_heading_above(lines, own[0]), max(own[0], _last_own(lines, own[0], len(lines))))
    return (Document(key="", kind=Kind.NOTICE, span=_span(lines, extent)),)


def _heading_above(lines: Sequence[Line], first: int) -> int:
    return first - 1 if first and could_be_title_line(lines[first - 1].text) else first


def is_prose(text: str) -> bool:
    """Whether the line is running text."""
    return len(text) >= _PROSE and ("。" in text or text[-1] in _SENTENCE_END) and not is_noise(text)


def _is_text(text: str) -> bool:
    """Whether the line shows that a document's text has begun: a sentence, a label, a table."""
    return (
        is_prose(text)
        or _is_labelled(text)
        or _is_head_of_table(text)
        or text.count("|") >= _FEWEST_BARS
        or (begins_field(text) and not is_noise(text))
    )


def _is_head_of_table(text: str) -> bool:
    """Whether the line is a table's head, or the name of one of its columns."""
    return text in ORDINAL_COLUMNS or is_blank_head(text) or is_fused_head(text) or duty_of(text) is not None


def _is_labelled(text: str) -> bool:
    label = read_label(text)
    return label is not None and not label.loose


def _official(lines: Sequence[Line]) -> Iterator[_Extent]:
    starts = list(_starts(lines))
    for n, start in enumerate(starts):
        end = first_of_letterhead(lines, starts[n + 1].first) if n + 1 < len(starts) else len(lines)
        yield _Extent(first_of_letterhead(lines, start.first), _last_own(lines, start.last + 1, end))


@dataclass(slots=True)
class _Open:
    """The document that the walk over the lines is in."""

    block: TitleBlock
    has_text: bool = False
    is_signed: bool = False
    awaits_plan: bool = False


def _starts(lines: Sequence[Line]) -> Iterator[TitleBlock]:
    """The titles that begin a document: not those of plans inside a notice, annexes, lists of links."""
    current: _Open | None = None
    n = 0
    while n < len(lines):
        block = title_at(lines, n)
        if block is None:
            if current:
                _note(current, lines[n].text)
            n += 1
            continue
        if _begins(block, current, lines):
            if current and current.has_text:
                yield current.block
            current = _Open(block, awaits_plan=bool(block.notice and _CARRIES.search(block.text)))
        elif current:
            current.awaits_plan = current.awaits_plan and not current.has_text
        n = block.last + 1
    if current:
        yield current.block


def _note(current: _Open, text: str) -> None:
    if read_day_line(text):
        current.is_signed = current.is_signed or current.has_text
    elif ANNEX.match(text):
        current.awaits_plan = current.awaits_plan or not current.is_signed
    current.has_text = current.has_text or _is_text(text)


def _begins(block: TitleBlock, current: _Open | None, lines: Sequence[Line]) -> bool:
    if current and block.first and is_annex_heading(lines[block.first - 1].text):
        return False
    if not _has_text_below(lines, block.last + 1) or begins_report(lines, block.last + 1):
        return False
    if block.notice:
        return True
    if current is None or not current.has_text:
        return block.stands_alone and not (current and current.block.notice)
    return not current.awaits_plan and block.stands_alone and (current.is_signed or "实事" in block.text)


def _has_text_below(lines: Sequence[Line], first: int) -> bool:
    """Whether running text, a salutation or a label comes before the next notice's title."""
    for n in range(first, min(first + _NEAR, len(lines))):
        text = lines[n].text
        if _is_text(text) or (text[-1] in "：:" and not is_record(text)):
            return True
        if _NOTICE.search(text) and (block := title_at(lines, n)) and block.notice:
            return False
    return False


def _last_own(lines: Sequence[Line], first: int, end: int) -> int:
    """The last line of the document whose text begins on line ``first`` and ends before line ``end``."""
    last, has_text, in_table, stray, n = first - 1, False, False, 0, first
    while n < end:
        text = lines[n].text
        in_table = in_table or _is_head_of_table(text)
        if has_text and (
            is_noise(text) or PRESS_LEAD.match(text) or stray >= (_MOST_CELLS if in_table else _MOST_STRAY)
        ):
            break
        has_text = has_text or _is_text(text)
        if (
            _is_own(text)
            or (n > first and lines[n - 1].text.isdecimal())
            or (in_table and (_ROW.match(text) or row_label(text)))
        ):
            last, stray = n, 0
        elif _is_wrapped(text):
            # One that stands apart from the text may be a link: what follows it tells.
            apart = last < n - 1 and not (n + 1 < end and _is_wrapped(lines[n + 1].text))
            last, stray = (last, stray) if apart else (n, 0)
        elif last == n - 1 and n > first and _is_wrapped(lines[n - 1].text) and len(text) < len(lines[n - 1].text):
            last = n  # the last line of a paragraph without a stop
        else:
            stray += 1
        if has_text and not (in_table and _row_follows(lines, n, end)) and _closes(lines, n, end):
            return n
        n += 1
    return max(last, first - 1)


def _row_follows(lines: Sequence[Line], n: int, end: int) -> bool:
    """Whether line ``n`` is a table's: a row's number follows, its head once more, a note, or the signature itself."""
    if n + 1 >= end:
        return False
    text = lines[n + 1].text
    if n + 2 < end and _SIGNING.search(text[-12:]) and read_day_line(lines[n + 2].text):
        return True
    return text.isdecimal() or text in ORDINAL_COLUMNS or bool(_TABLE_NOTE.match(text))


def _is_own(text: str) -> bool:
    return bool(
        text[-1] in _SENTENCE_END
        or _is_labelled(text)
        or _SIGNING.search(text[-12:])
        or _OWN_WORDS.search(text[:_PROSE])
        or DAY.search(text[:_PROSE])
        or _POST.search(text[-12:])
        or _SEAT.match(text)
        or begins_field(text)
        or text.isdecimal()
        or _LIMIT.match(text)
        or is_prose(text)
    )


def _is_wrapped(text: str) -> bool:
    """Whether the line is one of a broken paragraph: full, with more commas than a portal's link has, and no day."""
    return (
        len(text) >= _PROSE
        and len(_COMMA.findall(text)) >= _MANY_COMMAS
        and not DAY.search(text[-_PROSE:])
        and not is_noise(text)
    )


def _closes(lines: Sequence[Line], n: int, end: int) -> bool:
    """Whether line ``n`` is the day under the signature and no plan, annex or remark follows."""
    if not _is_signing_day(lines, n):
        return False
    return n + 1 >= end or not _goes_on(lines, n + 1)


def _is_signing_day(lines: Sequence[Line], n: int) -> bool:
    text = lines[n].text
    if read_day_line(text):
        # 完成时限： / 2024年9月30日: a field's value on a line of its own.
        return not (n and is_name_alone(lines[n - 1].text))
    day = DAY.search(text[-24:]) if len(text) <= 60 else None  # noqa: PLR2004  body and day on one line
    return bool(
        day and day.end() == len(text[-24:]) and _SIGNING.search(text[: len(text) - 24 + day.start()].rstrip() or " ")
    )


def _goes_on(lines: Sequence[Line], n: int) -> bool:
    text = lines[n].text
    if is_noise(text):
        return False
    if _OWN_WORDS.match(text) or ANNEX.match(text) or _is_labelled(text) or title_at(lines, n):
        return True
    return any(_is_labelled(line.text) for line in lines[n + 1 : n + 3])
