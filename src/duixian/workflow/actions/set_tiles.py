"""Puts places on the tile map: which column and which row each stands in."""

from collections.abc import Iterable

from duixian.places.tiles import Tile
from duixian.registers.models import Place, Site
from duixian.units import Refused, gettext_noop
from duixian.workflow.acting import Acting, performing

# A wider or longer map fits no page.
MOST_TILES = 40


def set_tiles(acting: Acting, tiles: Iterable[Tile], *, name: str) -> int:
    """How many places stand on the map now; those that the list leaves out stand nowhere and are laid out by code.

    Errors: Refused, and nothing is changed, for an unknown code, a tile off the map, or two places on one tile.
    """
    with performing("set_tiles", acting) as log:
        wanted = list(tiles)
        places = {place.code: place for place in Place.objects.filter(valid_to=None)}
        _refuse_what_cannot_stand(wanted, places)
        Place.objects.exclude(tile_column=None).update(tile_column=None, tile_row=None)
        for tile in wanted:
            place = places[tile.code]
            place.tile_column, place.tile_row = tile.column, tile.row
        Place.objects.bulk_update([places[tile.code] for tile in wanted], ["tile_column", "tile_row"])
        log.record(Site.current(), list=name, places=len(wanted))
        return len(wanted)


def _refuse_what_cannot_stand(wanted: list[Tile], places: dict[str, Place]) -> None:
    taken: dict[tuple[int, int], str] = {}
    codes: set[str] = set()
    for tile in wanted:
        at = (tile.column, tile.row)
        if tile.code not in places:
            raise Refused("tile-of-nowhere", gettext_noop("代码“{code}”不是本站登记的行政区划。"), code=tile.code)
        if tile.code in codes:
            raise Refused("tile-twice", gettext_noop("代码“{code}”写了两次。"), code=tile.code)
        if not all(0 <= one < MOST_TILES for one in at):
            template = gettext_noop("“{code}”的位置不在图上：列和行都要在 0 到 {most} 之间。")
            raise Refused("tile-off-the-map", template, code=tile.code, most=MOST_TILES - 1)
        if at in taken:
            template = gettext_noop("“{code}”与“{other}”放在同一格。")
            raise Refused("tile-taken", template, code=tile.code, other=taken[at])
        taken[at] = tile.code
        codes.add(tile.code)
