"""Tells what a file is by its first bytes and its inner names."""

import re

from duixian.texts.archive import Archive
from duixian.texts.file import TextKind, UnreadableFile

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_RESAVE = "请用 Word 或 WPS 打开，另存为 .docx 后再试"

# (first bytes, what it is, what to do); all of them are met where people mean to hand over a document.
_OTHERS: tuple[tuple[bytes, str, str], ...] = (
    (b"{\\rtf", "是 RTF 文档，不能直接读", _RESAVE),
    (b"\x89PNG", "是图片，不是文档", "请先做文字识别，或使用文字版文件"),
    (b"\xff\xd8\xff", "是图片，不是文档", "请先做文字识别，或使用文字版文件"),
    (b"GIF8", "是图片，不是文档", "请先做文字识别，或使用文字版文件"),
    (b"BM", "是图片，不是文档", "请先做文字识别，或使用文字版文件"),
    (b"II*\0", "是图片，不是文档", "请先做文字识别，或使用文字版文件"),
    (b"MM\0*", "是图片，不是文档", "请先做文字识别，或使用文字版文件"),
    (b"Rar!", "是压缩包，不是文档", "请先解压，再选择其中的文件"),
    (b"7z\xbc\xaf", "是压缩包，不是文档", "请先解压，再选择其中的文件"),
    (b"\x1f\x8b", "是压缩包，不是文档", "请先解压，再选择其中的文件"),
)

# Names of streams in an old compound file, as its directory writes them.
_STREAMS: tuple[tuple[str, str, str], ...] = (
    ("EncryptedPackage", "加了密码，打不开", "请用 Word 或 WPS 打开，去掉密码后另存为 .docx 再试"),
    ("WordDocument", "是旧版 Word 或 WPS 文档（.doc、.wps），不能直接读", _RESAVE),
    ("Workbook", "是旧版表格（.xls），不是文档", "请把内容复制到文档里，另存为 .docx 后再试"),
)

# In an html file markup comes first; a text that only speaks of <html> is text.
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title)\b",
    re.IGNORECASE | re.DOTALL,
)

_ELEMENT = re.compile(r"\s*<[a-z][a-z0-9]*(?:\s[^<>]*)?>", re.IGNORECASE)


def packed_kind(data: bytes, *, name: str) -> TextKind | None:
    """The kind of a packed file, or None where the bytes may be plain text or html.

    Errors: UnreadableFile for a packed file that no reader takes.
    """
    if _is_pdf(data):
        return TextKind.PDF
    if data.startswith(b"PK\x03\x04"):
        return _kind_of_archive(Archive(data, name=name))
    return None


def refuse_what_no_reader_takes(data: bytes, *, name: str) -> None:
    """Errors: UnreadableFile for old Office files, pictures and other archives, each with its own cure."""
    if data.startswith(_OLE):
        for stream, wrong, cure in _STREAMS:
            if stream.encode("utf-16-le") in data:
                raise UnreadableFile(name, wrong=wrong, cure=cure)
        raise UnreadableFile(name, wrong="是旧版 Office 或 WPS 文件，不能直接读", cure=_RESAVE)
    for start, wrong, cure in _OTHERS:
        # Two letters are too few to call a text a picture: BM needs a binary byte close by.
        if data.startswith(start) and (len(start) > len(b"BM") or b"\0" in data[:64]):
            raise UnreadableFile(name, wrong=wrong, cure=cure)


def looks_like_html(text: str, *, name: str) -> bool:
    """Whether the text begins as an html page does, or as a piece of one in a file that is called one."""
    begins = text[:4096]
    called_html = name.lower().endswith((".html", ".htm", ".shtml"))
    return _HTML.match(begins) is not None or (called_html and _ELEMENT.match(begins) is not None)


def _is_pdf(data: bytes) -> bool:
    """Readers allow something before the header; then the end must be that of a pdf too, for a text may speak of it."""
    return data.startswith(b"%PDF-") or (b"%PDF-" in data[:1024] and b"%%EOF" in data[-1024:])


def _kind_of_archive(archive: Archive) -> TextKind:
    names = archive.names
    if "word/document.xml" in names:
        return TextKind.DOCX
    if any(one.lower() == "ofd.xml" for one in names):
        return TextKind.OFD
    if any(one.startswith("xl/") for one in names):
        wrong, cure = "是表格（.xlsx），不是文档", "请把内容复制到文档里，另存为 .docx 后再试"
    elif any(one.startswith("ppt/") for one in names):
        wrong, cure = "是演示文稿（.pptx），不是文档", "请把内容复制到文档里，另存为 .docx 后再试"
    else:
        wrong, cure = "是压缩包，里面不是 docx 或 ofd 文档", "请先解压，再选择其中的文件"
    raise UnreadableFile(archive.name, wrong=wrong, cure=cure)
