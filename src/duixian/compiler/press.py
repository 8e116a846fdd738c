"""Finds press reports in the lines that no official document holds."""

import re
from collections.abc import Iterator, Sequence

from duixian.compiler.dates import DAY
from duixian.compiler.lexicon.noise import PAPERS, PRESS_CUES
from duixian.compiler.page import Line
from duixian.compiler.reading import Document, Kind
from duixian.compiler.titles import could_be_title_line, is_noise, is_record
from duixian.units import Span

_CUE = re.compile("|".join(PRESS_CUES))
_THEME = re.compile("民生|实事|惠民|为民|利民")
# The first words of a report: 本报讯（记者…, 某某网讯：, 某地3月1日电.
PRESS_LEAD = re.compile(
    r"(?:本[报网台]|[一-鿿]{2,10}?(?:[网报社台]|融媒(?:体中心|体)?))(?:[一-鿿]{0,6}\d{1,2}月\d{1,2}日)?"
    r"(?:讯|电|消息)[：:\s（(]"
)
_PAPER = re.compile(rf"[一-鿿]{{2,8}}?(?:{'|'.join(PAPERS)})")
_NEWSPAPER = re.compile("记者|通讯员|[日晚早晨时商周]报|都市报|电视台|融媒|新闻网|通讯社")
_BY = re.compile("记者|通讯员|来源|编辑|作者|供稿")
_PARAGRAPH, _SHORT_PARAGRAPH = 60, 10
_LONGEST_HEADLINE, _SHORTEST_HEADLINE = 60, 5
_MOST_BETWEEN, _ABOVE = 8, 6
# What a newspaper puts behind its last sentence.
_COLOPHON = re.compile(
    r"(?:\s{0,9}[(（【\[][^()（）【】\[\]]{0,40}(?:来源|编辑|记者|责编|审核|校对|通讯员)[^()（）【】\[\]]{0,60}[)）】\]])+\s*$"
)
_TAIL = 200


def read_news(lines: Sequence[Line]) -> list[Document]:
    """The reports on livelihoods that a run of lines holds, each from its headline to its last sentence."""
    runs = list(_runs(lines))
    floors = [0, *(run[-1] + 1 for run in runs)]
    return [
        _report(lines, run, floor=floor)
        for run, floor in zip(runs, floors, strict=False)
        if _is_press(lines, run) and _is_on_livelihoods(lines, run, floor=floor)
    ]


def read_lone_report(lines: Sequence[Line]) -> list[Document]:
    """The report that a page without any official document is, whatever it is about, or nothing."""
    runs = list(_runs(lines))
    return [_report(lines, run, floor=0) for run in runs[:1] if _is_press(lines, run)]


def is_byline(text: str) -> bool:
    """Whether the line names a report's day, paper or author and says nothing else."""
    if len(text) > _LONGEST_HEADLINE or "。" in text:
        return False
    return is_record(text) or bool(DAY.search(text) and (_BY.search(text) or _PAPER.search(text)))


def begins_report(lines: Sequence[Line], first: int) -> bool:
    """Whether a report's own first words stand on one of the two lines from ``first``."""
    return any(
        PRESS_LEAD.match(line.text) or ("记者" in line.text and is_byline(line.text))
        for line in lines[first : first + 2]
    )


def _runs(lines: Sequence[Line]) -> Iterator[list[int]]:
    """The paragraphs of one report after another: a foot, many stray lines or a new report's byline part them."""
    run: list[int] = []
    for n, line in enumerate(lines):
        if run and (n - run[-1] > _MOST_BETWEEN or is_noise(line.text) or begins_report(lines, n)):
            yield run
            run = []
        if _is_paragraph(line.text, goes_on=bool(run)) or PRESS_LEAD.match(line.text):
            run.append(n)
    if run:
        yield run


def _is_paragraph(text: str, *, goes_on: bool) -> bool:
    fewest = _SHORT_PARAGRAPH if goes_on else _PARAGRAPH
    return len(text) >= fewest and "。" in text and not is_noise(text) and not is_record(text)


def _is_press(lines: Sequence[Line], run: Sequence[int]) -> bool:
    if any(_CUE.search(lines[n].text[:_TAIL]) for n in run):
        return True
    above = lines[max(0, run[0] - _ABOVE) : run[0]]
    return any(is_byline(line.text) and _NEWSPAPER.search(line.text) for line in above)


def _is_on_livelihoods(lines: Sequence[Line], run: Sequence[int], *, floor: int) -> bool:
    return any(_THEME.search(lines[n].text) for n in (_headline(lines, run[0], floor=floor), *run))


def _report(lines: Sequence[Line], run: Sequence[int], *, floor: int) -> Document:
    first, last = lines[_headline(lines, run[0], floor=floor)], lines[run[-1]]
    return Document(key="", kind=Kind.NEWS, span=Span(first.span.begin, last.span.end - _colophon(last.text)))


def _headline(lines: Sequence[Line], first: int, *, floor: int) -> int:
    """The line of the headline above the first paragraph, or that paragraph itself; none above ``floor``.

    Shape: ``floor`` is the line behind the report before, whose last words are nobody else's headline.
    """
    top = max(floor, first - _ABOVE)
    by = [n for n in range(top, first) if is_byline(lines[n].text)]
    if by:
        above = [n for n in range(max(floor, by[0] - 2), by[0]) if _may_be_headline(lines[n].text)]
        return _first_of_two(lines, above) if above else first
    above = [n for n in range(top, first) if _may_be_headline(lines[n].text)]
    return above[0] if above else first


def _first_of_two(lines: Sequence[Line], above: Sequence[int]) -> int:
    """A line that begins with a dash is the lower half of a headline."""
    *upper, last = above
    return upper[-1] if upper and lines[last].text.startswith(("—", "-", "―")) else last


def _may_be_headline(text: str) -> bool:
    return _SHORTEST_HEADLINE <= len(text) <= _LONGEST_HEADLINE and could_be_title_line(text)


def _colophon(text: str) -> int:
    """How many characters at the end of the last paragraph are the newspaper's remarks."""
    match = _COLOPHON.search(text[-_TAIL:])
    return len(text[-_TAIL:]) - match.start() if match else 0
