"""Until when a month's report is in time: so many working days after the month's end, by the region's calendar."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from duixian.calendars import Calendar, Gaps, UnknownRegionError, UnpublishedYearError, calendar_of
from duixian.ledgers.filings.month import Month
from duixian.registers.models import Site


@dataclass(frozen=True, slots=True)
class Due:
    """The last day in time, and the sentence that shows the days counted and skipped.

    ``day`` is None where the year's working days are not published: nothing is guessed, so nobody can be late.
    """

    day: dt.date | None
    told: str

    @property
    def basis(self) -> dict[str, Any]:
        """As a ledger row keeps it."""
        return {"told": self.told}


def due_of(month: Month, *, site: Site) -> Due:
    """When the month's report is due."""
    if site.filing_working_days == 0:
        return Due(month.last, "要求在月底当日报送")
    try:
        clock = _calendar(site).working_days_after(month.last, days=site.filing_working_days)
    except (UnknownRegionError, UnpublishedYearError) as gap:
        return Due(None, f"没有期限，也不算逾期：{gap}")
    return Due(clock.due, str(clock))


def days_late(due: dt.date | None, *, handed_in: dt.date, site: Site) -> int | None:
    """Working days between the due day and ``handed_in``; 0 where it is in time, None where that cannot be told."""
    if due is None:
        return None
    if handed_in <= due:
        return 0
    try:
        return _calendar(site).working_days_between(due, until=handed_in).counted
    except (UnknownRegionError, UnpublishedYearError):
        return None


def _calendar(site: Site) -> Calendar:
    """A region whose own days are not published counts by the nation's, and its clock says so."""
    return calendar_of(site.region, gaps=Gaps.MARKED)
