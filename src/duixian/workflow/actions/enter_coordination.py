"""Enters the coordination bodies that a roster document founds or adjusts."""

import datetime as dt

from django.db.models import Q

from duixian.registers.models import Coordination, Document
from duixian.units import Refused, gettext_noop
from duixian.workflow.acting import Acting, performing
from duixian.workflow.coordinating import Entered, enter_rosters, rosters_of

_A_DAY = dt.timedelta(days=1)


def enter_coordination(acting: Acting, document: Document, *, day: dt.date | None = None) -> tuple[Entered, ...]:
    """The document's coordination bodies in its order; one of the same name ends the day before.

    Time: in force from ``day``, else from the document's own; nobody knows since when where neither is given.
    Errors: Refused where the document lists no members, was entered already, or comes before the list in force.
    """
    with performing("enter_coordination", acting) as log:
        found = Document.objects.select_for_update(of=("self",)).select_related("source").get(pk=document.pk)
        rosters = rosters_of(found)
        if not rosters:
            raise Refused("no-roster", gettext_noop("“{title}”里没有读出议事协调机构的成员名单。"), title=found.name)
        begins = day or found.date
        for roster in rosters:
            _end_former(found, roster.name[:160], begins)
        entered = tuple(enter_rosters(found, rosters, begins=begins))
        told = [{"name": one.coordination.name, "seats": one.seats, "unseated": list(one.unseated)} for one in entered]
        log.record(found, bodies=told, begins=begins.isoformat() if begins else None)
        return entered


def _end_former(document: Document, name: str, begins: dt.date | None) -> None:
    """Ends the list of the same name that is in force, with its seats."""
    if Coordination.objects.filter(document=document, name=name).exists():
        raise Refused("roster-entered", gettext_noop("“{name}”已按这份文件登记，不用再登记。"), name=name)
    former = Coordination.objects.filter(name=name, ends=None).first()
    if former is None:
        return
    if begins is None:
        raise Refused(
            "roster-without-day",
            gettext_noop("文件没有成文日期，“{name}”已有在用的名单。请填新名单从哪一天起。"),
            name=name,
        )
    if former.begins is not None and former.begins >= begins:
        raise Refused(
            "roster-older",
            gettext_noop("“{name}”在用的名单从 {begins} 起，比这份（{day}）新，没有登记。"),
            name=name,
            begins=former.begins,
            day=begins,
        )
    former.ends = begins - _A_DAY
    former.save(update_fields=["ends"])
    seats = former.seats.filter(Q(ends=None))
    seats.filter(Q(begins=None) | Q(begins__lte=former.ends)).update(ends=former.ends)
    # A seat that an adjusting notice filled on a later day than the new list never came to be.
    seats.filter(ends=None).delete()
