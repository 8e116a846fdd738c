"""Takes in the outlines of places from a GeoJSON file of one's own; none come with Duixian."""

from collections import Counter
from collections.abc import Iterable, Mapping

from duixian.places.outline import Outline, read_outlines
from duixian.places.thinning import thinned
from duixian.registers.models import Boundary, Place, Site
from duixian.units import Refused, gettext_noop
from duixian.workflow.acting import Acting, performing


def load_boundaries(acting: Acting, data: bytes, *, name: str, map_number: str) -> int:
    """How many places got an outline. The file's outlines take the place of all that were there.

    Errors: Refused, and nothing is changed, where the file cannot be read, where a feature's place is unknown or named
    twice, or where the map number (审图号) is missing: without one a map is not to be published.
    """
    with performing("load_boundaries", acting) as log:
        number = map_number.strip()
        if not number:
            template = gettext_noop("请填审图号：公开使用的地图要经审核。只在内部看的底图，也请写明来源。")
            raise Refused("map-number-missing", template)
        found = _places(thinned(read_outlines(data)))
        Boundary.objects.all().delete()
        Boundary.objects.bulk_create(
            Boundary(
                place=place,
                geometry=outline.geometry,
                map_number=number,
                loaded_by=acting.account,
                loaded_at=acting.now,
            )
            for place, outline in found.items()
        )
        log.record(Site.current(), file=name, places=len(found), map_number=number)
        return len(found)


def _places(outlines: Iterable[Outline]) -> Mapping[Place, Outline]:
    """Each place with its outline: by code, else by name among the places in force."""
    rows = list(Place.objects.filter(valid_to=None))
    by_code = {place.code: place for place in rows}
    names = Counter(place.name for place in rows)
    # A name that several places have names none of them.
    by_name = {place.name: place for place in rows if names[place.name] == 1}
    found: dict[Place, Outline] = {}
    for outline in outlines:
        place = by_code.get(outline.code) or by_name.get(outline.name)
        if place is None:
            template = gettext_noop(
                "第 {number} 个要素“{name}”不是本站登记的行政区划。请改代码或名称，或先装入行政区划。"
            )
            raise Refused("outline-of-nowhere", template, number=outline.number, name=outline.name or outline.code)
        if place in found:
            template = gettext_noop("第 {number} 个要素与第 {other} 个都是“{name}”。请合成一个多面（MultiPolygon）。")
            raise Refused("outline-twice", template, number=outline.number, other=found[place].number, name=place.name)
        found[place] = outline
    return found
