"""One's own deadlines as a calendar (iCalendar, RFC 5545), for any calendar program to follow."""

import datetime as dt
from collections.abc import Callable, Iterable

from icalendar import Calendar, Event

from duixian.reports.duty import Duty
from duixian.units import Sentence

_DAY = dt.timedelta(days=1)


def calendar_feed(
    duties: Iterable[Duty],
    *,
    name: str,
    host: str,
    now: dt.datetime,
    say: Callable[[Sentence], str],
    address: Callable[[Duty], str],
) -> bytes:
    """The dated duties as all-day events, each with how its day was computed; those without a day are left out.

    ``say`` puts a sentence into the reader's language, ``address`` gives a duty's full address. An event's UID stays
    the same while the duty does, so that a moved deadline moves the event and does not double it.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//Duixian//deadlines//")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", name)
    for duty in duties:
        if duty.day is not None:
            calendar.add_component(_event(duty, host=host, now=now, say=say, address=address))
    return bytes(calendar.to_ical())


def _event(
    duty: Duty, *, host: str, now: dt.datetime, say: Callable[[Sentence], str], address: Callable[[Duty], str]
) -> Event:
    event = Event()
    day = duty.day or now.date()
    event.add("uid", f"{duty.page.replace(':', '-')}-{duty.key or 'all'}@{host}")
    event.add("dtstamp", now)
    event.add("dtstart", day)
    event.add("dtend", day + _DAY)  # exclusive, as the standard has it
    event.add("summary", say(duty.sentence))
    event.add("description", say(duty.basis))
    event.add("url", address(duty))
    return event
