"""A region's working days and the clocks that run on them."""

import datetime as dt
from collections.abc import Iterator
from enum import StrEnum
from zoneinfo import ZoneInfo

from duixian.calendars.clock import Clock, MarkedDay, Unit
from duixian.calendars.hours import OfficeHours, hours_on
from duixian.calendars.refusals import HoursUnknownError, RestDayError, UnpublishedYearError
from duixian.calendars.year import Region, Year

_DAY = dt.timedelta(days=1)
_SATURDAY = 5
# One time for the whole country; offices in the west open later by the same clock.
BEIJING_TIME = ZoneInfo("Asia/Shanghai")


class Gaps(StrEnum):
    """What to do with a year whose national days are published and whose local ones are not."""

    REFUSED = "refused"
    MARKED = "marked"


class Calendar:
    """The working days of one region; made by ``calendar_of``.

    Errors: every method that asks whether a day is worked raises UnpublishedYearError for a year nobody has
    entered, and TypeError for a time of day where a day is meant: a datetime is in no table of holidays.
    """

    def __init__(self, national: Region, *, local: Region | None = None, gaps: Gaps = Gaps.REFUSED) -> None:
        self._national, self._local, self._gaps = national, local, gaps
        self.region = (local or national).name
        self._national_days = _differing(national)
        self._local_days = _differing(local, where=local.name) if local else {}

    def is_working_day(self, day: dt.date) -> bool:
        """Whether offices work on the day."""
        return self._judged(day)[0]

    def reason(self, day: dt.date) -> str:
        """What is special about the day, such as 周末, 国庆节 or 调休上班; "" for an ordinary working day."""
        return self._judged(day)[1]

    def working_days_after(self, day: dt.date, *, days: int) -> Clock:
        """The clock of so many working days, at least one, the first being the first one after ``day``."""
        if days < 1:
            raise ValueError(f"a clock counts at least one working day, not {days}")
        skipped: list[MarkedDay] = []
        made_up: list[MarkedDay] = []
        counted = 0
        for marked, working in self._days_after(day):
            counted += working
            if marked.reason:
                (made_up if working else skipped).append(marked)
            if counted == days:
                break
        return self._clock(day, due=marked.day, counted=counted, skipped=skipped, made_up=made_up)

    def working_days_between(self, since: dt.date, *, until: dt.date) -> Clock:
        """The working days after ``since`` up to ``until``, that day included; none may be counted.

        Errors: ValueError where ``until`` lies before ``since``.
        """
        if until < since:
            raise ValueError(f"{until} lies before {since}")
        judged = [(self._marked(day), self.is_working_day(day)) for day in _stretch(_plain(since) + _DAY, until)]
        return self._clock(
            since,
            due=until,
            counted=sum(working for _, working in judged),
            skipped=[marked for marked, working in judged if not working],
            made_up=[marked for marked, working in judged if working and marked.reason],
        )

    def next_working_day(self, day: dt.date) -> Clock:
        """The day itself where it is worked, else the first one after it. Source: 民法典 第二百零三条.

        A period of calendar days or months that ends on a rest day ends here, where its rule says so.
        """
        return self.working_days_after(_plain(day) - _DAY, days=1)

    def calendar_days_after(self, day: dt.date, *, days: int) -> Clock:
        """The clock of so many complete days, at least one, rest days counted like others. No year is refused."""
        if days < 1:
            raise ValueError(f"a clock counts at least one day, not {days}")
        due = _plain(day) + dt.timedelta(days=days)
        return Clock(self.region, Unit.CALENDAR_DAY, day, due, counted=days)

    def office_hours(self, day: dt.date) -> OfficeHours:
        """The hours of a working day; a region that has published none keeps the nation's.

        Errors: RestDayError for a day without hours, HoursUnknownError where none that were in force are known.
        """
        working, reason = self._judged(day)
        if not working:
            raise RestDayError(self.region, day=day, reason=reason)
        region = self._local if self._local and self._local.seasons else self._national
        hours = hours_on(day, seasons=region.seasons)
        if hours is None:
            raise HoursUnknownError(region.name, day=day, file=region.file)
        return hours

    def end_of_day(self, day: dt.date) -> dt.datetime:
        """When offices close on a working day, Beijing time: what is handed in later counts for the next one.

        Source: 民法典 第二百零三条第二款. Errors: as ``office_hours``.
        """
        return dt.datetime.combine(day, self.office_hours(day).closes, tzinfo=BEIJING_TIME)

    def sources(self, year: int) -> tuple[Year, ...]:
        """What was published about the year, the nation's first; refused like a day of that year."""
        self._refuse_unpublished(year)
        regions = (self._national, self._local)
        return tuple(region.years[year] for region in regions if region and year in region.years)

    def _days_after(self, day: dt.date) -> Iterator[tuple[MarkedDay, bool]]:
        following = _plain(day)
        while True:
            following += _DAY
            yield self._marked(following), self.is_working_day(following)

    def _marked(self, day: dt.date) -> MarkedDay:
        return MarkedDay(day, self.reason(day))

    def _judged(self, day: dt.date) -> tuple[bool, str]:
        """Whether the day is worked, and why; the region's own notice goes before the nation's."""
        self._refuse_unpublished(_plain(day).year)
        ordinary = (False, "周末") if day.weekday() >= _SATURDAY else (True, "")
        national = self._national_days.get(day, ordinary)
        local = self._local_days.get(day, national)
        # A regional notice repeats the nation's make-up days: these keep the nation's reason.
        return national if local[0] == national[0] and local[0] else local

    def _refuse_unpublished(self, year: int) -> None:
        if year not in self._national.years:
            raise UnpublishedYearError.national(self.region, year=year, file=self._national.file)
        if self._local and year not in self._local.years and self._gaps is Gaps.REFUSED:
            raise UnpublishedYearError.local(self.region, year=year, file=self._local.file)

    def _clock(
        self, start: dt.date, *, due: dt.date, counted: int, skipped: list[MarkedDay], made_up: list[MarkedDay]
    ) -> Clock:
        years = range((start + _DAY).year, due.year + 1)
        remarks = tuple(remark for year in years for remark in self._remarks(year))
        return Clock(self.region, Unit.WORKING_DAY, start, due, counted, tuple(skipped), tuple(made_up), remarks)

    def _remarks(self, year: int) -> Iterator[str]:
        if self._local and year not in self._local.years:
            yield f"{year}年未含地方假日（{self.region}的通知没有收录）"
        for known in self.sources(year):
            if known.grade.is_weak:
                yield f"{year}年的放假安排只有{known.grade}级来源，请核对：{known.source}"


def _plain(day: dt.date) -> dt.date:
    if isinstance(day, dt.datetime):
        raise TypeError(f"a day is wanted, not the time {day}")
    return day


def _stretch(first: dt.date, last: dt.date) -> Iterator[dt.date]:
    return (first + dt.timedelta(days=more) for more in range((last - first).days + 1))


def _differing(region: Region, *, where: str = "") -> dict[dt.date, tuple[bool, str]]:
    """Each day that is not as in an ordinary week; a later year's notice goes before an earlier one's."""
    found: dict[dt.date, tuple[bool, str]] = {}
    for _, year in sorted(region.years.items()):
        found |= {day: (False, f"{name}（{where}）" if where else name) for day, name in year.off.items()}
        for day, name in year.work.items():
            notes = "，".join(filter(None, (where, name)))
            found[day] = (True, f"调休上班（{notes}）" if notes else "调休上班")
    return found
