"""The last day that a time limit names: 2023年12月31日, 12月底前, 三季度末, 年底, 全年持续推进."""

import datetime as dt
import re
from dataclasses import dataclass

from duixian.compiler.dates import day_or_none, last_day, read_year
from duixian.compiler.ordinals import NUMERAL, read_ordinal

_YEAR = (
    r"(?:(?P<year>2[0O][\dlIO]{2}|二[〇零○][〇零○一二三四五六七八九]{2})\s{0,2}(?:年|[-./](?=\d))"
    r"|(?P<which>今年|当年|本年|明年|次年))?(?:度)?\s{0,2}"
)
_N = rf"(?:[\dlIO]{{1,2}}|{NUMERAL})"
# What a bad recognition makes of 1 and 0.
_LETTERS = str.maketrans("lIO", "110")
_LIMIT = re.compile(
    _YEAR
    + "(?:"
    + "|".join(
        (
            rf"(?P<month>{_N})\s{{0,2}}(?:月份?|[-./])\s{{0,2}}(?P<day>{_N})(?:\s{{0,2}}[日号]|(?!\s?[\d.月]))",
            rf"(?P<bare_month>{_N})\s{{0,2}}月份?(?P<third>上旬|中旬|下旬|初|底|末)?",
            r"第?(?P<quarter>[一二三四1234])季度",
            r"(?P<half>上半年|下半年)",
            r"(?P<end_of_year>(?:(?<=年)|(?<=年度)|年)[底末内]|岁末)",
        )
    )
    + ")"
)
_YEAR_ALONE = re.compile(r"(?P<year>20\d\d)\s?年")
_CONTINUOUS = re.compile(r"持续|长期|常态|全年|贯穿|滚动|经常性")
# 2024年春节前: a day that the year alone does not tell.
_FEAST = re.compile("春节|元旦|元宵|清明|端午|中秋|国庆|开学|暑假|寒假|汛期|采暖|供暖")
_LOST = "\ufffd"  # stands where a character was lost: a day beside it may lack a digit
_THIRDS = {"上旬": 10, "中旬": 20, "初": 10}
_MONTHS, _LONGEST = 12, 80


@dataclass(frozen=True, slots=True)
class Deadline:
    """``day`` is inclusive; ``continuous`` where the work goes on all the year through."""

    day: dt.date
    continuous: bool = False


def read_deadline(text: str, *, year: int | None) -> Deadline | None:
    """The last day that ``text`` names, or None where it names none.

    Time: days without a year are of ``year``, the year the document is for.

    >>> read_deadline("6月底前", year=2024).day, read_deadline("2023年3月—11月", year=None).day
    (datetime.date(2024, 6, 30), datetime.date(2023, 11, 30))
    >>> read_deadline("全年持续推进", year=2023)
    Deadline(day=datetime.date(2023, 12, 31), continuous=True)
    """
    own = year
    found = None
    for match in _LIMIT.finditer(text[:_LONGEST]):
        if _LOST in text[max(0, match.start() - 1) : match.end() + 1]:
            continue
        own = _year_of(match, own)
        found = _day_of(match, own) or found
    if found:
        return Deadline(found)
    if _LOST in text[:_LONGEST]:
        return None
    if _FEAST.search(text[:_LONGEST]):
        return None
    alone = _YEAR_ALONE.search(text[:_LONGEST])
    own = int(alone["year"]) if alone else year
    if own is None:
        return None
    if _CONTINUOUS.search(text[:_LONGEST]):
        return Deadline(dt.date(own, _MONTHS, 31), continuous=True)
    return Deadline(dt.date(own, _MONTHS, 31)) if alone else None


def _year_of(match: re.Match[str], year: int | None) -> int | None:
    if match["year"]:
        return read_year(match["year"])
    return year + 1 if year and match["which"] in ("明年", "次年") else year


def _day_of(match: re.Match[str], year: int | None) -> dt.date | None:
    if year is None:
        return None
    if match["month"]:
        return day_or_none(year, _number(match["month"]), _number(match["day"]))
    if match["bare_month"]:
        return _end_of_month(year, _number(match["bare_month"]), match["third"])
    if match["quarter"]:
        return last_day(year, 3 * read_ordinal(match["quarter"]))
    return dt.date(year, 6, 30) if match["half"] == "上半年" else dt.date(year, _MONTHS, 31)


def _number(written: str) -> int:
    return read_ordinal(written.translate(_LETTERS))


def _end_of_month(year: int, month: int, third: str | None) -> dt.date | None:
    if not 1 <= month <= _MONTHS:
        return None
    return dt.date(year, month, _THIRDS[third]) if third in _THIRDS else last_day(year, month)
