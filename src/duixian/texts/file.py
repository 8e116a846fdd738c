"""A file that was read, or why it was not."""

from dataclasses import dataclass
from enum import StrEnum

from duixian.units import Finding

LIMIT_BYTES = 20_000_000


class TextKind(StrEnum):
    """What the bytes are, whatever the file is called."""

    PLAIN = "txt"
    HTML = "html"
    DOCX = "docx"
    PDF = "pdf"
    OFD = "ofd"


@dataclass(frozen=True, slots=True)
class TextFile:
    r"""The text of a file: the one that every span counts its characters in.

    Shape: lines end in ``\n``; never blank. Plain text is the decoded file and nothing else; of the other kinds it
    is what a reader sees, one paragraph or table row a line, cells parted by a tab. ``encoding`` is that of the bytes
    for plain text and html, else None.
    """

    name: str
    text: str
    kind: TextKind
    encoding: str | None = None
    findings: tuple[Finding, ...] = ()


class UnreadableFile(Exception):  # noqa: N818  it is a refusal that users meet, and is named as they would
    """A file that cannot be read. The message is Chinese: which file, what is wrong, what to do."""

    def __init__(self, name: str, *, wrong: str, cure: str) -> None:
        super().__init__(f"“{name or '未命名文件'}”{wrong}。{cure}。")
        self.name = name
        self.wrong = wrong
        self.cure = cure
