"""Folds a text's characters one for one: full-width forms, traditional script, radicals that stand for characters."""

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

# Full-width forms fold to ASCII so that rules are written once. The Chinese marks ，。：；（） stay as they are
# except where a document itself mixes both widths: passes accept either.
_WIDTH = {
    chr(code): chr(code - 0xFEE0) for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))
}
_WIDTH |= {"％": "%", "．": ".", "\u3000": " ", "\xa0": " ", "\r": " "}
_WIDE = re.compile(f"[{''.join(_WIDTH)}]")
# Quotation marks as traditional texts write them.
_QUOTES = str.maketrans("「」『』", "“”‘’")
# The 6,763 characters of simplified script that the standard of 1980 holds.
_GB_2312 = frozenset(
    bytes(mark for high in range(0xB0, 0xF8) for low in range(0xA1, 0xFF) for mark in (high, low)).decode(
        "gb2312", errors="ignore"
    )
)
# Signs that both scripts write.
_COMMON = "".join(map(chr, range(128))) + "\u3000，。、；：？！（）《》〈〉【】〔〕“”‘’·—…－～％０１２３４５６７８９"
_STRANGE = re.compile(f"[^{re.escape(_COMMON)}{''.join(sorted(_GB_2312))}]")
# Radicals, characters, and the compatibility forms that converters write for them.
_HAN = re.compile("[⺀-⿕㐀-鿿豈-\ufaff]")


def fold(text: str, *, script: Mapping[int, int] | None = None) -> str:
    """``text`` in one width and in simplified script, as many characters long, so that every span holds in both.

    ``script`` is what ``other_script(text)`` gives, where that is known already.

    >>> fold("為２萬戶"), fold("甯静，乾坤")
    ('为2万户', '宁静，干坤')
    """
    respelt = other_script(text) if script is None else script
    if respelt:
        text = text.translate(respelt)
    # One replacement after the other is a tenth of the work of looking every character up in a table.
    for mark in set(_WIDE.findall(text)):
        text = text.replace(mark, _WIDTH[mark])
    return text


def other_script(text: str) -> dict[int, int]:
    """The characters of ``text`` that simplified script writes otherwise; nothing for a text that is simplified.

    A character outside GB 2312 tells a traditional text. Those within it (於, 後, 徵) are common there as well, and
    in a simplified text belong to names: they are folded only beside others.
    """
    strangers = [mark for mark in set(_STRANGE.findall(text)) if _HAN.match(mark)]
    if not strangers or not _folded(strangers):
        return {}
    return _folded([mark for mark in set(text) if _HAN.match(mark)]) | _QUOTES


def _folded(marks: list[str]) -> dict[int, int]:
    """Each of ``marks`` that has another simplified form of one character, with that form."""
    plain = [one if len(one := unicodedata.normalize("NFKC", mark)) == 1 else mark for mark in marks]
    simplified = _to_simplified("\n".join(plain)).split("\n")
    pairs = zip(marks, simplified, strict=True)
    return {ord(mark): ord(other) for mark, other in pairs if len(other) == 1 and other != mark}


def _to_simplified(text: str) -> str:
    return str(_converter().convert(text))


@lru_cache(maxsize=1)
def _converter() -> Any:
    # Imported here: most texts are simplified, and the dictionary takes a while to load.
    import opencc  # noqa: PLC0415

    return opencc.OpenCC("t2s")
