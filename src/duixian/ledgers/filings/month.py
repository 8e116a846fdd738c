"""A calendar month: the period of a report."""

from __future__ import annotations

import datetime as dt
import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass

_MONTHS = 12
_WRITTEN = re.compile(r"([0-9]{4})-([0-9]{2})")


@dataclass(frozen=True, order=True, slots=True)
class Month:
    """One month, in order of time.

    >>> str(Month(2028, 2)), Month(2028, 2).last, Month(2026, 12).opens
    ('2028-02', datetime.date(2028, 2, 29), datetime.date(2027, 1, 1))
    """

    year: int
    month: int

    @classmethod
    def of(cls, day: dt.date) -> Month:
        """The month in which ``day`` lies."""
        return cls(day.year, day.month)

    @classmethod
    def read(cls, written: str) -> Month:
        """``2026-09``. Errors: ValueError for anything else, and for a month that no calendar has."""
        found = _WRITTEN.fullmatch(written)
        if found is None:
            raise ValueError(f"a month is written 2026-09, not {written!r}")
        return cls.of(dt.date(int(found[1]), int(found[2]), 1))

    def __str__(self) -> str:
        return f"{self.year:04}-{self.month:02}"

    @property
    def first(self) -> dt.date:
        """Its first day."""
        return dt.date(self.year, self.month, 1)

    @property
    def last(self) -> dt.date:
        """Its last day, on which its figures are reported."""
        return dt.date(self.year, self.month, monthrange(self.year, self.month)[1])

    @property
    def opens(self) -> dt.date:
        """The first day on which it can be reported: the one after its end."""
        return self.last + dt.timedelta(days=1)

    def after(self, months: int) -> Month:
        """So many months later, or earlier where ``months`` is negative.

        >>> str(Month(2026, 1).after(-1)), str(Month(2026, 11).after(2))
        ('2025-12', '2027-01')
        """
        years, month = divmod(self.month - 1 + months, _MONTHS)
        return Month(self.year + years, month + 1)


def last_over(day: dt.date) -> Month:
    """The newest month that is over on ``day``: the one that is to be reported then."""
    return Month.of(day).after(-1)


def months_from(first: Month, *, until: Month) -> Iterator[Month]:
    """Every month from ``first`` to ``until``, both included; none where ``until`` is earlier."""
    while first <= until:
        yield first
        first = first.after(1)
