"""Outlines out of a GeoJSON file: what is read, what is refused and in which words, and how they are thinned."""

import json
import math
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duixian.places import outline
from duixian.places.outline import read_outlines
from duixian.places.thinning import rings, thinned
from duixian.units import Refused

SQUARE = [[100.0, 40.0], [101.0, 40.0], [101.0, 41.0], [100.0, 41.0], [100.0, 40.0]]


def feature(coordinates=None, *, kind="Polygon", **properties):
    geometry = {"type": kind, "coordinates": [SQUARE] if coordinates is None else coordinates}
    return {"type": "Feature", "properties": properties or {"name": "青屏县"}, "geometry": geometry}


def file(*features):
    return json.dumps({"type": "FeatureCollection", "features": list(features)}).encode()


def test_a_polygon_and_several_polygons_are_read_as_they_stand():
    island = [[x + 3, y] for x, y in SQUARE]
    one, two = read_outlines(file(feature(code="992821"), feature([[SQUARE], [island]], kind="MultiPolygon")))
    assert (one.code, one.name, two.name) == ("992821", "", "青屏县")
    assert one.polygons == ((tuple(map(tuple, SQUARE)),),)
    assert [len(polygon) for polygon in two.polygons] == [1, 1]


def test_a_height_is_left_out_and_a_mark_at_the_beginning_of_the_file_is_no_matter():
    raised = [[*point, 812.5] for point in SQUARE]
    (found,) = read_outlines(b"\xef\xbb\xbf" + file(feature([raised])))
    assert found.polygons[0][0][0] == (100.0, 40.0)


@pytest.mark.parametrize(
    ("data", "code", "words"),
    [
        (b"\x89PNG", "outlines-not-json", "不是 GeoJSON"),
        (b'{"type": "FeatureCollection", "features": [NaN]}', "outlines-not-json", "NaN"),
        (b"[1, 2]", "outlines-not-geojson", "list"),
        (b'{"type": "Topology", "objects": {}}', "outlines-not-geojson", "Topology"),
        (file(), "outlines-empty", "没有要素"),
        (file({"type": "Feature", "properties": None}), "outline-unnamed", "第 1 个要素"),
        (file(feature(), feature([100, 40], kind="Point")), "outline-not-a-polygon", "第 2（青屏县） 个要素不是面"),
        (file(feature([[]])), "outline-not-closed", "不闭合"),
        (file(feature([SQUARE[:-1]])), "outline-not-closed", "首尾两点要相同"),
        (file(feature([[[500000, 4400000]] * 4])), "outline-not-in-degrees", "500000"),
        (file(feature([[[10**400, 0]] * 4])), "outline-not-in-degrees", "经纬度"),
        (file(feature([[["100", "40"]] * 4])), "outline-not-in-degrees", "100"),
    ],
)
def test_what_is_no_outline_is_refused_with_what_and_where(data, code, words):
    with pytest.raises(Refused) as refusal:
        read_outlines(data)
    assert refusal.value.code == code
    assert words in str(refusal.value)


def test_a_file_over_the_limit_is_not_even_read(monkeypatch):
    monkeypatch.setattr(outline, "LIMIT_BYTES", 1 << 20)
    with pytest.raises(Refused, match="超过 1 MB"):
        read_outlines(b" " * ((1 << 20) + 1))


def circle(centre, *, points):
    turn = [2 * math.pi * step / points for step in range(points)]
    ring = [[centre + math.cos(angle), 40 + math.sin(angle)] for angle in turn]
    return [*ring, ring[0]]


def test_thinning_keeps_the_border_that_two_places_share():
    line = [[100 + math.sin(step / 7) / 50, 40 + step / 1000] for step in range(1000)]
    west = [*line, [98, 41], [98, 40], line[0]]
    east = [*line, [102, 41], [102, 40], line[0]]
    one, two = thinned(read_outlines(file(feature([west], name="西县"), feature([east], name="东县"))), most=900)
    shared = set(one.polygons[0][0]) & set(two.polygons[0][0])
    assert sum(len(ring) for ring in rings((one, two))) <= 900
    assert len(shared) > 100
    assert shared >= {point for point in one.polygons[0][0] if abs(point[0] - 100) < 0.1}


def test_a_place_too_small_to_be_seen_keeps_an_outline():
    speck = [[120 + x / 1e7, y] for x, y in SQUARE]
    found = thinned(read_outlines(file(feature([circle(100, points=5000)]), feature([speck], name="小县"))), most=500)
    assert all(outline.polygons and len(outline.polygons[0][0]) >= 4 for outline in found)


def test_what_is_short_enough_is_left_as_it_is():
    found = read_outlines(file(feature()))
    assert thinned(found) == found


KEYS = st.sampled_from(["type", "geometry", "coordinates", "properties", "name"])
LEAVES = st.none() | st.booleans() | st.floats() | st.integers() | st.sampled_from(["Polygon", "青屏县"])


@given(st.recursive(LEAVES, lambda held: st.lists(held) | st.dictionaries(KEYS, held)))
def test_any_json_at_all_is_read_or_refused(held):
    with suppress(Refused):
        read_outlines(json.dumps({"type": "FeatureCollection", "features": [held]}).encode())
