"""A source text prepared once for all passes: folded character by character, cut into lines."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property

from duixian.units import Span

# Full-width forms fold to ASCII so that rules are written once. The Chinese marks ，。：；（） stay as they are
# except where a document itself mixes both widths: passes accept either.
_FOLD = {code: code - 0xFEE0 for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))}
_FOLD |= {ord("％"): ord("%"), ord("．"): ord("."), ord("\u3000"): ord(" "), ord("\xa0"): ord(" ")}


@dataclass(frozen=True, slots=True)
class Line:
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
        """The text with full-width letters, digits and blanks folded, one character for one."""
        return self.text.translate(_FOLD)

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The lines that hold something, in order."""
        found, at = [], 0
        for raw in self.plain.split("\n"):
            stripped = raw.strip()
            if stripped:
                begin = at + raw.index(stripped)
                found.append(Line(Span(begin, begin + len(stripped)), stripped))
            at += len(raw) + 1
        return tuple(found)

    def lines_in(self, span: Span) -> tuple[Line, ...]:
        """The lines that ``span`` holds, cut to it where it begins or ends within one."""
        first = bisect_right(self.lines, span.begin, key=lambda line: line.span.end)
        last = bisect_left(self.lines, span.end, key=lambda line: line.span.begin)
        return tuple(self._cut(line, span) for line in self.lines[first:last])

    def lines_before(self, position: int, *, count: int) -> tuple[Line, ...]:
        """The last ``count`` lines that end before the character ``position``, in order."""
        last = bisect_right(self.lines, position, key=lambda line: line.span.end)
        return self.lines[max(0, last - count) : last]

    def _cut(self, line: Line, span: Span) -> Line:
        if span.holds(line.span):
            return line
        cut = Span(max(line.span.begin, span.begin), min(line.span.end, span.end))
        return Line(cut, cut.of(self.plain))
