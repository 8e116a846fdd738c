"""Months and years by the calendar: which day is so many months later, and how many full years have passed."""

import datetime as dt
from calendar import monthrange

_MONTHS = 12


def months_after(day: dt.date, *, months: int) -> dt.date:
    """The corresponding day, or the month's last where that day does not exist. Source: 民法典 第二百零二条.

    Errors: ValueError beyond the year 9999.

    >>> months_after(dt.date(2024, 8, 31), months=6)
    datetime.date(2025, 2, 28)
    """
    years, month = divmod(day.month - 1 + months, _MONTHS)
    year, month = day.year + years, month + 1
    if year > dt.MAXYEAR:
        raise ValueError(f"no day {months} months after {day}")
    return dt.date(year, month, min(day.day, monthrange(year, month)[1]))


def full_years(since: dt.date, *, until: dt.date) -> int:
    """Anniversaries of ``since`` up to ``until``, that day included; 29 February has its on the 28th in common years.

    Errors: ValueError where ``until`` lies before ``since``.

    >>> entered = dt.date(2022, 9, 12)
    >>> full_years(entered, until=dt.date(2023, 9, 11)), full_years(entered, until=dt.date(2023, 9, 12))
    (0, 1)
    """
    if until < since:
        raise ValueError(f"{until} lies before {since}")
    years = until.year - since.year
    return years if months_after(since, months=years * _MONTHS) <= until else years - 1
