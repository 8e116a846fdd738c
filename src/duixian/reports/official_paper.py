r"""An official document (公文) as a .docx of the form that GB/T 9704-2012 gives. The public face of paper-making.

    paper = OfficialPaper("某州体育局", number="某体发〔2026〕9号", title="关于报请批准奖励方案的请示", signer="某某")
    paper.address("某州人民政府")             # 主送机关
    paper.paragraph("根据……")                 # body, indented two characters
    paper.heading("一、资金来源")             # level 1 黑体; level=2 楷体; level=3 and 4 仿宋
    paper.list_attachments(["奖励明细表"])    # 附件说明, a line below the body
    paper.sign(day=dt.date(2026, 6, 16))      # issuer and date, with room for the seal
    paper.note("联系人：某某")                # 附注, in brackets
    paper.attachment("奖励明细表")            # from here on a new page; several are numbered
    paper.table(("姓名", "金额"), rows)       # a grid, its headings repeated on each page
    paper.colophon(copied_to=("某州财政局",), printed_by="某州体育局办公室", day=dt.date(2026, 6, 17))
    data = paper.data()                       # the bytes

Called in the order of the page: what is called later stands below; what a document does not need is left out. A
document without ``number`` is a draft, and says so where the number would stand. The red head (the issuer and 文件),
the number and the red rule, margins, the grid of 22 lines of 28 characters, fonts with their fallbacks and page
numbers (odd ones at the right, even ones at the left) come by themselves. A title of more than one line is broken
evenly; put "\n" into it to break it by its sense.

Whether the last page is an even one is known only in print, so the 版记 stands at the foot of the last page as it is.
"""

import datetime as dt
import math
from collections.abc import Collection, Iterable, Sequence
from io import BytesIO

from docx import Document
from docx.document import Document as DocumentObject
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.shared import Length, Mm, Pt
from docx.text.paragraph import Paragraph

from duixian.reports.paper_layout import (
    BODY,
    CHARACTER,
    FOURTH,
    HEADING,
    LINE,
    MARK_BELOW_TOP,
    SECOND,
    SMALL_FOURTH,
    SUBHEADING,
    THIRD,
    TITLE,
    TYPE_WIDTH,
    exact_lines,
    keep_whole,
    lay_out,
    put_at_foot,
    repeat_first_row,
    rule_below,
    set_width,
    write,
)
from duixian.units.sentence import in_chinese

DRAFT = "（送审稿，未编文号）"
_LEVELS = {1: HEADING, 2: SUBHEADING, 3: BODY, 4: BODY}
_LARGEST_MARK = Pt(48)
_TITLE_CHARACTERS = int(TYPE_WIDTH / SECOND)
# No line of a title begins or ends with these.
_NOT_FIRST, _NOT_LAST = "》）、，。：；的”年月日号度", "《（“第"
# After these a title's sense often has a joint; a line may be some characters longer to end there.
_JOINTS = ("年度", "关于", "工作", "的", "和", "及", "与", "州", "市", "县", "区", "府", "局", "委", "》")
_UNEVEN_CHARACTERS = 4


class OfficialPaper:
    """A document in the making, from its red head down. ``signer`` (签发人) only for a document to a higher body."""

    def __init__(self, issuer: str, *, title: str, number: str = "", signer: str = "") -> None:
        self.issuer = issuer
        self.document: DocumentObject = Document()
        self._attachments: list[str] = []
        lay_out(self.document)
        self._describe(title)
        self._head(number or DRAFT, signer=signer)
        self._blank(2)
        self._title(title)

    def address(self, to: str) -> None:
        """主送机关: a line below the title, flush left, with a full-width colon."""
        self._blank(1)
        self._line(f"{to}：")

    def paragraph(self, text: str) -> None:
        """A paragraph of the body, indented two characters."""
        self._line(text, indent=2)

    def heading(self, text: str, *, level: int = 1) -> None:
        """A heading with its number in it. Shape: levels 1 to 4 are 一、 （一） 1. （1）."""
        self._line(text, font=_LEVELS[level], indent=2).paragraph_format.keep_with_next = True

    def list_attachments(self, titles: Sequence[str]) -> None:
        """附件说明: a line below the body; several are numbered, each on its own line under the first."""
        self._keep_with_next()
        self._blank(1)
        self._attachments = list(titles)
        for number, title in enumerate(titles, 1):
            shown = f"{number}. {title}" if len(titles) > 1 else title
            line = self._line(f"附件：{shown}" if number == 1 else shown, indent=2)
            if number > 1:
                line.paragraph_format.first_line_indent = Length(CHARACTER * 5)
            self._keep_with_next()

    def sign(self, *, day: dt.date) -> None:
        """The issuer above the day, in Arabic figures without a leading zero, four characters in, room for a seal."""
        self.sign_as_written(in_chinese(day))

    def sign_as_written(self, written: str) -> None:
        """The same with the day as a template writes it."""
        self._blank(1)
        between = (_width(written) - _width(self.issuer)) / 2
        for text, indent in ((self.issuer, max(4 + between, 0)), (written, 4)):
            line = self._line(text, align=WD_ALIGN_PARAGRAPH.RIGHT)
            line.paragraph_format.right_indent = Length(round(THIRD * indent))
            if text == self.issuer:
                self._keep_with_next()

    def note(self, text: str) -> None:
        """附注: a line below the day, indented two characters, in brackets."""
        self._line(f"（{text}）", indent=2)

    def attachment(self, title: str) -> None:
        """Begins an attachment on a new page: 附件 and its number at the top left, its title centred below."""
        several = len(self._attachments) > 1 and title in self._attachments
        head = self._line(f"附件{self._attachments.index(title) + 1}" if several else "附件", font=HEADING)
        head.paragraph_format.page_break_before = True
        self._blank(1)
        self._title(title)
        self._blank(1)

    def table(
        self,
        headings: Sequence[str],
        rows: Iterable[Sequence[str]],
        *,
        widths_mm: Sequence[float] | None = None,
        numbers: Collection[int] = (),
    ) -> None:
        """A grid in a smaller size. Shape: ``widths_mm`` add up to 156, ``numbers`` are columns set flush right."""
        table = self.document.add_table(rows=1, cols=len(headings), style="Table Grid")
        for cells in (headings, *rows):
            row = table.rows[0] if cells is headings else table.add_row()
            keep_whole(row)
            for column, (cell, text) in enumerate(zip(row.cells, cells, strict=True)):
                if widths_mm is not None:
                    set_width(cell, Mm(widths_mm[column]))
                line = cell.paragraphs[0]
                exact_lines(line, pitch=Pt(18))
                if column in numbers and cells is not headings:
                    line.alignment = WD_ALIGN_PARAGRAPH.RIGHT
                write(line.add_run(text), font=HEADING if cells is headings else BODY, size=SMALL_FOURTH)
        table.autofit, table.alignment = widths_mm is None, WD_TABLE_ALIGNMENT.CENTER
        for column, width in zip(table.columns, widths_mm or (), strict=False):
            column.width = Mm(width)
        repeat_first_row(table)

    def colophon(self, *, printed_by: str, day: dt.date, copied_to: Sequence[str] = ()) -> None:
        """版记 at the foot of the page: who else gets it, who printed it and when, between rules."""
        lines = [f"抄送：{'，'.join(copied_to)}。"] if copied_to else []
        lines.append(f"{printed_by}\t{in_chinese(day)}印发")
        self._hairline()  # without it a table above and this one would be one table
        table = self.document.add_table(rows=len(lines), cols=1)
        put_at_foot(table)
        for row, text in zip(table.rows, lines, strict=True):
            set_width(row.cells[0], TYPE_WIDTH)
            line = row.cells[0].paragraphs[0]
            exact_lines(line)
            form = line.paragraph_format
            form.left_indent = form.right_indent = FOURTH
            form.tab_stops.add_tab_stop(Length(TYPE_WIDTH - 2 * FOURTH), WD_TAB_ALIGNMENT.RIGHT)
            write(line.add_run(text), font=BODY, size=FOURTH)
        self._hairline()  # a document ends with a paragraph; this one is too small to begin a page

    def data(self) -> bytes:
        """The .docx."""
        out = BytesIO()
        self.document.save(out)
        return out.getvalue()

    def _describe(self, title: str) -> None:
        about = self.document.core_properties
        about.title, about.author, about.comments, about.language = title.replace("\n", ""), self.issuer, "", "zh-CN"
        about.last_modified_by = self.issuer

    def _head(self, number: str, *, signer: str) -> None:
        """发文机关标志, two lines further down the number, and the red rule."""
        words = f"{self.issuer}文件"
        size = Pt(min(_LARGEST_MARK.pt, int(TYPE_WIDTH.pt / len(words))))
        mark = self._line(words, font=TITLE, size=size, align=WD_ALIGN_PARAGRAPH.CENTER, red=True)
        exact_lines(mark, pitch=Length(round(size * 1.2)))
        mark.paragraph_format.space_before = MARK_BELOW_TOP
        self._blank(2)
        line = self._line(f"{number}\t签发人：{signer}" if signer else number, pitch=Pt(18))
        if signer:
            line.paragraph_format.left_indent = line.paragraph_format.right_indent = CHARACTER
            line.paragraph_format.tab_stops.add_tab_stop(Length(TYPE_WIDTH - CHARACTER), WD_TAB_ALIGNMENT.RIGHT)
            line = self._line("")  # the rule is as wide as the type area, and the number is not
            exact_lines(line, pitch=Pt(1))
        else:
            line.alignment = WD_ALIGN_PARAGRAPH.CENTER
        rule_below(line)

    def _title(self, title: str) -> None:
        for line in title_lines(title):
            self._line(line, font=TITLE, size=SECOND, align=WD_ALIGN_PARAGRAPH.CENTER, pitch=Pt(33))

    def _keep_with_next(self) -> None:
        """No page holds a signature without a line of the text it signs."""
        for line in self.document.paragraphs[-2:]:
            line.paragraph_format.keep_with_next = True

    def _hairline(self) -> None:
        exact_lines(self.document.add_paragraph(), pitch=Pt(1))

    def _blank(self, lines: int) -> None:
        for _ in range(lines):
            self._line("")

    def _line(
        self,
        text: str,
        *,
        font: str = BODY,
        size: Length = THIRD,
        align: WD_ALIGN_PARAGRAPH | None = None,
        indent: int = 0,
        pitch: Length = LINE,
        red: bool = False,
    ) -> Paragraph:
        line = self.document.add_paragraph()
        if align is not None:
            line.alignment = align
        exact_lines(line, pitch=pitch)
        if indent:
            line.paragraph_format.first_line_indent = Length(CHARACTER * indent)
        write(line.add_run(text), font=font, size=size, red=red)
        return line


def title_lines(title: str) -> tuple[str, ...]:
    r"""The lines of a title: as it is broken, else as even as its words allow, none longer than the type area.

    >>> title_lines("关于报请批准某州2026年度体育竞赛奖励方案的请示")
    ('关于报请批准某州2026年度', '体育竞赛奖励方案的请示')
    >>> title_lines("关于某州2026年奖励方案\n的请示")
    ('关于某州2026年奖励方案', '的请示')
    """
    if "\n" in title:
        return tuple(title.split("\n"))
    broken, rest = [], title
    while (count := math.ceil(_width(rest) / _TITLE_CHARACTERS)) > 1:
        place = _best_break(rest, even=_width(rest) / count)
        broken.append(rest[:place])
        rest = rest[place:]
    return (*broken, rest)


def _best_break(title: str, *, even: float) -> int:
    """Where the first line ends: near ``even``, a little further off for a joint, never beyond the type area."""

    def unevenness(place: int) -> float:
        at_joint = title[:place].endswith(_JOINTS)
        return abs(_width(title[:place]) - even) - (_UNEVEN_CHARACTERS if at_joint else 0)

    longest = max(place for place in range(1, len(title)) if _width(title[:place]) <= _TITLE_CHARACTERS)
    return min((place for place in range(1, longest + 1) if _may_break(title, place)), key=unevenness, default=longest)


def _may_break(title: str, place: int) -> bool:
    before, after = title[place - 1], title[place]
    inside = before.isascii() and after.isascii()
    return not inside and after not in _NOT_FIRST and before not in _NOT_LAST


def _width(text: str) -> float:
    """In characters: a figure or Latin letter is half of one."""
    return sum(0.5 if character.isascii() else 1 for character in text)
