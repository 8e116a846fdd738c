"""Days as official documents write them: 2023年2月9日, 二〇二三年三月二十四日, 2023-02-09, 6月底, 年底."""

import calendar
import datetime as dt
import re
from functools import lru_cache

from duixian.compiler.ordinals import NUMERAL, read_ordinal

_DIGITS = {mark: str(value) for value, mark in enumerate("〇一二三四五六七八九")} | {
    "零": "0",
    "○": "0",
    "O": "0",
    "Ｏ": "0",
    "l": "1",
    "I": "1",
}
# What a bad recognition makes of 1 and 0.
_LETTERS = str.maketrans("lIO", "110")
_YEAR = r"(?P<year>2[0OＯ][\dlIO]{2}|[二2][〇零○OＯ0]\s?[〇零○OＯ一二三四五六七八九]\s?[〇零○OＯ一二三四五六七八九])"
_N = rf"(?:[\dlIO]{{1,2}}|{NUMERAL})"
_DAY = (
    rf"{_YEAR}\s{{0,4}}(?:年\s{{0,4}}(?P<month>{_N})\s{{0,4}}月\s{{0,4}}(?P<day>{_N})\s{{0,4}}日"
    r"|[-./](?P<month2>\d{1,2})[-./](?P<day2>\d{1,2}))"
)
_DAY_ENDS = frozenset("日)）0123456789")
DAY = re.compile(_DAY)
DAY_LINE = re.compile(rf"[（(]?\s*{_DAY}\s*[)）]?")


def read_year(written: str) -> int:
    """``2023`` or ``二〇二三`` as a number."""
    return int("".join(_DIGITS.get(mark, mark) for mark in written if not mark.isspace()))


def last_day(year: int, month: int) -> dt.date:
    """The last day of the month."""
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def day_or_none(year: int, month: int, day: int) -> dt.date | None:
    """The day, or None where the calendar has no such day (2月30日)."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def day_of(match: re.Match[str]) -> dt.date | None:
    """The day that a match of ``DAY`` or ``DAY_LINE`` names."""
    month = read_ordinal((match["month"] or match["month2"]).translate(_LETTERS))
    day = read_ordinal((match["day"] or match["day2"]).translate(_LETTERS))
    return day_or_none(read_year(match["year"]), month, day)


# Several passes ask the same of the same lines, one right after the other.
@lru_cache(maxsize=64)
def read_day_line(text: str) -> dt.date | None:
    """The day, where the line holds a day and nothing else.

    >>> read_day_line("二〇二三年三月二十四日")
    datetime.date(2023, 3, 24)
    >>> read_day_line("2023年2月9日起") is None
    True
    """
    # A day with blanks between its characters is no longer than this, and ends so.
    if len(text) > 40 or text[-1:] not in _DAY_ENDS:  # noqa: PLR2004
        return None
    match = DAY_LINE.fullmatch(text) or DAY_LINE.fullmatch("".join(text.split()))
    return day_of(match) if match else None
