"""Files into text: txt, html, docx, pdf and ofd, told apart by their bytes. Text or a refusal, whatever the bytes."""

from duixian.texts.file import LIMIT_BYTES, TextFile, TextKind, UnreadableFile
from duixian.texts.opening import open_file, open_text

__all__ = ["LIMIT_BYTES", "TextFile", "TextKind", "UnreadableFile", "open_file", "open_text"]
