"""Working days, office hours and clocks by region and year; what was not published is refused, never guessed."""

from duixian.calendars.calendar import Calendar, Gaps
from duixian.calendars.clock import Clock, MarkedDay, Unit
from duixian.calendars.folder import CalendarFolder, calendar_of, load_calendars
from duixian.calendars.grade import Grade
from duixian.calendars.hours import OfficeHours, Session
from duixian.calendars.months import add_months
from duixian.calendars.refusals import HoursUnknownError, RestDayError, UnknownRegionError, UnpublishedYearError
from duixian.calendars.year import NATIONAL, Region, Year

__all__ = [
    "NATIONAL",
    "Calendar",
    "CalendarFolder",
    "Clock",
    "Gaps",
    "Grade",
    "HoursUnknownError",
    "MarkedDay",
    "OfficeHours",
    "Region",
    "RestDayError",
    "Session",
    "Unit",
    "UnknownRegionError",
    "UnpublishedYearError",
    "Year",
    "add_months",
    "calendar_of",
    "load_calendars",
]
