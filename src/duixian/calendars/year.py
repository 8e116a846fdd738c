"""What was published about one region's year, and the region it belongs to."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from duixian.calendars.grade import Grade
from duixian.calendars.hours import Season

NATIONAL = "全国"


@dataclass(frozen=True, slots=True)
class Year:
    """The days that differ from an ordinary week. A notice reaches into the last week of the year before.

    Shape: ``off`` holds days without work and the holiday's name, weekends inside a holiday included;
    ``work`` holds weekend days with work and the holiday they make up for, "" where the notice does not say.
    """

    year: int
    off: Mapping[dt.date, str]
    work: Mapping[dt.date, str]
    source: str
    grade: Grade


@dataclass(frozen=True)
class Region:
    """A region that publishes days of its own; ``file`` is where its next year is to be written.

    Shape: ``codes`` are beginnings of division codes.
    """

    name: str
    file: str
    codes: tuple[str, ...] = ()
    years: Mapping[int, Year] = field(default_factory=dict)
    seasons: tuple[Season, ...] = ()
