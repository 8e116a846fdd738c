"""What GB/T 9704-2012 measures, and the pieces of a .docx for which python-docx has no name: grid, rules, page numbers.

Source of every figure: GB/T 9704-2012, 党政机关公文格式.
"""

from collections.abc import Mapping, Sequence
from xml.sax.saxutils import quoteattr

from docx.document import Document as DocumentObject
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import _Footer
from docx.shared import Length, Mm, Pt, RGBColor
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph
from docx.text.run import Run

TITLE, BODY, HEADING, SUBHEADING, FIGURES = "方正小标宋_GBK", "仿宋_GB2312", "黑体", "楷体_GB2312", "宋体"
# Where a font is not installed, the word processor takes the first of these that is.
FALLBACKS: Mapping[str, Sequence[str]] = {
    TITLE: ("方正小标宋简体", "FZXiaoBiaoSong-B05", "华文中宋", "STZhongsong"),
    BODY: ("仿宋", "FangSong", "华文仿宋", "STFangsong"),
    HEADING: ("SimHei", "Noto Sans CJK SC"),
    SUBHEADING: ("楷体", "KaiTi", "华文楷体", "STKaiti"),
    FIGURES: ("SimSun", "Noto Serif CJK SC"),
}
SECOND, THIRD, FOURTH, SMALL_FOURTH = Pt(22), Pt(16), Pt(14), Pt(12)  # 二号、三号、四号、小四
TOP, LEFT, RIGHT, BOTTOM = Mm(37), Mm(28), Mm(26), Mm(35)
TYPE_WIDTH, TYPE_HEIGHT = Mm(156), Mm(225)
LINES, CHARACTERS = 22, 28
# 22 lines of 225 mm would be 28.99 pt; a twentieth less keeps the last line on the page in every word processor.
LINE = Pt(28.95)
CHARACTER = Length(int(TYPE_WIDTH / CHARACTERS))
CLOSER = -5  # twentieths of a point: 28 characters of 15.75 pt are 441 pt, and the type area is 442.2 pt wide
RED = RGBColor(0xE6, 0x00, 0x12)  # yellow 80 %, magenta 80 % in print; the screen's nearest
MARK_BELOW_TOP = Mm(35)
RULE_BELOW_NUMBER = Mm(4)
NUMBER_BELOW_TYPE_AREA = Mm(7)
OUTER_RULE, INNER_RULE, RED_RULE = 8, 6, 12  # eighths of a point: 0.35 mm, 0.25 mm, 0.5 mm
_TWENTIETH = 635  # EMU in a twentieth of a point


def lay_out(document: DocumentObject) -> None:
    """The page, its grid of 22 lines of 28 characters, the fonts and the page numbers."""
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.left_margin, section.right_margin, section.bottom_margin = TOP, LEFT, RIGHT, BOTTOM
    # The dash stands in the middle of its line, and its line ends so far above the edge of the paper.
    section.footer_distance = Length(BOTTOM - NUMBER_BELOW_TYPE_AREA - FOURTH // 2)
    _set_grid(section._sectPr)  # noqa: SLF001 -- python-docx has no name for the grid
    _set_usual_style(document)
    _name_fallbacks(document)
    document.settings.odd_and_even_pages_header_footer = True
    _number_pages(section.footer, align=WD_ALIGN_PARAGRAPH.RIGHT)
    _number_pages(section.even_page_footer, align=WD_ALIGN_PARAGRAPH.LEFT)


def write(run: Run, *, font: str, size: Length, red: bool = False) -> None:
    """Sets the font for Chinese too: Word keeps a name of its own for East Asian characters."""
    run.font.name, run.font.size = font, size
    if red:
        run.font.color.rgb = RED
    run._r.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), font)  # noqa: SLF001 -- no name for it


def exact_lines(paragraph: Paragraph, *, pitch: Length = LINE) -> None:
    """Lines of ``pitch``, nothing before or after."""
    form = paragraph.paragraph_format
    form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, pitch
    form.space_before = form.space_after = Pt(0)
    if pitch != LINE:
        off = OxmlElement("w:snapToGrid")
        off.set(qn("w:val"), "0")
        properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001 -- python-docx has no name for it
        properties.insert_element_before(off, "w:spacing", "w:ind", "w:contextualSpacing", "w:jc")


def rule_below(paragraph: Paragraph) -> None:
    """The red rule under the number, as wide as the type area."""
    borders = OxmlElement("w:pBdr")
    line = OxmlElement("w:bottom")
    distance = round(RULE_BELOW_NUMBER.pt)
    for name, value in (("val", "single"), ("sz", RED_RULE), ("space", distance), ("color", str(RED))):
        line.set(qn(f"w:{name}"), str(value))
    borders.append(line)
    properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001 -- python-docx has no name for borders
    # The schema has an order: borders stand before spacing and indents.
    properties.insert_element_before(borders, "w:shd", "w:tabs", "w:snapToGrid", "w:spacing", "w:ind", "w:jc")


def keep_whole(row: _Row) -> None:
    """The row is not broken at the end of a page."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001 -- no name for it


def repeat_first_row(table: Table) -> None:
    """The headings once more on each page."""
    marker = table.rows[0]._tr.get_or_add_trPr()  # noqa: SLF001 -- python-docx has no name for a repeated heading
    marker.append(OxmlElement("w:tblHeader"))


def put_at_foot(table: Table) -> None:
    """At the foot of the type area, as wide as it, with the rules of the 版记: outer ones 0.35 mm, inner 0.25 mm."""
    properties = table._tbl.tblPr  # noqa: SLF001 -- python-docx has no name for a table that floats
    place = parse_xml(
        f"<w:tblpPr {nsdecls('w')} w:vertAnchor='margin' w:horzAnchor='margin' w:tblpX='0' w:tblpYSpec='bottom'/>"
    )
    rules = "".join(
        f"<w:{edge} w:val='single' w:sz='{size}' w:space='0' w:color='000000'/>"
        for edge, size in (("top", OUTER_RULE), ("bottom", OUTER_RULE), ("insideH", INNER_RULE))
    )
    for element in (place, parse_xml(f"<w:tblBorders {nsdecls('w')}>{rules}</w:tblBorders>")):
        properties.insert_element_before(
            element, *(["w:tblOverlap", "w:tblW"] if element is place else ["w:shd", "w:tblLayout", "w:tblLook"])
        )


def set_width(cell: _Cell, width: Length) -> None:
    """A cell's width, which word processors that ignore the grid's columns go by."""
    cell.width = width


def _set_grid(section: BaseOxmlElement) -> None:
    """Lines only: on a grid of characters some word processors give a character of 16 pt two cells of 15.79 pt."""
    grid = OxmlElement("w:docGrid")
    for name, value in (("type", "lines"), ("linePitch", int(LINE) // _TWENTIETH)):
        grid.set(qn(f"w:{name}"), str(value))
    for old in section.findall(qn("w:docGrid")):
        section.remove(old)
    section.append(grid)


def _set_usual_style(document: DocumentObject) -> None:
    """Every paragraph starts as body text, 28 characters a line: figures and letters get no space of their own."""
    style = document.styles["Normal"]
    style.font.name, style.font.size = BODY, THIRD
    looks = style.element.get_or_add_rPr()
    looks.get_or_add_rFonts().set(qn("w:eastAsia"), BODY)
    closer = OxmlElement("w:spacing")
    closer.set(qn("w:val"), str(CLOSER))
    looks.insert_element_before(closer, "w:w", "w:kern", "w:position", "w:sz", "w:szCs")
    properties = style.element.get_or_add_pPr()
    for name in ("widowControl", "autoSpaceDE", "autoSpaceDN"):
        off = OxmlElement(f"w:{name}")
        off.set(qn("w:val"), "0")
        properties.append(off)


def _name_fallbacks(document: DocumentObject) -> None:
    fonts = "".join(
        f"<w:font w:name={quoteattr(name)}><w:altName w:val={quoteattr(','.join(others))}/>"
        '<w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="default"/></w:font>'
        for name, others in FALLBACKS.items()
    )
    for related in document.part.rels.values():
        if related.reltype.endswith("/fontTable"):
            table = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts {nsdecls("w")}>{fonts}</w:fonts>'
            related.target_part._blob = table.encode()  # noqa: SLF001 -- python-docx keeps this part as bytes


def _number_pages(footer: _Footer, *, align: WD_ALIGN_PARAGRAPH) -> None:
    """The number between dashes, one character in from the outer edge."""
    footer.is_linked_to_previous = False
    line = footer.paragraphs[0]
    line.alignment = align
    exact_lines(line, pitch=FOURTH)
    form = line.paragraph_format
    if align is WD_ALIGN_PARAGRAPH.RIGHT:
        form.right_indent = FOURTH
    else:
        form.left_indent = FOURTH
    write(line.add_run("— "), font=FIGURES, size=FOURTH)
    for kind, text in (("begin", None), (None, "PAGE"), ("end", None)):
        run = line.add_run()
        write(run, font=FIGURES, size=FOURTH)
        run._r.append(_field_part(kind, text))  # noqa: SLF001 -- python-docx has no name for fields
    write(line.add_run(" —"), font=FIGURES, size=FOURTH)


def _field_part(kind: str | None, text: str | None) -> object:
    if kind is None:
        part = OxmlElement("w:instrText")
        part.text = text
        return part
    part = OxmlElement("w:fldChar")
    part.set(qn("w:fldCharType"), kind)
    return part
