"""Outlines of places out of a GeoJSON file that somebody brings: read, checked and kept as they were drawn."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NoReturn

from duixian.units import Refused, gettext_noop

LIMIT_BYTES = 8 * 1024 * 1024
_MOST_LONGITUDE, _MOST_LATITUDE = 180, 90
# A ring's first position is written again as its last, so a triangle has four.
_LEAST_POSITIONS = 4
_CODES, _NAMES = ("code", "adcode", "代码"), ("name", "NAME", "名称", "name_zh")

Ring = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """One feature of the file. ``code`` and ``name`` as its properties have them, empty where they do not.

    Shape: ``polygons`` one or several, each its outer ring and its holes; every ring closed.
    Units: (longitude, latitude) in degrees, as RFC 7946 wants them. ``number`` counts the features from 1.
    """

    number: int
    code: str
    name: str
    polygons: tuple[tuple[Ring, ...], ...]

    @property
    def geometry(self) -> dict[str, Any]:
        """GeoJSON, always a MultiPolygon."""
        return {"type": "MultiPolygon", "coordinates": self.polygons}


def read_outlines(data: bytes) -> tuple[Outline, ...]:
    """The outlines of a GeoJSON file, in its order.

    Rings that cross themselves or each other are not looked for: they are drawn as they are.
    Errors: Refused, with the feature and what stands there, for anything that is not a FeatureCollection of polygons
    in degrees.
    """
    if len(data) > LIMIT_BYTES:
        raise Refused(
            "outlines-too-large", gettext_noop("文件超过 {most} MB。请先用制图软件简化边界。"), most=LIMIT_BYTES >> 20
        )
    features = _features(_parsed(data))
    if not features:
        raise Refused("outlines-empty", gettext_noop("文件里没有要素（features 是空的）。"))
    return tuple(_outline(feature, number) for number, feature in enumerate(features, 1))


def _parsed(data: bytes) -> Any:
    """The JSON; a number that is none (NaN, Infinity) is refused, for JSON has no such thing."""
    try:
        return json.loads(data.decode("utf-8-sig"), parse_constant=_not_a_number)
    except (ValueError, RecursionError) as problem:
        template = gettext_noop("这不是 GeoJSON 文件：读不成 JSON（{problem}）。")
        raise Refused("outlines-not-json", template, problem=str(problem)[:120]) from problem


def _not_a_number(word: str) -> NoReturn:
    raise ValueError(word)


def _features(held: Any) -> list[Any]:
    kind = held.get("type") if isinstance(held, dict) else type(held).__name__
    if kind == "FeatureCollection" and isinstance(held.get("features"), list):
        return list(held["features"])
    if kind == "Feature":
        return [held]
    template = gettext_noop("这不是 GeoJSON 的要素集：type 要写 FeatureCollection，现为“{kind}”。")
    raise Refused("outlines-not-geojson", template, kind=str(kind)[:40])


def _outline(feature: Any, number: int) -> Outline:
    held = feature if isinstance(feature, dict) else {}
    properties, geometry = _mapping(held, "properties"), _mapping(held, "geometry")
    code, name = _first(properties, _CODES), _first(properties, _NAMES)
    if not code and not name:
        template = gettext_noop("第 {number} 个要素的 properties 里没有 code（代码）或 name（名称），不知道是哪里。")
        raise Refused("outline-unnamed", template, number=number)
    kind, coordinates = geometry.get("type"), geometry.get("coordinates")
    where = f"{number}（{name or code}）"
    if kind not in ("Polygon", "MultiPolygon") or not isinstance(coordinates, list):
        template = gettext_noop("第 {where} 个要素不是面：geometry 要是 Polygon 或 MultiPolygon，现为“{kind}”。")
        raise Refused("outline-not-a-polygon", template, where=where, kind=str(kind)[:40])
    polygons = [coordinates] if kind == "Polygon" else coordinates
    return Outline(number, code, name, tuple(_polygon(polygon, where) for polygon in polygons))


def _mapping(held: dict[str, Any], name: str) -> dict[str, Any]:
    value = held.get(name)
    return value if isinstance(value, dict) else {}


def _first(properties: dict[str, Any], names: Sequence[str]) -> str:
    values = (properties.get(name) for name in names)
    return next((str(value).strip() for value in values if value is not None and str(value).strip()), "")


def _polygon(rings: Any, where: str) -> tuple[Ring, ...]:
    if not isinstance(rings, list) or not rings:
        raise Refused("outline-not-a-polygon", gettext_noop("第 {where} 个要素有一个面没有边界。"), where=where)
    return tuple(tuple(_ring(ring, where)) for ring in rings)


def _ring(ring: Any, where: str) -> Iterator[tuple[float, float]]:
    if not isinstance(ring, list) or len(ring) < _LEAST_POSITIONS or ring[0] != ring[-1]:
        template = gettext_noop("第 {where} 个要素有一圈边界不闭合：首尾两点要相同，至少四个点。")
        raise Refused("outline-not-closed", template, where=where)
    return (_position(position, where) for position in ring)


def _position(position: Any, where: str) -> tuple[float, float]:
    """Longitude and latitude; a height after them is left out."""
    numbers = position[:2] if isinstance(position, list) else []
    if len(numbers) == 2 and all(type(one) in (int, float) for one in numbers):  # noqa: PLR2004 -- a position is a pair
        longitude, latitude = numbers
        if abs(longitude) <= _MOST_LONGITUDE and abs(latitude) <= _MOST_LATITUDE:
            return float(longitude), float(latitude)
    template = gettext_noop(
        "第 {where} 个要素有一点“{found}”不是经纬度：经度在 -180 到 180 之间，纬度在 -90 到 90 之间。"
        "请先转换为经纬度坐标。"
    )
    raise Refused("outline-not-in-degrees", template, where=where, found=str(position)[:60])
