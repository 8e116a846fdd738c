"""Puts labels into levels by the order they come in: the document teaches its own levels, no style has a fixed one."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from duixian.compiler.labels import Label

ANNEX_STYLE = "annex"
HEAD_STYLE = "head"  # a heading without a number, counted by its place


@dataclass(slots=True)
class _Level:
    style: str
    ordinal: int


@dataclass(slots=True)
class Outline:
    """The levels open at one place, and where each style stood before."""

    levels: list[_Level] = field(default_factory=list)
    learnt: dict[str, tuple[int, int]] = field(default_factory=dict)

    def place(self, label: Label) -> int | None:
        """The depth of ``label``, 0 for the top, which it then holds open; None where it is no label here."""
        if label.style == ANNEX_STYLE:
            self.learnt.clear()
            depth: int | None = 0
        else:
            depth = self._depth(label)
        if depth is None:
            return None
        del self.levels[depth:]
        self.levels.append(_Level(label.style, label.ordinal))
        self.learnt[label.style] = (depth, label.ordinal)
        return depth

    def _depth(self, label: Label) -> int | None:
        if label.above:
            return self._under(label)
        own = self._depth_of(label.style)
        if own is not None:
            return self._sibling(own, label)
        if label.ordinal == 1:
            return None if label.loose else len(self.levels)
        if (continued := self._continued(label)) is not None:
            return continued
        if (mixed := self._after_other_style(label)) is not None:
            return mixed
        return len(self.levels) if label.ordinal == 2 and not label.loose else None  # noqa: PLR2004  point 1 runs in

    def _under(self, label: Label) -> int | None:
        """1.2.3 stands below an open 1.2 and is the first there or follows 1.2.2; anything else is a number."""
        count = len(label.above)
        for depth in range(len(self.levels), count - 1, -1):
            parents = self.levels[depth - count : depth]
            is_decimal = parents[-1].style.startswith("decimal")
            if tuple(level.ordinal for level in parents) == label.above and is_decimal == (count > 1):
                before = self.levels[depth : depth + 1]
                last = before[0].ordinal if before and before[0].style == label.style else 0
                return depth if label.ordinal == last + 1 else None
        return None

    def _depth_of(self, style: str) -> int | None:
        return next((n for n in range(len(self.levels) - 1, -1, -1) if self.levels[n].style == style), None)

    def _sibling(self, depth: int, label: Label) -> int | None:
        """The same style again: the next in order, or a document's own slip in counting."""
        last = self.levels[depth].ordinal
        if label.ordinal == last + 1:
            return depth
        # 第三条 behind 第七条, 5.3万 behind 2.: words at the beginning of a broken line, not labels.
        if label.loose or (label.style.startswith("第") and label.ordinal <= last):
            return None
        other = self._after_other_style(label)
        return depth if other is None or label.ordinal > last else other

    def _continued(self, label: Label) -> int | None:
        """Articles count on through chapters, and some plans' measures through their parts."""
        depth, last = self.learnt.get(label.style, (0, 0))
        return depth if last and label.ordinal == last + 1 and depth <= len(self.levels) else None

    def _after_other_style(self, label: Label) -> int | None:
        """1、 and then 二、: the author changed the style, the count goes on."""
        if label.loose:
            return None
        before = label.ordinal - 1
        return next((n for n in range(len(self.levels) - 1, -1, -1) if self.levels[n].ordinal == before), None)


def depths(labels: Sequence[Label]) -> Iterator[int | None]:
    """The depth of each label in order, None for those that are none."""
    outline = Outline()
    for label in labels:
        yield outline.place(label)


def paths(levels: Iterable[int], *, prefix: str = "") -> Iterator[str]:
    """The path of each heading, counted from 1 at each level.

    >>> list(paths([0, 1, 1, 0, 1]))
    ['1', '1.1', '1.2', '2', '2.1']
    """
    counts: list[int] = []
    for level in levels:
        depth = min(level, len(counts))
        del counts[depth + 1 :]
        if depth == len(counts):
            counts.append(0)
        counts[depth] += 1
        yield prefix + ".".join(map(str, counts))
