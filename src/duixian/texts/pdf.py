"""PDF files: printed lines by their place on the page, then joined into paragraphs."""

from collections.abc import Iterator

import pypdfium2 as pdfium  # type: ignore[import-untyped]
from pypdfium2 import raw

from duixian.texts.file import TextFile, TextKind, UnreadableFile
from duixian.texts.printed import PrintedLine, paragraphs
from duixian.units import Finding, Severity

_NEEDS_PASSWORD = "password"  # noqa: S105  a word in the library's message
_SHOWN_PAGES = 10
_TAB, _BLANK = 0x09, 0x20
_BLANKS = (_BLANK, 0x3000, 0xA0)

# Left, bottom, right, top in points.
_Box = tuple[float, float, float, float]


def read(data: bytes, *, name: str) -> TextFile:
    """The text of a pdf file.

    Errors: UnreadableFile for one that asks for a password, or that holds pictures of pages and no text. A page
    without text among others is a finding.
    """
    document = _open(data, name=name)
    try:
        pages = [_lines(document, number) for number in range(len(document))]
    finally:
        document.close()
    empty = [number for number, page in enumerate(pages, 1) if not page]
    if len(empty) == len(pages):
        raise UnreadableFile(
            name, wrong="没有文字，多半是扫描件", cure="请使用由文档直接导出的 PDF，或先做文字识别（OCR）再试"
        )
    return TextFile(name=name, text=paragraphs(pages), kind=TextKind.PDF, findings=tuple(_empty_pages(empty)))


def _open(data: bytes, *, name: str) -> pdfium.PdfDocument:
    try:
        document = pdfium.PdfDocument(data)
        len(document)
    except pdfium.PdfiumError as error:
        if _NEEDS_PASSWORD in str(error).lower():
            wrong, cure = "加了密码，打不开", "请去掉密码后另存一份再试"
        else:
            wrong, cure = "已损坏，按 PDF 格式读不出来", "请用原来的软件打开确认，重新导出后再试"
        raise UnreadableFile(name, wrong=wrong, cure=cure) from error
    return document


def _empty_pages(numbers: list[int]) -> Iterator[Finding]:
    if numbers:
        shown = "、".join(str(number) for number in numbers[:_SHOWN_PAGES])
        more = "等" if len(numbers) > _SHOWN_PAGES else ""
        message = f"第 {shown} 页{more}没有文字，可能是扫描图片，其内容没有读到。请对照原件核对。"
        yield Finding("page-without-text", Severity.WARNING, message)


def _lines(document: pdfium.PdfDocument, number: int) -> list[PrintedLine]:
    page = document[number]
    try:
        text = page.get_textpage()
        try:
            return list(_lines_of(text))
        finally:
            text.close()
    finally:
        page.close()


def _lines_of(page: pdfium.PdfTextPage) -> Iterator[PrintedLine]:
    """The lines as pdfium cuts them; it marks a line's end by characters that have no place on the page."""
    units: list[int] = []
    boxes: list[_Box] = []
    for index in range(page.count_chars()):
        unit = raw.FPDFText_GetUnicode(page, index)
        if unit in (0x0A, 0x0D):
            yield from _line(units, boxes)
            units, boxes = [], []
        elif unit not in (0x00, 0x02, 0xFFFE, 0xFFFF):
            units.append(unit)
            boxes.append(page.get_charbox(index, loose=True))
    yield from _line(units, boxes)


def _line(units: list[int], boxes: list[_Box]) -> Iterator[PrintedLine]:
    inked = [box for unit, box in zip(units, boxes, strict=True) if unit not in _BLANKS]
    if inked:
        lefts, _, rights, _ = zip(*inked, strict=True)
        size = _size(inked)
        text = _from_utf16(list(_with_tabs(units, boxes, size=size))).strip()
        yield PrintedLine(text, left=min(lefts), right=max(rights), size=size)


def _with_tabs(units: list[int], boxes: list[_Box], *, size: float) -> Iterator[int]:
    """A blank wider than a character parts the cells of a table row: it becomes a tab; others are one blank each."""
    blank, right = False, boxes[0][2]
    for unit, box in zip(units, boxes, strict=True):
        if unit in _BLANKS:
            blank = True
            continue
        if blank:
            yield _TAB if box[0] - right > size else _BLANK
        blank, right = False, box[2]
        yield unit


def _size(boxes: list[_Box]) -> float:
    """The height of the tallest character."""
    return max(top - bottom for _, bottom, _, top in boxes)


def _from_utf16(units: list[int]) -> str:
    """Characters: pdfium gives those beyond the first plane as two surrogates."""
    text = "".join(map(chr, units))
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
