"""How many full years have passed, by the calendar."""

import datetime as dt

from duixian.calendars import add_months

_MONTHS = 12


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
    return years if add_months(since, months=years * _MONTHS) <= until else years - 1
