"""Blanks out what a printed page puts between the lines: page numbers, and a table's head once more."""

import re
from collections.abc import Iterator, Sequence

from duixian.compiler.lexicon.columns import ORDINAL_COLUMNS
from duixian.compiler.wraps import wrapped_ends

# Stands where something was hidden. No folded text holds it otherwise: it is itself folded to a blank.
FILLER = "\xa0"

_DASH = "[-—–－―─]"
_NUMBER = (
    rf"{_DASH}{{1,3}}[ ]{{0,3}}\d{{1,3}}[ ]{{0,3}}{_DASH}{{1,3}}"
    r"|第[ ]?\d{1,3}[ ]?页(?:[ ]{0,3}[,，/]?[ ]{0,3}共[ ]?\d{1,3}[ ]?页)?"
)
_ORDINAL = "|".join(ORDINAL_COLUMNS)
# A table's head with blanks between its columns, which a bad recognition leaves in the middle of a sentence.
_LOST_HEAD = rf"(?:{_ORDINAL})(?:[ \t]{{1,20}}[一-鿿（()）]{{2,12}}){{2,11}}"
_MARK = re.compile(
    rf"(?<=\n)[ \t]{{0,60}}(?:(?P<number>{_NUMBER})(?:[ \t]{{0,60}}\n[ \t]{{0,60}}{_LOST_HEAD})?|{_LOST_HEAD})"
    r"[ \t]{0,60}(?=\n|$)"
)
_CUE = re.compile(rf"\n[ \t]{{0,60}}(?:{_DASH}|第[ ]?\d|{_ORDINAL})")
# A full line without a stop goes on behind the mark, unless a label or a field stands there.
_FULL_LINE, _STOPS = 24, "。；;！!？?：:）)》”"
_NEW = re.compile(
    r"[ \t]{0,20}(?:[一-鿿]{2,12}[:：]|[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]"
    r"|[一二三四五六七八九十]{1,3}[,，：:]"
    r"|第[一二三四五六七八九十\d]{1,4}[条章节]|附[ ]?件|[|•·●★■◆]|\d{1,3}(?:[ \t]{0,4}(?:\n|[|\t])|[ \t]{1,8}))"
)
# A table's part (三、医疗卫生) may stand between the head and the first row.
_ONE = r"(?:1|第[ ]?[1一][ ]?[件项]|实事[1一])"
_PART = r"(?:[ \t]{0,20}(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)])[^\n]{1,40}\n)"
# A head on one line with bars, or with each column's name on a line of its own down to the first row's number.
_HEAD = re.compile(
    rf"(?<=\n)[ \t|]{{0,20}}(?:(?:{_ORDINAL})[ \t]{{0,20}}[|\t][^\n]{{4,300}}"
    rf"|(?:{_ORDINAL})[ \t]{{0,20}}(?:\n[^\n]{{1,16}}){{2,12}}?(?=\n{_PART}?[ \t]{{0,20}}{_ONE}[ \t]{{0,20}}\n))"
)
_AGAIN = re.compile(rf"(?<=\n)[ \t|]{{0,20}}(?:{_ORDINAL})(?=[ \t|\n])")
_FIRST_ROW = re.compile(rf"(?:[\s|:+-]{{0,400}}\n)?{_PART}?[ \t|]{{0,20}}{_ONE}[ \t]{{0,20}}[|\t\n]")
_MOST_HEADS, _LONGEST_LINE = 8, 400


def hide_page_marks(text: str) -> str:
    r"""``text``, as long as before, with page numbers and repeated table heads blanked and broken sentences mended.

    >>> hide_page_marks("为了切实保障和改善民生，现就二〇二〇年有关工作提出\n- 3 -\n意见。").replace(FILLER, "")
    '为了切实保障和改善民生，现就二〇二〇年有关工作提出意见。'
    """
    text = _blanked(text, list(_heads(text)))
    text = _blanked(text, list(_marks(text)) if _CUE.search(text) else [])
    return _blanked(text, list(wrapped_ends(text)))


def _blanked(text: str, hidden: Sequence[tuple[int, int]]) -> str:
    pieces, at = [], 0
    for begin, end in hidden:
        if begin >= at:
            pieces += [text[at:begin], FILLER * (end - begin)]
            at = end
    return "".join([*pieces, text[at:]]) if pieces else text


def _marks(text: str) -> Iterator[tuple[int, int]]:
    """Where page numbers stand, with the line ends around them where the sentence goes on behind."""
    for match in _MARK.finditer(text):
        begin, end = len(text[max(0, match.start() - _LONGEST_LINE) : match.start()].rstrip()), match.end()
        begin += max(0, match.start() - _LONGEST_LINE)
        above = text.rfind("\n", max(0, begin - _LONGEST_LINE), begin) + 1
        behind = end + len(text[end : end + _LONGEST_LINE]) - len(text[end : end + _LONGEST_LINE].lstrip())
        goes_on = begin - above >= _FULL_LINE and text[begin - 1] not in _STOPS and not _NEW.match(text, behind)
        if goes_on:
            yield begin, behind
        elif match["number"]:
            yield match.span("number")


def _heads(text: str) -> Iterator[tuple[int, int]]:
    """Where a table's head is printed once more before the table goes on; a table that begins anew keeps its own."""
    heads: list[str] = []
    for again in _AGAIN.finditer(text):
        begin = again.start()
        known = next((head for head in heads if text.startswith(head, begin)), None)
        if known and not _FIRST_ROW.match(text, begin + len(known) + 1):
            yield begin, begin + len(known)
        elif known is None and len(heads) < _MOST_HEADS and (match := _HEAD.match(text, begin)):
            heads.append(match.group())
