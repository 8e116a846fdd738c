"""Finds places and bodies by the names that documents write."""

import datetime as dt
import re

from django.db.models import Q, QuerySet

from duixian.registers.models import Body, BodyName, NameState, Place

# What a place's own government or committee is called after the place's name.
_SEAT = re.compile(r"(?:人民政府|政府|管理委员会|管委会|党工委|党委)$")


def find_place(written: str | None) -> Place | None:
    """The one place with this name or short name, or None where there is none or more than one."""
    if not written:
        return None
    found = list(_named(written)[:2])
    return found[0] if len(found) == 1 else None


def _named(written: str) -> QuerySet[Place]:
    full = Place.objects.filter(name=written, valid_to=None)
    if full.exists():
        return full
    # A list inside JSON: SQLite has no containment test, so the few short names are compared here.
    short_names = Place.objects.filter(valid_to=None).values_list("pk", "short_names")
    keys = [pk for pk, names in short_names if written in names]
    return Place.objects.filter(pk__in=keys)


def known_body(name: str, *, on: dt.date | None = None) -> Body | None:
    """The body that has exactly this name, else the one that a person confirmed the name to be; never a guess.

    Time: a name that was several bodies' over the years means the one that had it ``on`` that day; without a day it
    means none of them.
    """
    found = Body.objects.select_related("same_as").filter(name=name).first()
    if found is not None:
        return principal(found)
    names = BodyName.objects.filter(name=name, state=NameState.CONFIRMED).select_related("body__same_as")
    held = names.filter(_in_force(on)) if on else names.none()
    bodies = {principal(one.body) for one in held or names}
    return bodies.pop() if len(bodies) == 1 else None


def _in_force(day: dt.date) -> Q:
    return (Q(valid_from=None) | Q(valid_from__lte=day)) & (Q(valid_to=None) | Q(valid_to__gte=day))


def principal(body: Body) -> Body:
    """The body itself, or the one that a person confirmed it to be another name of."""
    while body.same_as is not None:
        body = body.same_as
    return body


def written_as(body: Body) -> frozenset[int]:
    """The ids of the body and of every body that is it under another name.

    Ledger rows keep the name they were written with: whoever reads them for a body asks for all of these.
    """
    return frozenset({body.pk, *Body.objects.filter(same_as=body).values_list("pk", flat=True)})


def of_body(body: Body | None, *, field: str = "body") -> Q:
    """A filter for rows that were written for the body under any of its names; none for no body."""
    if body is None:
        return Q(pk__in=())
    return Q(**{field: body}) | Q(**{f"{field}__same_as": body})


def is_body(body: Body | None, written: Body) -> bool:
    """Whether ``written``, of a row, is the body, or was confirmed to be another name of it."""
    return body is not None and body.pk in (written.pk, written.same_as_id)


def body_named(name: str, *, on: dt.date | None = None) -> Body:
    """The body known by this name, entered if there is none; a place's government is tied to its place."""
    if known := known_body(name, on=on):
        return known
    body, new = Body.objects.get_or_create(name=name)
    if new:
        body.place = find_place(_SEAT.sub("", name))
        if body.place is not None:
            body.save(update_fields=["place"])
    return body


def issuing_place(issuer: str | None) -> Place | None:
    """The place whose government or office wrote a document: the longest name that the issuer begins with."""
    if not issuer:
        return None
    found = [place for place in Place.objects.filter(valid_to=None) if issuer.startswith(place.name)]
    return max(found, key=lambda place: len(place.name), default=None)
