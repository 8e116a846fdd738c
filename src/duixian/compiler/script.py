"""Folds a text's characters one for one: full-width forms, traditional script, radicals that stand for characters."""

import unicodedata

# Full-width forms fold to ASCII so that rules are written once. The Chinese marks ，。：；（） stay as they are
# except where a document itself mixes both widths: passes accept either.
_WIDTH = {code: code - 0xFEE0 for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))}
_WIDTH |= {ord("％"): ord("%"), ord("．"): ord("."), ord("\u3000"): ord(" "), ord("\xa0"): ord(" ")}
# Quotation marks as traditional texts write them.
_QUOTES = str.maketrans("「」『』", "“”‘’")
_FIRST_HAN, _LAST_HAN = "⺀", "\ufaff"


def fold(text: str) -> str:
    """``text`` in one width and in simplified script, as many characters long, so that every span holds in both.

    >>> fold("為２萬戶"), fold("甯静，乾坤")
    ('为2万户', '宁静，干坤')
    """
    return text.translate(_WIDTH | _simplified(text))


def differs_in_script(text: str, *, folded: str) -> bool:
    """Whether folding changed characters and not only their width."""
    return text != folded and text.translate(_WIDTH) != folded


def _simplified(text: str) -> dict[int, int]:
    """The characters of ``text`` that simplified script writes otherwise; nothing for a text that is simplified.

    A character outside GB 2312 tells a traditional text. Those within it (於, 後, 徵) are common there as well, and
    in a simplified text belong to names: they are folded only beside others.
    """
    distinct = sorted({mark for mark in set(text) if _FIRST_HAN <= mark <= _LAST_HAN})
    strangers = [mark for mark in distinct if not _is_simplified(mark)]
    if not strangers or not _folded(strangers):
        return {}
    return _folded(distinct) | _QUOTES


def _is_simplified(mark: str) -> bool:
    try:
        mark.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def _folded(marks: list[str]) -> dict[int, int]:
    """Each of ``marks`` that has another simplified form of one character, with that form."""
    # Imported here: most texts are simplified, and the dictionary takes a while to load.
    import opencc  # noqa: PLC0415

    plain = [one if len(one := unicodedata.normalize("NFKC", mark)) == 1 else mark for mark in marks]
    simplified = opencc.OpenCC("t2s").convert("\n".join(plain)).split("\n")
    pairs = zip(marks, simplified, strict=True)
    return {ord(mark): ord(other) for mark, other in pairs if len(other) == 1 and other != mark}
