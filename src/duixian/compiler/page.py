"""A source text prepared once for all passes: folded character by character, cut into lines."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from duixian.compiler.figures.sentences import Sentences, cut_sentences
from duixian.compiler.figures.wrapped import unwrapped
from duixian.compiler.page_marks import hide_page_marks
from duixian.compiler.script import fold, other_script
from duixian.units import Span

# A text whose line breaks have become blanks: a heading, a field or the opening words begin behind one.
_FLATTENED = 150
_N = "[一二三四五六七八九十]{1,3}"
_OPENING = "为(?:深入|切实|全面|进一步|贯彻|加快|推动|认真|扎实|了)"
_SOFT_BREAK = re.compile(
    r"(?=[ \t])"
    rf"(?:(?<![ \t])[ \t]+(?=(?:{_N}、|[（(]{_N}[）)]|第{_N}[章条]\s|{_OPENING}))"
    r"|(?<=[。；;])[ \t]+(?=\d{1,2}[.、][^\d]))"
)


def _pieces(raw: str) -> Iterator[tuple[str, int]]:
    """The lines that a whole text run together once was, with their offsets."""
    begin = 0
    for match in _SOFT_BREAK.finditer(raw):
        yield raw[begin : match.start()], begin
        begin = match.end()
    yield raw[begin:], begin


class Line(NamedTuple):
    """One line without surrounding blanks; ``span`` is where its first and last character stand."""

    span: Span
    text: str


@dataclass(frozen=True)
class Page:
    """``text`` is the decoded source; ``plain`` has the same length, so every span holds in both."""

    name: str
    text: str

    @cached_property
    def plain(self) -> str:
        """The text in one width and in simplified script, one character for one, page marks blanked out."""
        return hide_page_marks(fold(self.text, script=self._script))

    @cached_property
    def unwrapped(self) -> str:
        """``plain`` with each line end inside a sentence turned into a blank, for the passes that read figures."""
        return unwrapped(self.plain)

    def sentences_in(self, span: Span) -> Sentences:
        """The sentences inside ``span`` of ``unwrapped``; the same ones each time."""
        if span not in self._sentences:
            self._sentences[span] = cut_sentences(self.unwrapped, span)
        return self._sentences[span]

    @cached_property
    def _sentences(self) -> dict[Span, Sentences]:
        return {}

    @cached_property
    def is_respelt(self) -> bool:
        """Whether the text is written in another script than ``plain``."""
        return bool(self._script)

    @cached_property
    def _script(self) -> dict[int, int]:
        return other_script(self.text)

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The lines that hold something, in order."""
        found, at = [], 0
        for raw in self.plain.split("\n"):
            for piece, offset in _pieces(raw) if len(raw) > _FLATTENED else ((raw, 0),):
                if stripped := piece.strip():
                    begin = at + offset + piece.index(stripped)
                    found.append(Line(Span(begin, begin + len(stripped)), stripped))
            at += len(raw) + 1
        return tuple(found)

    def lines_in(self, span: Span) -> tuple[Line, ...]:
        """The lines that ``span`` holds, cut to it where it begins or ends within one."""
        first = bisect_right(self.lines, span.begin, key=lambda line: line.span.end)
        last = bisect_left(self.lines, span.end, key=lambda line: line.span.begin)
        found = self.lines[first:last]
        if not found or (span.begin <= found[0].span.begin and found[-1].span.end <= span.end):
            return found
        return tuple(self._cut(line, span) for line in found)

    def lines_before(self, position: int, *, count: int) -> tuple[Line, ...]:
        """The last ``count`` lines that end before the character ``position``, in order."""
        last = bisect_right(self.lines, position, key=lambda line: line.span.end)
        return self.lines[max(0, last - count) : last]

    def _cut(self, line: Line, span: Span) -> Line:
        if span.holds(line.span):
            return line
        cut = Span(max(line.span.begin, span.begin), min(line.span.end, span.end))
        return Line(cut, cut.of(self.plain))
