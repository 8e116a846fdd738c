"""Finds the line ends that a page of fixed width put inside sentences; where most full lines are equally wide."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

# Widths in half characters: a line of text on paper holds 20 to 50 characters.
_NARROWEST, _WIDEST, _RAGGED = 40, 104, 7
_FEWEST, _SHARE, _MOST_LONGER = 6, 0.5, 0.1
_STOPS = "。；;！!？?：:）)】》”|"
_TITLED = ("通知", "公告", "通告", "公示", "通报", "意见", "报告", "方案")
# A line that begins anew: indented, a label, a field, a mark of the page.
_NEW = re.compile(
    r"[ \t]{2,}|[ \t]?(?:[（(]?[一二三四五六七八九十]{1,3}[）)、.．,，]|[（(]\d{1,2}[）)]|\d{1,2}[、.．](?!\d)|[①-⒛]"
    r"|第[一二三四五六七八九十\d]{1,4}[条章节件项]|附[ ]?[件表]|[|•·●★■◆—【\[#*]|[一-鿿（）]{2,9}[:：]"
    r"|[一-鿿]{1,14}[〔\[（(﹝]20\d\d|[—-]{1,3}[ ]?\d|\d{1,3}[ \t]*\n|[一-鿿]{4,24}\n[ \t]*(?:20\d\d|[二2]?[〇○零O]))"
)


def wrapped_ends(text: str) -> Iterator[tuple[int, int]]:
    """Where the line ends within sentences stand, as (begin, end); nothing on a page whose lines have no one width.

    Shape: in the order of the text; the blanks around a line's end belong to it.
    """
    lines = _lines(text)
    width = _width([line for _, line in lines])
    if not width:
        return
    for (begin, line), (following, below) in pairwise(lines):
        end = begin + len(line)
        is_next = text.count("\n", end, following) == 1
        goes_on = is_next and line[-1] not in _STOPS and not line.endswith(_TITLED) and _is_full(line, width)
        if goes_on and not _NEW.match(text, _line_start(text, following)):
            yield end, following + len(below) - len(below.lstrip())


def _lines(text: str) -> list[tuple[int, str]]:
    """The lines that hold something, without the blanks around them, each with the place where its words begin."""
    found = []
    at = 0
    for raw in text.split("\n"):
        stripped = raw.strip()
        if stripped:
            found.append((at + raw.index(stripped[0]), stripped))
        at += len(raw) + 1
    return found


def _line_start(text: str, position: int) -> int:
    return text.rfind("\n", 0, position) + 1


def _width(lines: Sequence[str]) -> int:
    """The width of a full line in half characters, or 0 where the page has none."""
    widths = Counter(_measure(line) for line in lines if len(line) * 2 >= _NARROWEST)
    long = sum(widths.values())
    if long < _FEWEST:
        return 0
    full = {
        width: sum(widths[n] for n in range(width - _RAGGED + 1, width + 1)) for width in range(_NARROWEST, _WIDEST)
    }
    best = max(full, key=lambda width: (full[width], -width))
    longer = sum(count for width, count in widths.items() if width > best)
    return best if full[best] >= max(_FEWEST, _SHARE * long) and longer <= _MOST_LONGER * long else 0


def _is_full(line: str, width: int) -> bool:
    return len(line) <= width and width - _RAGGED < _measure(line) <= width + 2


def _measure(line: str) -> int:
    """How wide a line is in half characters; longer ones than any full line need no measuring."""
    return len(line.encode("gb18030")) if len(line) <= _WIDEST else _WIDEST + 1
