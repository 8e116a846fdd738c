"""Finds places and bodies by the names that documents write."""

import re

from django.db.models import QuerySet

from duixian.registers.models import Body, Place

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


def body_named(name: str) -> Body:
    """The body with exactly this name, entered if it is new; a place's government is tied to its place."""
    body, new = Body.objects.get_or_create(name=name)
    if new:
        body.place = find_place(_SEAT.sub("", name))
        if body.place is not None:
            body.save(update_fields=["place"])
    return body
