"""The State Council's arrangements of past years and this one, as the package chinesecalendar holds them."""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from chinese_calendar import constants

from duixian.calendars.grade import Grade
from duixian.calendars.year import Year

_SOURCE = "国务院办公厅各年关于部分节假日安排的通知（chinesecalendar 收录）"
# The package shortens three names.
_FULL_NAMES = {"清明": "清明节", "端午": "端午节", "中秋": "中秋节"}


@cache
def national_years() -> Mapping[int, Year]:
    """Each year that the package knows, 2004 to the last one published when it was made.

    Only its tables are read: its functions take a time of day for its day without a word.
    """
    off, work = _by_year(constants.holidays), _by_year(constants.workdays)
    return {year: Year(year, off[year], work[year], _SOURCE, Grade.B) for year in sorted(off)}


def _by_year(table: Mapping[dt.date, str]) -> defaultdict[int, dict[dt.date, str]]:
    found: defaultdict[int, dict[dt.date, str]] = defaultdict(dict)
    for day, holiday in table.items():
        name = str(constants.Holiday(holiday).chinese)
        found[day.year][day] = _FULL_NAMES.get(name, name)
    return found
