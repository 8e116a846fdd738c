"""The leader's one screen: how things stand, what came to need somebody, what waits for a decision, what comes next."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from duixian.office.clock import day_of
from duixian.office.gate import account_of
from duixian.office.lights_of_day import lights_of
from duixian.registers.models import Role
from duixian.reports.board_filter import BoardFilter
from duixian.reports.duties import duties
from duixian.reports.duty import Duty
from duixian.reports.summary import reasons, summary

_MOST_DUTIES = 5
_MOST_WORSE = 4
_MOST_DEADLINES = 5


def show(request: HttpRequest) -> HttpResponse:
    """The commitments of the year; what was promised in other years is on the board."""
    today = day_of(request)
    lights = lights_of(today, today=today)
    found = summary(BoardFilter(year=today.year), as_of=today) if lights.kept else None
    worse = found.newly_in_need[:_MOST_WORSE] if found else ()
    waiting = duties(role=Role.LEADER, body=None, as_of=today)
    context = {
        "as_of": today,
        "waiting": lights.waiting,
        "found": found,
        "worse": list(zip(worse, reasons(worse, as_of=today), strict=True)),
        "deadlines": found.next_deadlines[:_MOST_DEADLINES] if found else (),
        "decisions": [(duty, _address(duty)) for duty in waiting[:_MOST_DUTIES]],
        "decisions_in_all": len(waiting),
        "is_leader": account_of(request).role == Role.LEADER,
    }
    return render(request, "office/summary.html", context)


def _address(duty: Duty) -> str:
    return reverse(duty.page, args=[] if duty.key is None else [duty.key])
