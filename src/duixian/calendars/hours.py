"""Office hours: sessions of a day, by season of the year."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from duixian.calendars.grade import Grade


@dataclass(frozen=True, slots=True)
class Session:
    """Open from ``opens`` to ``closes``, Beijing time."""

    opens: dt.time
    closes: dt.time

    def __str__(self) -> str:
        return f"{self.opens:%H:%M}—{self.closes:%H:%M}"


@dataclass(frozen=True, slots=True)
class OfficeHours:
    """The sessions of a working day in their order, at least one; ``grade`` says how well they are known.

    >>> str(OfficeHours((Session(dt.time(9), dt.time(12)), Session(dt.time(13), dt.time(17))), "某通知", Grade.B))
    '09:00—12:00、13:00—17:00'
    """

    sessions: tuple[Session, ...]
    source: str
    grade: Grade

    @property
    def closes(self) -> dt.time:
        """When the day's last session ends."""
        return self.sessions[-1].closes

    def __str__(self) -> str:
        return "、".join(map(str, self.sessions))


@dataclass(frozen=True, slots=True)
class Season:
    """Hours that begin on the same month and day of every year, in force from a day to a day (None: still)."""

    from_day: dt.date
    to_day: dt.date | None
    begins: tuple[int, int]
    hours: OfficeHours

    def is_in_force(self, day: dt.date) -> bool:
        """Whether the rule holds on the day, whatever the season."""
        return self.from_day <= day and (self.to_day is None or day <= self.to_day)

    def began(self, day: dt.date) -> dt.date:
        """When it began last, the day itself included."""
        month, of_month = self.begins
        this_year = dt.date(day.year, month, of_month)
        return this_year if this_year <= day else dt.date(day.year - 1, month, of_month)


def hours_on(day: dt.date, *, seasons: Iterable[Season]) -> OfficeHours | None:
    """The hours of the season that began last among those in force; None where none is."""
    in_force = [season for season in seasons if season.is_in_force(day)]
    return max(in_force, key=lambda season: season.began(day)).hours if in_force else None
