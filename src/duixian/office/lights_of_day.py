"""Whether the kept lights answer for the day that somebody asks about, brought up to date where it is today."""

import datetime as dt
from dataclasses import dataclass

from duixian.reports.lit.refresh import SECONDS, refreshed


@dataclass(frozen=True, slots=True)
class LightsOfDay:
    """``kept`` says where reports read from; ``waiting`` counts the targets whose kept light is an older day's."""

    kept: bool
    waiting: int


def lights_of(day: dt.date, *, today: dt.date) -> LightsOfDay:
    """Kept for today, lit from memory for any other day, and wherever the kept ones cannot be written."""
    fresh = refreshed(day=today, seconds=SECONDS) if day == today else None
    return LightsOfDay(kept=fresh is not None, waiting=fresh.waiting if fresh else 0)
