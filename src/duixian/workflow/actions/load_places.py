"""Enters a list of places, so that shares and bodies can be tied to them."""

from duixian.places import Place as ListedPlace
from duixian.places import PlaceBook
from duixian.registers.models import Place, Site
from duixian.workflow.acting import Acting, performing


def load_places(acting: Acting, book: PlaceBook, *, name: str) -> int:
    """How many places the list holds. A place that is known already is brought up to date, none is removed."""
    with performing("load_places", acting) as log:
        Place.objects.bulk_create(
            [_row(place) for place in book],
            update_conflicts=True,
            unique_fields=["code", "name"],
            update_fields=["short_names", "level", "valid_from", "valid_to"],
        )
        _tie_to_parents(book)
        log.record(Site.current(), list=name, places=len(book))
        return len(book)


def _row(place: ListedPlace) -> Place:
    return Place(
        code=place.code,
        name=place.name,
        short_names=list(place.short_names),
        level=place.level.value,
        valid_from=place.valid_from,
        valid_to=place.valid_to,
    )


def _tie_to_parents(book: PlaceBook) -> None:
    """Ties each row to its parent's newest name: a county stays where it is when its prefecture is renamed."""
    codes = {place.code for place in book} | {place.parent for place in book if place.parent}
    rows = list(Place.objects.filter(code__in=codes).order_by("valid_to"))
    by_code = {row.code: row for row in rows if row.valid_to is not None}
    by_code |= {row.code: row for row in rows if row.valid_to is None}
    parents = {(place.code, place.name): place.parent for place in book}
    for row in rows:
        row.parent = by_code.get(parents.get((row.code, row.name)) or "")
    Place.objects.bulk_update(rows, ["parent"])
