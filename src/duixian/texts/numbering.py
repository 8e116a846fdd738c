"""Automatic numbering of Word paragraphs, rendered as the labels that Word shows."""

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from docx.document import Document
from docx.oxml.ns import qn

from duixian.texts.numerals import write_number

_VALUE, _LEVEL_ID, _NUM_ID = qn("w:val"), qn("w:ilvl"), qn("w:numId")
_PLACEHOLDER = re.compile(r"%([1-9])")
_DEEPEST = 8
# A style may be based on another and so on; a chain longer than this is a circle.
_LONGEST_CHAIN = 20


@dataclass(frozen=True, slots=True)
class _Level:
    start: int
    number_format: str
    pattern: str
    always_arabic: bool = False


@dataclass(frozen=True, slots=True)
class _List:
    """One w:num: the abstract list it counts in, its levels, and the levels that it starts anew."""

    abstract: str
    levels: dict[int, _Level]
    restarts: dict[int, int]


@dataclass
class Numbering:
    """Counts paragraph by paragraph, in document order."""

    lists: dict[str, _List]
    styles: dict[str, tuple[str, int]]
    default_style: str | None = None
    _counters: dict[str, dict[int, int]] = field(default_factory=lambda: defaultdict(dict))
    _begun: set[tuple[str, int]] = field(default_factory=set)

    def label(self, paragraph: Any) -> str:
        """The label that Word puts before the paragraph, or ``""``; bullets are no labels.

        Time: each call counts on, so every paragraph must be asked once, in order.
        """
        number, depth = self._number_and_depth(paragraph)
        one = self.lists.get(number or "")
        if one is None or depth not in one.levels:
            return ""
        counters = self._counters[one.abstract]
        self._count(number or "", one, depth, counters)
        return _rendered(one.levels, depth, counters)

    def _number_and_depth(self, paragraph: Any) -> tuple[str | None, int]:
        """What the paragraph says itself goes before what its style says; number 0 takes a style's number away."""
        style_node = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        style = style_node.get(_VALUE) if style_node is not None else self.default_style
        of_style = self.styles.get(style or "")
        properties = paragraph.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
        if properties is None:
            return of_style or (None, 0)
        number = _value(properties, _NUM_ID) or (of_style[0] if of_style else None)
        return number, _as_int(_value(properties, _LEVEL_ID), default=of_style[1] if of_style else 0)

    def _count(self, number: str, one: _List, depth: int, counters: dict[int, int]) -> None:
        if depth in one.restarts and (number, depth) not in self._begun:
            counters[depth] = one.restarts[depth]
        else:
            counters[depth] = counters.get(depth, one.levels[depth].start - 1) + 1
        self._begun.add((number, depth))
        for deeper in [level for level in counters if level > depth]:
            del counters[deeper]


def _rendered(levels: dict[int, _Level], depth: int, counters: dict[int, int]) -> str:
    level = levels[depth]
    if level.number_format in {"bullet", "none"}:
        return ""

    def shown(match: re.Match[str]) -> str:
        at = int(match[1]) - 1
        other = levels.get(at, level)
        written = "decimal" if level.always_arabic else other.number_format
        return write_number(counters.get(at, other.start), written)

    label = _PLACEHOLDER.sub(shown, level.pattern)
    # 1.加强 as typed by hand; a bare 1 would run into the text's own figures.
    return f"{label} " if label[-1:].isalnum() else label


def numbering_of(document: Document) -> Numbering:
    """The lists and numbered styles of a document."""
    part = document.part
    try:
        root: Any = part.numbering_part.element
    except (KeyError, NotImplementedError):  # a document without lists has no such part, python-docx cannot make one
        return Numbering({}, {})
    abstracts = {node.get(qn("w:abstractNumId")): node for node in root.iterchildren(qn("w:abstractNum"))}
    lists = {node.get(_NUM_ID): _list(node, abstracts) for node in root.iterchildren(qn("w:num"))}
    styles = document.styles.element
    return Numbering(lists, _numbered_styles(styles), _default_style(styles))


def _list(node: Any, abstracts: dict[str, Any]) -> _List:
    abstract = _value(node, qn("w:abstractNumId")) or ""
    levels = _levels(abstracts.get(abstract))
    restarts = {}
    for override in node.iterchildren(qn("w:lvlOverride")):
        depth = _as_int(override.get(_LEVEL_ID), default=0)
        levels |= _levels(override)
        start = _value(override, qn("w:startOverride"))
        if start is not None:
            restarts[depth] = _as_int(start, default=1)
    return _List(abstract, levels, restarts)


def _levels(parent: Any) -> dict[int, _Level]:
    if parent is None:
        return {}
    return {
        _as_int(node.get(_LEVEL_ID), default=0): _Level(
            start=_as_int(_value(node, qn("w:start")), default=0),
            number_format=_value(node, qn("w:numFmt")) or "decimal",
            pattern=_value(node, qn("w:lvlText")) or "",
            always_arabic=node.find(qn("w:isLgl")) is not None,
        )
        for node in parent.iterchildren(qn("w:lvl"))
    }


def _numbered_styles(root: Any) -> dict[str, tuple[str, int]]:
    """The number and level of each style that has one, its own or that of the style it is based on."""
    nodes = {node.get(qn("w:styleId")): node for node in root.iterchildren(qn("w:style"))}
    found = {}
    for name, node in nodes.items():
        current = node
        for _ in range(_LONGEST_CHAIN):
            properties = current.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
            if properties is not None:
                number = _value(properties, _NUM_ID)
                if number:
                    found[name] = number, _as_int(_value(properties, _LEVEL_ID), default=0)
                break
            current = nodes.get(_value(current, qn("w:basedOn")) or "")
            if current is None:
                break
    return found


def _default_style(root: Any) -> str | None:
    for node in root.iterchildren(qn("w:style")):
        if node.get(qn("w:type")) == "paragraph" and node.get(qn("w:default")) in {"1", "true"}:
            return str(node.get(qn("w:styleId")))
    return None


def _value(parent: Any, tag: str) -> str | None:
    node = parent.find(tag)
    return None if node is None else node.get(_VALUE)


def _as_int(written: str | None, *, default: int) -> int:
    return int(written) if written is not None and written.isdecimal() else default
