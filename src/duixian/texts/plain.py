"""Plain text out of bytes of unknown encoding."""

import codecs
import re
from collections.abc import Iterator
from itertools import product

from duixian.texts.file import TextFile, TextKind, UnreadableFile
from duixian.units import Finding, Severity, Span

# UTF-32 before UTF-16: the mark of the first begins with that of the second.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# What no text holds. Form feed, vertical tab and the old end-of-file mark do occur in exported files.
_CONTROL = re.compile("[\0-\x08\x0e-\x19\x1b-\x1f\x7f\ufffe\uffff]")
# A stray one does occur; more than one in so many characters is no text.
_CHARACTERS_A_CONTROL = 100
# A file cut off in transit or with a damaged byte is worth reading; one with more holes than this is not.
_CHARACTERS_A_HOLE = 500
# In a mostly Latin text the few Chinese characters may all be holes: then it is another encoding.
_CHINESE_A_HOLE = 20
# Characters of everyday Chinese official prose; only for telling apart readings that are all well-formed.
_COMMON = frozenset("的一和是在不了有年月日个人中大为上民生实事工作建设加强全市县州区，。、；：（）“”0123456789\n ")
_SAMPLE_BYTES = 64_000
_HOLE = "\ufffd"
_MIN_CHINESE_SHARE = 0.5


def decode(data: bytes, *, name: str) -> TextFile:
    """The bytes as text, with the encoding that was found.

    Order: byte order mark, UTF-8, UTF-16 where zero bytes show it, then GB18030 or Big5. A mark is not part of the
    text. A few bytes that cannot be decoded become U+FFFD, with a finding at the first of them.
    Errors: UnreadableFile for bytes that are no text in any of them.
    """
    # With holes too before the next encoding is tried: UTF-8 cut short may be well-formed nonsense in GB18030.
    for encoding, errors in product(_encodings(data), ("strict", "replace")):
        text = _decoded(data, encoding, errors=errors)
        if text is not None:
            text = normalise_newlines(text)
            holes = () if errors == "strict" else tuple(_hole_finding(text))
            return TextFile(name, text, TextKind.PLAIN, encoding, holes)
    raise UnreadableFile(
        name,
        wrong="不是文本，也不是认得的文档格式",
        cure="可以读的格式有 txt、html、docx、pdf、ofd；请另存为其中一种再试",
    )


def normalise_newlines(text: str) -> str:
    r"""Every line ends in ``\n``, as Python reads text files."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _encodings(data: bytes) -> list[str]:
    """The encodings to try, the likeliest first."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return [encoding]
    wide = _wide_encodings(data)
    others = ["utf-8", *_double_byte_encodings(data)]
    return [*wide, *others] if b"\0" in data else [*others, *wide]


def _decoded(data: bytes, encoding: str, *, errors: str = "strict") -> str | None:
    mark = next((mark for mark, name in _MARKS if name == encoding and data.startswith(mark)), b"")
    try:
        text = data[len(mark) :].decode(encoding, errors)
    except UnicodeDecodeError:
        return None
    if len(_CONTROL.findall(text)) * _CHARACTERS_A_CONTROL > len(text):
        return None
    return text if errors == "strict" or _has_few_holes(text) else None


def _has_few_holes(text: str) -> bool:
    holes = text.count(_HOLE)
    beyond_ascii = len(text) - len(text.encode("ascii", "ignore"))
    return holes * _CHARACTERS_A_HOLE <= len(text) and holes * _CHINESE_A_HOLE <= beyond_ascii


def _hole_finding(text: str) -> Iterator[Finding]:
    at = text.find(_HOLE)
    if at >= 0:
        line = text.count("\n", 0, at) + 1
        message = f"有 {text.count(_HOLE)} 处字节读不出来，以“{_HOLE}”代替，第一处在第 {line} 行。请对照原件核对。"
        yield Finding("undecodable-bytes", Severity.WARNING, message, Span(at, at + 1))


def _wide_encodings(data: bytes) -> list[str]:
    """UTF-16 without a mark: only where the text is then mostly Chinese, as nearly any bytes decode in it."""
    if len(data) % 2:
        return []
    return [encoding for encoding in ("utf-16-le", "utf-16-be") if _is_mostly_chinese(data, encoding)]


def _is_mostly_chinese(data: bytes, encoding: str) -> bool:
    text = data[:_SAMPLE_BYTES].decode(encoding, errors="ignore")
    wanted = sum("一" <= char <= "鿿" or char in _COMMON or "!" <= char <= "~" for char in text)
    return wanted >= _MIN_CHINESE_SHARE * len(text) and not _COMMON.isdisjoint(text)


def _double_byte_encodings(data: bytes) -> list[str]:
    """GB18030 and Big5, the likelier one first: most Big5 text is well-formed GB18030 too, with rare characters."""
    if _decoded(data, "big5") is None:
        return ["gb18030"]
    # Imported here: it costs more than reading a page, and few files come this far.
    from charset_normalizer import from_bytes  # noqa: PLC0415

    best = from_bytes(_sample(data), cp_isolation=["gb18030", "big5"]).best()
    return ["big5", "gb18030"] if best is not None and best.encoding == "big5" else ["gb18030", "big5"]


def _sample(data: bytes) -> bytes:
    """The first lines that hold more than ASCII; whole lines, for the newline is no second byte of either encoding."""
    lines = [line for line in data[:_SAMPLE_BYTES].split(b"\n") if not line.isascii()]
    return b"\n".join(lines if len(data) <= _SAMPLE_BYTES else lines[:-1] or lines)
