"""The map as tiles: every place that has a share of anything, with how many of its shares have each light."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import isqrt

from django.db.models import Count

from duixian.pace import SEVERITY, Code
from duixian.registers.models import Allocation, Place, Target
from duixian.reports.board_filter import BoardFilter, matching
from duixian.reports.lit.models import LitLine
from duixian.reports.lit.read import lit_on
from duixian.reports.lit.refresh import is_fresh


@dataclass(frozen=True, slots=True)
class Tile:
    """One place. Shape: ``counts`` worst first, zeros included; ``worst`` the first that is not zero; both from 1 up:
    ``column`` and ``row``.
    """

    place: Place
    column: int
    row: int
    counts: Mapping[Code, int]

    @property
    def worst(self) -> Code | None:
        """The light that stands for the place: the worst of its shares."""
        return next((code for code, count in self.counts.items() if count), None)

    @property
    def total(self) -> int:
        return sum(self.counts.values())


def rows(
    *, as_of: dt.date, year: int | None = None, wanted: BoardFilter | None = None, kept: bool | None = None
) -> tuple[Tile, ...]:
    """The tiles of all places that have a share, by row and column. Two queries where the lights are kept.

    Time: ``year`` is that of the commitments; None for all years. ``wanted`` narrows them further.
    Errors: NotInForceError where no scheme holds on ``as_of``.
    """
    kept = is_fresh(as_of) if kept is None else kept
    counted = _kept(year, wanted) if kept else _from_memory(as_of, year, wanted)
    places = list(Place.objects.filter(pk__in=counted))
    spots = _spots(places)
    tiles = [Tile(place, *spots[place.pk], _in_order(counted[place.pk])) for place in places]
    return tuple(sorted(tiles, key=lambda tile: (tile.row, tile.column)))


def _kept(year: int | None, wanted: BoardFilter | None) -> Mapping[int, Counter[Code]]:
    lines = LitLine.objects.filter(place__isnull=False).order_by()
    if year is not None:
        lines = lines.filter(year=year)
    if wanted is not None:
        lines = lines.filter(commitment__in=matching(wanted))
    counted: dict[int, Counter[Code]] = defaultdict(Counter)
    for place, code, count in lines.values_list("place", "code").annotate(count=Count("pk")):
        if place is not None:
            counted[place][Code(code)] = count
    return counted


def _from_memory(as_of: dt.date, year: int | None, wanted: BoardFilter | None) -> Mapping[int, Counter[Code]]:
    shared = Allocation.objects.filter(place__isnull=False).values("target")
    targets = Target.objects.filter(pk__in=shared)
    if year is not None:
        targets = targets.filter(commitment__year=year)
    if wanted is not None:
        targets = targets.filter(commitment__in=matching(wanted))
    counted: dict[int, Counter[Code]] = defaultdict(Counter)
    for lit in lit_on(as_of, targets=list(targets.values_list("pk", flat=True)), kept=False).values():
        for line in lit.shares:
            if line.place_id is not None:
                counted[line.place_id][Code(line.code)] += 1
    return counted


def _in_order(counted: Counter[Code]) -> Mapping[Code, int]:
    return {code: counted[code] for code in SEVERITY}


def _spots(places: Sequence[Place]) -> Mapping[int, tuple[int, int]]:
    """Column and row of each place, from 1: where it was put, the others by code in the rows below, about square."""
    spots = {
        place.pk: (place.tile_column + 1, place.tile_row + 1)
        for place in places
        if place.tile_column is not None and place.tile_row is not None
    }
    below = max((row for _, row in spots.values()), default=0)
    others = sorted((place for place in places if place.pk not in spots), key=lambda place: (place.code, place.name))
    wide = max(isqrt(max(len(others) - 1, 0)) + 1, max((column for column, _ in spots.values()), default=0))
    for number, place in enumerate(others):
        spots[place.pk] = (number % wide + 1, below + number // wide + 1)
    return spots
