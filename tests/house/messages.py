"""Every msgid of the code and the templates, extracted without GNU gettext.

``python -m tests.house.messages`` brings the catalogue up to date: new msgids are added untranslated, those that went
are dropped, and what is translated is compiled.
"""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

from .repository import SRC

# What marks a msgid: Django's functions under the names the code imports them by, and our own for the pure rooms.
KEYWORDS = {
    "_": None,
    "lazy": None,
    "gettext": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
}
# The command line prints Chinese as it stands.
_SPOKEN_AS_IT_STANDS = {"cli"}
ENGLISH = SRC / "config" / "locale" / "en" / "LC_MESSAGES" / "django.po"

MsgId = str | tuple[str, ...]


def messages() -> dict[MsgId, str]:
    """msgid → where it first stands; a pair for what has a plural."""
    found: dict[MsgId, str] = {}
    for path in sorted([*SRC.rglob("*.py"), *SRC.rglob("*.html")]):
        if path.relative_to(SRC).parts[0] not in _SPOKEN_AS_IT_STANDS:
            for line, message in _messages_of(path):
                found.setdefault(message, f"{path.relative_to(SRC).as_posix()}:{line}")
    return found


def _messages_of(path: Path) -> Iterator[tuple[int, MsgId]]:
    text = path.read_text(encoding="utf-8")
    code = templatize(text, origin=str(path)) if path.suffix == ".html" else text
    for line, message, _, _ in extract(
        "python", BytesIO(code.encode()), keywords=KEYWORDS, options={"encoding": "utf-8"}
    ):
        yield line, message


def catalogue() -> Catalog:
    """The English translations as they are written."""
    with ENGLISH.open("rb") as file:
        return read_po(file, locale="en")


def compiled(written: Catalog) -> bytes:
    """What Django reads, of what translators wrote."""
    out = BytesIO()
    write_mo(out, written)
    return out.getvalue()


def bring_up_to_date() -> None:
    """Writes the catalogue anew with the msgids of today, and compiles it."""
    old = catalogue() if ENGLISH.exists() else Catalog(locale="en")
    new = Catalog(
        locale="en",
        project="duixian",
        version="0",
        fuzzy=False,
        msgid_bugs_address=" ",
        last_translator=" ",
        language_team="English",
        header_comment="# English for Duixian; msgids are Chinese.",
    )
    new.creation_date = new.revision_date = old.creation_date
    for message, place in messages().items():
        known = old.get(message if isinstance(message, str) else message[0])
        new.add(message, string=known.string if known else None, locations=[(place.rpartition(":")[0], None)])
    ENGLISH.parent.mkdir(parents=True, exist_ok=True)
    with ENGLISH.open("wb") as file:
        write_po(file, new, width=120)
    ENGLISH.with_suffix(".mo").write_bytes(compiled(catalogue()))


if __name__ == "__main__":
    bring_up_to_date()
