"""Months by the calendar."""

import datetime as dt
from calendar import monthrange

_MONTHS = 12


def add_months(day: dt.date, *, months: int) -> dt.date:
    """The corresponding day so many months later, or the month's last where that day does not exist.

    Source: 民法典 第二百零二条. Errors: ValueError where the day would lie beyond the years 1–9999.

    >>> add_months(dt.date(2024, 2, 29), months=12), add_months(dt.date(2024, 8, 31), months=6)
    (datetime.date(2025, 2, 28), datetime.date(2025, 2, 28))
    """
    years, month = divmod(day.month - 1 + months, _MONTHS)
    year, month = day.year + years, month + 1
    if not dt.MINYEAR <= year <= dt.MAXYEAR:
        raise ValueError(f"no day {months} months from {day}")
    return dt.date(year, month, min(day.day, monthrange(year, month)[1]))
