"""Outlines as paths of one small drawing: projected here and not in a browser."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from duixian.registers.models import Boundary

# The drawing's own width; the page scales it.
WIDTH = 1000
_MARGIN = 8
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Shape:
    """A place's path, and the middle of its largest part for the label, in the drawing's units."""

    path: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class OutlineMap:
    """Place id → its shape. ``map_number`` is the 审图号 that stands beside the map."""

    shapes: Mapping[int, Shape]
    height: int
    map_number: str
    width: int = WIDTH


def outline_map() -> OutlineMap | None:
    """The map of all boundaries there are; None where there are none. One query.

    Equirectangular: a degree of longitude is as long as it is at the middle of the map, north is up. Good for a
    prefecture; a country would look flattened.
    """
    rows = list(Boundary.objects.all())
    if not rows:
        return None
    held = {row.place_id: _rings(row.geometry) for row in rows}
    frame = _frame(point for rings in held.values() for ring in rings for point in ring)
    shapes = {
        place: _shape([[frame.project(point) for point in ring] for ring in rings]) for place, rings in held.items()
    }
    return OutlineMap(shapes, frame.height, rows[0].map_number)


def _rings(geometry: Mapping[str, Any]) -> list[Sequence[Point]]:
    return [ring for polygon in geometry["coordinates"] for ring in polygon]


@dataclass(frozen=True, slots=True)
class _Frame:
    west: float
    north: float
    across: float
    scale: float
    height: int

    def project(self, point: Point) -> Point:
        longitude, latitude = point
        x = _MARGIN + (longitude - self.west) * self.across * self.scale
        return round(x, 1), round(_MARGIN + (self.north - latitude) * self.scale, 1)


def _frame(points: Iterable[Point]) -> _Frame:
    held = list(points)
    west, east = min(x for x, _ in held), max(x for x, _ in held)
    south, north = min(y for _, y in held), max(y for _, y in held)
    across = math.cos(math.radians((south + north) / 2))
    inner = WIDTH - 2 * _MARGIN
    scale = min(inner / ((east - west) * across or 1), inner / ((north - south) or 1))
    return _Frame(west, north, across, scale, math.ceil((north - south) * scale + 2 * _MARGIN))


def _shape(rings: Sequence[Sequence[Point]]) -> Shape:
    largest = max(rings, key=_box_area)
    xs, ys = [x for x, _ in largest], [y for _, y in largest]
    path = "".join(f"M{'L'.join(f'{x:g},{y:g}' for x, y in ring[:-1])}Z" for ring in rings)
    return Shape(path, round((min(xs) + max(xs)) / 2, 1), round((min(ys) + max(ys)) / 2, 1))


def _box_area(ring: Sequence[Point]) -> float:
    return (max(x for x, _ in ring) - min(x for x, _ in ring)) * (max(y for _, y in ring) - min(y for _, y in ring))
