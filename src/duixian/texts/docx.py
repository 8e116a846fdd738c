"""Word documents: paragraphs with their automatic labels, table rows and text boxes, in document order."""

import io
from collections.abc import Iterator
from typing import Any

from docx import Document
from docx.oxml.ns import qn

from duixian.texts.archive import Archive
from duixian.texts.file import TextFile, TextKind
from duixian.texts.numbering import Numbering, numbering_of

_PARAGRAPH, _TABLE, _ROW, _CELL = qn("w:p"), qn("w:tbl"), qn("w:tr"), qn("w:tc")
_TEXT_BOX = qn("w:txbxContent")
_MERGE, _VALUE = f"{qn('w:tcPr')}/{qn('w:vMerge')}", qn("w:val")
# Word writes a text box twice, once for old readers; what was deleted under tracking is no longer said.
_UNSEEN = {"{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback", qn("w:del"), qn("w:moveFrom")}
_CHARACTERS = {
    qn("w:tab"): "\t",
    qn("w:br"): "\n",
    qn("w:cr"): "\n",
    qn("w:noBreakHyphen"): "-",
    qn("w:ptab"): "\t",
}
_WORDS = qn("w:t")


def read(data: bytes, *, name: str) -> TextFile:
    """The text of a docx file.

    Shape: a paragraph a line, a table row a line with its cells parted by tabs (a cell's own paragraphs by blanks), a
    text box after the paragraph that holds it. Headers, footers, notes and comments are left out.
    """
    Archive(data, name=name)
    document = Document(io.BytesIO(data))
    lines = _Reader(numbering_of(document)).blocks(document.element.body)
    return TextFile(name=name, text="\n".join(lines), kind=TextKind.DOCX)


class _Reader:
    """Walks the body once, for the automatic numbers count as it goes."""

    def __init__(self, numbering: Numbering) -> None:
        self._numbering = numbering

    def blocks(self, parent: Any) -> Iterator[str]:
        """The lines of what stands under ``parent``; content controls and the like are looked through."""
        for child in parent:
            if child.tag in _UNSEEN:
                continue
            if child.tag == _PARAGRAPH:
                yield from self._paragraph(child)
            elif child.tag == _TABLE:
                yield from self._table(child)
            else:
                yield from self.blocks(child)

    def _paragraph(self, paragraph: Any) -> Iterator[str]:
        text, boxes = _inline(paragraph)
        # An empty paragraph with a number still takes the number, and Word shows it; nobody reads it.
        label = self._numbering.label(paragraph)
        yield label + text if text.strip() else text
        for box in boxes:
            yield from self.blocks(box)

    def _table(self, table: Any) -> Iterator[str]:
        for row in _under(table, _ROW):
            cells = list(_under(row, _CELL))
            if len(cells) == 1:
                yield from self.blocks(cells[0])
            else:
                yield "\t".join(self._cell(cell) for cell in cells)

    def _cell(self, cell: Any) -> str:
        merge = cell.find(_MERGE)
        if merge is not None and merge.get(_VALUE) != "restart":
            return ""
        return " ".join(" ".join(self.blocks(cell)).split())


def _under(parent: Any, tag: str) -> Iterator[Any]:
    """The next elements of that tag below ``parent``, not looking into them."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag not in (*_UNSEEN, _TABLE, _PARAGRAPH):
            yield from _under(child, tag)


def _inline(paragraph: Any) -> tuple[str, list[Any]]:
    """The paragraph's own characters, and the text boxes that are anchored in it."""
    pieces: list[str] = []
    boxes: list[Any] = []
    waiting = list(reversed(paragraph))
    while waiting:
        node = waiting.pop()
        if node.tag in _UNSEEN:
            continue
        if node.tag == _TEXT_BOX:
            boxes.append(node)
        elif node.tag == _WORDS:
            pieces.append(node.text or "")
        elif node.tag in _CHARACTERS and not _is_tab_stop(node):
            pieces.append(_CHARACTERS[node.tag])
        else:
            waiting.extend(reversed(node))
    return "".join(pieces), boxes


def _is_tab_stop(node: Any) -> bool:
    """In paragraph properties w:tab is a ruler's stop, not a character."""
    return node.getparent() is not None and node.getparent().tag == qn("w:tabs")
