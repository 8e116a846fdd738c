"""What may be handed in as evidence: known by its name and by its first bytes, and no larger than a document."""

from collections.abc import Mapping
from pathlib import PurePath

from duixian.texts import LIMIT_BYTES
from duixian.units import Refused, gettext_noop

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
# How a file of that name begins; an empty start is plain text, which has no mark but never holds a zero byte.
BEGINS: Mapping[str, tuple[bytes, ...]] = {
    ".pdf": (b"%PDF",),
    ".jpg": (b"\xff\xd8\xff",),
    ".jpeg": (b"\xff\xd8\xff",),
    ".png": (b"\x89PNG",),
    ".docx": (_ZIP,),
    ".xlsx": (_ZIP,),
    ".ofd": (_ZIP,),
    ".zip": (_ZIP,),
    ".doc": (_OLE,),
    ".xls": (_OLE,),
    ".wps": (_OLE, _ZIP),
    ".et": (_OLE, _ZIP),
    ".txt": (b"",),
    ".csv": (b"",),
}
_MOST_MEGABYTES = LIMIT_BYTES // (1024 * 1024)
_LONGEST_NAME = 255


def check_evidence(data: bytes, *, name: str) -> None:
    """Errors: Refused for a file that is empty, too large, or not what its name says."""
    suffix = PurePath(name).suffix.lower()
    if suffix not in BEGINS:
        raise Refused(
            "evidence-kind",
            gettext_noop("“{name}”不能作凭据：只收 {kinds}。请另存为其中一种再传。"),
            name=name,
            kinds="、".join(kind[1:] for kind in BEGINS),
        )
    if not data:
        raise Refused("evidence-empty", gettext_noop("“{name}”是空文件，没有存入。请确认选对了文件。"), name=name)
    if len(data) > LIMIT_BYTES:
        raise Refused(
            "evidence-too-large",
            gettext_noop("“{name}”超过 {most} MB 的上限，没有存入。请压缩或拆成几个文件。"),
            name=name,
            most=_MOST_MEGABYTES,
        )
    if len(name) > _LONGEST_NAME:
        raise Refused("evidence-name", gettext_noop("文件名太长，请改短后再传。"))
    if not _is_what_it_says(data, BEGINS[suffix]):
        raise Refused(
            "evidence-mislabelled",
            gettext_noop("“{name}”的内容不是 {kind} 文件，没有存入。请用原来的软件打开后另存，再传。"),
            name=name,
            kind=suffix[1:],
        )


def _is_what_it_says(data: bytes, begins: tuple[bytes, ...]) -> bool:
    return b"\0" not in data if begins == (b"",) else data.startswith(begins)
