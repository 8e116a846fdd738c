"""Finds press reports in the lines that no official document holds; part of the documents pass."""

import re
from collections.abc import Sequence

from duixian.compiler.lexicon.noise import PRESS_CUES
from duixian.compiler.page import Line
from duixian.compiler.reading import Document, Kind
from duixian.compiler.titles import could_be_title_line, is_noise, is_record
from duixian.units import Span

_CUE = re.compile("|".join(PRESS_CUES))
# The first words of a report: 本报讯（记者…, 某某网讯：, 某地3月1日电.
PRESS_LEAD = re.compile(r"(?:本报|[一-鿿]{2,10}?[网报社台])(?:[一-鿿]{0,6}\d{1,2}月\d{1,2}日)?(?:讯|电)[：:\s（(]")
_PARAGRAPH = 60
_LONGEST_HEADLINE = 60
# What a newspaper puts behind its last sentence.
_COLOPHON = re.compile(
    r"(?:\s{0,9}[(（【\[][^()（）【】\[\]]{0,40}(?:来源|编辑|记者|责编|审核|校对|通讯员)[^()（）【】\[\]]{0,60}[)）】\]])+\s*$"
)
_TAIL = 200


def read_news(lines: Sequence[Line]) -> list[Document]:
    """The one report that a run of lines holds, from its headline to its last sentence, or nothing."""
    paragraphs = [n for n, line in enumerate(lines) if _is_paragraph(line.text)]
    if not paragraphs or not _is_press(lines, paragraphs):
        return []
    first, last = _headline(lines, paragraphs[0]), _last_paragraph(paragraphs)
    end = lines[last].span.end - _colophon(lines[last].text)
    return [Document(key="", kind=Kind.NEWS, span=Span(lines[first].span.begin, end))]


def _is_paragraph(text: str) -> bool:
    return len(text) >= _PARAGRAPH and "。" in text and not is_noise(text) and not is_record(text)


def _is_press(lines: Sequence[Line], paragraphs: Sequence[int]) -> bool:
    return any(_CUE.search(lines[n].text[:_TAIL]) for n in paragraphs) and any(
        "民生" in lines[n].text for n in paragraphs
    )


def _last_paragraph(paragraphs: Sequence[int]) -> int:
    """The last paragraph of the run; a page's foot after many stray lines is not part of it."""
    last = paragraphs[0]
    for n in paragraphs[1:]:
        if n - last > _MOST_BETWEEN:
            break
        last = n
    return last


_MOST_BETWEEN = 8


def _headline(lines: Sequence[Line], first: int) -> int:
    """The line of the headline above the first paragraph, or that paragraph itself."""
    above = [n for n in range(max(0, first - 6), first) if _may_be_headline(lines[n].text)]
    return above[0] if above else first


def _may_be_headline(text: str) -> bool:
    return len(text) <= _LONGEST_HEADLINE and len(text) >= 5 and could_be_title_line(text)  # noqa: PLR2004


def _colophon(text: str) -> int:
    """How many characters at the end of the last paragraph are the newspaper's remarks."""
    match = _COLOPHON.search(text[-_TAIL:])
    return len(text[-_TAIL:]) - match.start() if match else 0
