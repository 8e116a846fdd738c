"""Web pages: the main text without the portal round it."""

import logging
from collections import Counter
from collections.abc import Iterator
from typing import Any

import trafilatura
from lxml import html as lxml_html  # type: ignore[import-untyped]

from duixian.texts.file import TextFile, TextKind
from duixian.texts.plain import decode

# Without a handler of its own its warnings about odd pages would reach the terminal.
logging.getLogger("trafilatura").addHandler(logging.NullHandler())

# Below this the main text was missed rather than short: the whole page serves a reader better.
_SHORTEST_MAIN_TEXT = 20
_OUTSIDE_TEXT = ("script", "style", "noscript", "template", "head")
_BLOCKS = {
    *("address", "article", "aside", "blockquote", "body", "center", "dd", "div", "dl", "dt", "fieldset", "figure"),
    *("footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "item", "li", "list", "main"),
    *("nav", "ol", "p", "pre", "quote", "section", "table", "tbody", "thead", "ul"),
}
_ROWS = frozenset(("row", "tr"))
_CELLS = frozenset(("cell", "td", "th"))
_BREAKS = frozenset(("lb", "br"))


def read(data: bytes, *, name: str) -> TextFile:
    """The main text of a page; the text of the whole page where no main text stands out.

    Shape: a paragraph, heading or list point a line, a table row a line with its cells parted by tabs; the numbers of
    a numbered list are written out, as a browser shows them.
    """
    decoded = decode(data, name=name)
    text = _main_text(decoded.text)
    if len(text) < _SHORTEST_MAIN_TEXT:
        text = max(text, _whole_text(decoded.text), key=len)
    return TextFile(name=name, text=text, kind=TextKind.HTML, encoding=decoded.encoding)


def _main_text(page: str) -> str:
    # A declaration of encoding in a str makes lxml refuse it; a tree of our own avoids that too.
    found = trafilatura.bare_extraction(
        _tree(page), include_comments=False, include_tables=True, favor_recall=True, deduplicate=False
    )
    body = getattr(found, "body", None)
    return "" if body is None else _text_of(body)


def _whole_text(page: str) -> str:
    tree = _tree(page)
    for node in list(tree.iter(*_OUTSIDE_TEXT)):
        node.drop_tree()
    return _text_of(tree)


def _tree(page: str) -> Any:
    parser = lxml_html.HTMLParser(encoding="utf-8")
    return lxml_html.document_fromstring(page.encode(), parser=parser)


def _text_of(root: Any) -> str:
    """Blanks are folded within each cell; lines that hold nothing are left out."""
    rows = ([" ".join(cell.split()) for cell in line.split("\t")] for line in "".join(_pieces(root)).split("\n"))
    return "\n".join("\t".join(cells) for cells in rows if any(cells))


def _pieces(root: Any) -> Iterator[str]:
    """Text and line ends in document order; walked without recursion, for pages nest as deep as they like."""
    waiting: list[Any] = [root]
    counted: Counter[Any] = Counter()
    while waiting:
        node = waiting.pop()
        if isinstance(node, str):
            yield node
            continue
        if not isinstance(node.tag, str):  # a comment or processing instruction
            continue
        before, after = _marks_round(node, counted)
        waiting.append(after)
        for child in reversed(node):
            waiting.extend((_blank(child.tail), child))
        waiting.extend((_blank(node.text), before))


def _marks_round(node: Any, counted: Counter[Any]) -> tuple[str, str]:
    """What stands before and after the element's own text; ``counted`` holds the points of each list so far."""
    if node.tag in _BREAKS or node.tag in _ROWS:
        return "\n", "" if node.tag in _BREAKS else "\n"
    in_cell = any(above.tag in _CELLS for above in node.iterancestors())
    if node.tag in _CELLS:
        return "", "" if node.getnext() is None else "\t"
    if node.tag in _BLOCKS:
        return (" ", " ") if in_cell else ("\n" + _number(node, counted), "\n")
    return "", ""


def _number(node: Any, counted: Counter[Any]) -> str:
    """The number before a point of a numbered list."""
    above = node.getparent()
    if node.tag not in {"item", "li"} or above is None or "ol" not in {above.tag, above.get("rend")}:
        return ""
    counted[above] += 1
    return f"{counted[above]}."


def _blank(written: str | None) -> str:
    """Line breaks in the source of a page are mere blanks."""
    return " ".join((written or "").split("\n")).replace("\t", " ")
