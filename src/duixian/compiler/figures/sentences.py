"""Where a position stands: which clause, which sentence, which phrase; the passes after `clauses` share it."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from duixian.compiler.reading import Clause
from duixian.units import Span

# A wrapped line of a PDF goes on in the next; a line that ends in a stop, or is short, does not.
_SENTENCE = re.compile(r"[^。；;！？!?\n|\t]+[。；;！？!?\n|\t]?")


class ClauseFinder:
    """The path of the deepest clause at a position, in logarithmic time; ``""`` outside every clause."""

    def __init__(self, clauses: Sequence[Clause]) -> None:
        self._begins: list[int] = []
        self._paths: list[str] = []
        open_clauses: list[Clause] = []
        for clause in sorted(clauses, key=lambda c: (c.span.begin, -c.span.end, c.path.count("."))):
            self._close(open_clauses, clause.span.begin)
            open_clauses.append(clause)
            self._mark(clause.span.begin, clause.path)
        self._close(open_clauses, None)

    def path_at(self, position: int) -> str:
        """The path, as ``Document.clause_at`` gives it."""
        at = bisect_right(self._begins, position) - 1
        return self._paths[at] if at >= 0 else ""

    def _close(self, open_clauses: list[Clause], before: int | None) -> None:
        while open_clauses and (before is None or open_clauses[-1].span.end <= before):
            ended = open_clauses.pop()
            self._mark(ended.span.end, open_clauses[-1].path if open_clauses else "")

    def _mark(self, begin: int, path: str) -> None:
        if self._begins and self._begins[-1] == begin:
            self._paths[-1] = path
        else:
            self._begins.append(begin)
            self._paths.append(path)


@dataclass(frozen=True, slots=True)
class Sentences:
    """The sentences of a document in order; ``at`` finds the one that holds a position."""

    spans: tuple[Span, ...]
    begins: tuple[int, ...]

    def at(self, position: int) -> int:
        """The index of the sentence that holds the character, or the last one that begins before it."""
        return max(0, bisect_right(self.begins, position) - 1)


def cut_sentences(plain: str, span: Span) -> Sentences:
    """The sentences inside ``span``: cut at 。；！？, at line ends and between cells, the stop included."""
    spans = tuple(Span(*m.span()) for m in _SENTENCE.finditer(plain, span.begin, span.end))
    return Sentences(spans, tuple(s.begin for s in spans))
