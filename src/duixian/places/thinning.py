"""Outlines with no more points than a small map can show."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from duixian.places.outline import Outline, Ring

MOST_POINTS = 12_000
# How many steps of a grid the map's longer side is cut into, the finest first.
_GRIDS = (4000, 2000, 1000, 500, 250, 120)
_LEAST_POSITIONS = 4


def thinned(outlines: Sequence[Outline], *, most: int = MOST_POINTS) -> tuple[Outline, ...]:
    """The outlines with every point moved to the nearest one of a grid, and repeated points left out.

    The finest grid that leaves no more than ``most`` points in all, else the coarsest there is. Two places share their
    border as before, for the same point moves to the same place: thinning each ring by itself would tear them apart.
    A ring that shrinks to nothing goes, but a place keeps its largest.
    """
    found = tuple(outlines)
    if _count(found) <= most:
        return found
    west, south, side = _extent(found)
    for steps in _GRIDS:
        snapped = tuple(_snapped(outline, west, south, side / steps) for outline in found)
        if _count(snapped) <= most:
            break
    return snapped


def rings(outlines: Iterable[Outline]) -> Iterable[Ring]:
    """Every ring of all outlines."""
    return (ring for outline in outlines for polygon in outline.polygons for ring in polygon)


def _count(outlines: Iterable[Outline]) -> int:
    return sum(len(ring) for ring in rings(outlines))


def _extent(outlines: Sequence[Outline]) -> tuple[float, float, float]:
    """West, south, and the longer side, in degrees; a map that is a single point has a side all the same."""
    points = [point for ring in rings(outlines) for point in ring]
    west, south = min(x for x, _ in points), min(y for _, y in points)
    return west, south, max(max(x for x, _ in points) - west, max(y for _, y in points) - south) or 1.0


def _snapped(outline: Outline, west: float, south: float, step: float) -> Outline:
    def snap(ring: Ring) -> Ring:
        moved = ((west + round((x - west) / step) * step, south + round((y - south) / step) * step) for x, y in ring)
        return tuple(point for point, _ in groupby(moved))

    kept = [[ring for ring in map(snap, polygon) if len(ring) >= _LEAST_POSITIONS] for polygon in outline.polygons]
    polygons = tuple(tuple(polygon) for polygon in kept if polygon)
    return replace(outline, polygons=polygons or (_largest(outline),))


def _largest(outline: Outline) -> tuple[Ring, ...]:
    """The polygon whose outer ring covers most, cut down to a few of its points."""
    outer = max((polygon[0] for polygon in outline.polygons), key=lambda ring: abs(_area(ring)))
    every = math.ceil(len(outer) / 8)
    return ((*outer[:-1:every], outer[0]),)


def _area(ring: Ring) -> float:
    """Twice the signed area, in square degrees."""
    return sum(x * after[1] - after[0] * y for (x, y), after in pairwise(ring))
