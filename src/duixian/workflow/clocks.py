"""Deadlines on the site's own calendar, kept together with how they were computed."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from duixian.calendars import Calendar, Clock, Gaps, UnknownRegionError, UnpublishedYearError, calendar_of
from duixian.registers.models import Site
from duixian.units import Refused, gettext_noop


@dataclass(frozen=True, slots=True)
class Deadline:
    """The last day in time, and the sentence that shows each day that was counted or skipped."""

    due: dt.date
    told: str

    @property
    def clock(self) -> dict[str, Any]:
        """As a ledger row keeps it."""
        return {"due": self.due.isoformat(), "told": self.told}


def after_working_days(day: dt.date, *, days: int) -> Deadline:
    """The last of so many working days after ``day``, which is not counted.

    Errors: Refused for fewer than one day, and where the region's working days of a year have not been entered.
    """
    if days < 1:
        raise Refused("clock-days", gettext_noop("办理时限至少 1 个工作日，现填 {days}。"), days=days)
    clock = _asked(lambda calendar: calendar.working_days_after(day, days=days))
    return Deadline(clock.due, str(clock))


def after_days(day: dt.date, *, days: int) -> Deadline:
    """The last of so many calendar days; one that is a rest day gives way to the next working day.

    Source: 民法典 第二百零三条. Errors: Refused where the year in which it ends has not been entered.
    """
    counted = _asked(lambda calendar: calendar.calendar_days_after(day, days=days))
    moved = _asked(lambda calendar: calendar.next_working_day(counted.due))
    if moved.due == counted.due:
        return Deadline(counted.due, str(counted))
    return Deadline(moved.due, f"{counted}；该日休息，顺延到{moved.due.year}年{moved.due.month}月{moved.due.day}日")


def _asked(ask: Callable[[Calendar], Clock]) -> Clock:
    try:
        return ask(calendar_of(Site.current().region, gaps=Gaps.MARKED))
    except (UnknownRegionError, UnpublishedYearError) as gap:
        raise Refused("calendar-unpublished", gettext_noop("期限算不出来：{told}"), told=str(gap)) from gap
