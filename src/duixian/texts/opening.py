"""Opens a file: tells its kind by its bytes and hands it to the reader of that kind."""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from duixian.texts.file import LIMIT_BYTES, TextFile, TextKind, UnreadableFile
from duixian.texts.plain import decode
from duixian.texts.sniffing import looks_like_html, packed_kind, refuse_what_no_reader_takes

# Imported when first needed: the libraries behind them cost up to half a second, plain text needs none.
_READERS = {
    TextKind.HTML: "duixian.texts.html",
    TextKind.DOCX: "duixian.texts.docx",
    TextKind.PDF: "duixian.texts.pdf",
    TextKind.OFD: "duixian.texts.ofd",
}


def open_file(path: Path) -> TextFile:
    """The text of a file on disk. Errors: UnreadableFile; a file over the limit is refused before it is read."""
    try:
        if path.is_dir():
            raise UnreadableFile(path.name, wrong="是文件夹，不是文件", cure="请指定其中的文件")
        if path.stat().st_size > LIMIT_BYTES:
            raise _too_large(path.name)
        # Never more than it takes to refuse: a device or a pipe has no size to ask for.
        with path.open("rb") as file:
            data = file.read(LIMIT_BYTES + 1)
    except FileNotFoundError:
        raise UnreadableFile(str(path), wrong="找不到", cure="请核对文件名和路径") from None
    except (OSError, ValueError) as error:
        wrong = f"打不开（{getattr(error, 'strerror', None) or error}）"
        raise UnreadableFile(str(path), wrong=wrong, cure="请核对路径，并确认有读取权限") from None
    return open_text(data, name=path.name)


def open_text(data: bytes, *, name: str) -> TextFile:
    """The text that the bytes hold; ``name`` is for messages only, the kind is told by the bytes.

    Errors: UnreadableFile, and nothing else whatever the bytes are.
    """
    if len(data) > LIMIT_BYTES:
        raise _too_large(name)
    if not data.strip(b"\0\t\n\v\f\r "):
        raise UnreadableFile(name, wrong="是空的，里面没有文字", cure="请确认选对了文件，或重新导出后再试")
    kind = packed_kind(data, name=name)
    if kind is not None:
        return _read(kind, data, name=name)
    refuse_what_no_reader_takes(data, name=name)
    decoded = decode(data, name=name)
    if looks_like_html(decoded.text, name=name):
        return _read(TextKind.HTML, data, name=name)
    return _not_blank(decoded)


def _read(kind: TextKind, data: bytes, *, name: str) -> TextFile:
    reader: Callable[..., TextFile] = import_module(_READERS[kind]).read
    try:
        return _not_blank(reader(data, name=name))
    except UnreadableFile:
        raise
    except Exception as error:  # the libraries raise what they like on broken bytes; a reader must not
        wrong = f"已损坏，按 {kind} 格式读不出来（{type(error).__name__}）"
        raise UnreadableFile(name, wrong=wrong, cure="请用原来的软件打开确认，重新保存后再试") from error


def _not_blank(file: TextFile) -> TextFile:
    if file.text.strip():
        return file
    raise UnreadableFile(file.name, wrong="里面没有文字", cure="请确认选对了文件；如果文字在图片里，请先做文字识别")


def _too_large(name: str) -> UnreadableFile:
    wrong = f"太大，超过 {LIMIT_BYTES // 1_000_000} MB 的上限"
    return UnreadableFile(name, wrong=wrong, cure="请去掉图片或拆成几个文件后再试")
