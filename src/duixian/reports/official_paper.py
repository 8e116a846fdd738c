"""Paper of the form that GB/T 9704-2012 gives: A4, margins, fonts by name, 22 lines of 28 characters a page."""

import datetime as dt
from collections.abc import Iterable, Sequence
from io import BytesIO

from docx import Document
from docx.document import Document as DocumentObject
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from duixian.units.sentence import in_chinese

TITLE, BODY, HEADING = "方正小标宋_GBK", "仿宋_GB2312", "黑体"
_LARGE, _NORMAL, _SMALL = Pt(22), Pt(16), Pt(12)  # 二号、三号、小四
# 22 lines of 225 mm would be 28.99 pt; a twentieth less keeps the last line on the page in every word processor.
LINE = Pt(28.95)
_INDENT = Pt(32)  # two characters of 三号


class OfficialPaper:
    """A document in the making, from its title down."""

    def __init__(self, title: str, *, number: str = "") -> None:
        self.document: DocumentObject = Document()
        _lay_out(self.document)
        if number:
            self._line(number, align=WD_ALIGN_PARAGRAPH.CENTER)
        self._line(title, font=TITLE, size=_LARGE, align=WD_ALIGN_PARAGRAPH.CENTER)
        self._line("")

    def address(self, to: str) -> None:
        """主送机关: flush left, with a full-width colon."""
        self._line(f"{to}：")

    def paragraph(self, text: str) -> None:
        """A paragraph of the body, indented two characters."""
        self._line(text, indent=True)

    def heading(self, text: str) -> None:
        """A first-level heading (一、…)."""
        self._line(text, font=HEADING, indent=True)

    def table(self, headings: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
        """A grid in a smaller size, with its headings repeated on each page."""
        table = self.document.add_table(rows=1, cols=len(headings), style="Table Grid")
        for cells in (headings, *rows):
            row = table.rows[0] if cells is headings else table.add_row()
            for cell, text in zip(row.cells, cells, strict=True):
                _write(cell.paragraphs[0].add_run(text), font=HEADING if cells is headings else BODY, size=_SMALL)
        marker = table.rows[0]._tr.get_or_add_trPr()  # noqa: SLF001 -- python-docx has no name for a repeated heading
        marker.append(marker.makeelement(qn("w:tblHeader"), {}))

    def signed(self, issuer: str, *, day: dt.date) -> None:
        """The issuer and the day, in Arabic figures without a leading zero, four characters in from the right."""
        self._line("")
        for text in (issuer, in_chinese(day)):
            line = self._line(text, align=WD_ALIGN_PARAGRAPH.RIGHT)
            line.paragraph_format.right_indent = Pt(64)

    def data(self) -> bytes:
        """The .docx."""
        out = BytesIO()
        self.document.save(out)
        return out.getvalue()

    def _line(
        self,
        text: str,
        *,
        font: str = BODY,
        size: Pt = _NORMAL,
        align: WD_ALIGN_PARAGRAPH | None = None,
        indent: bool = False,
    ) -> Paragraph:
        line = self.document.add_paragraph()
        if align is not None:
            line.alignment = align
        form = line.paragraph_format
        form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, LINE
        form.space_before = form.space_after = Pt(0)
        if indent:
            form.first_line_indent = _INDENT
        _write(line.add_run(text), font=font, size=size)
        return line


def _write(run: Run, *, font: str, size: Pt) -> None:
    """Sets the font for Chinese too: Word keeps a name of its own for East Asian characters."""
    run.font.name, run.font.size = font, size
    properties = run._r.get_or_add_rPr()  # noqa: SLF001 -- python-docx has no name for the East Asian font
    properties.get_or_add_rFonts().set(qn("w:eastAsia"), font)


def _lay_out(document: DocumentObject) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.left_margin = Mm(37), Mm(28)
    section.bottom_margin, section.right_margin = Mm(35), Mm(26)
