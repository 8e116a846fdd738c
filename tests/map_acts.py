"""The map's own verbs, each as somebody does it."""

import json
from typing import Any

from duixian.places.tiles import Tile
from duixian.workflow.actions.load_boundaries import load_boundaries
from duixian.workflow.actions.set_tiles import set_tiles

SQUARE = [[100.0, 40.0], [101.0, 40.0], [101.0, 41.0], [100.0, 41.0], [100.0, 40.0]]


def outlines(*names: str) -> bytes:
    """A file of squares beside each other, one a place."""
    features = [
        {
            "type": "Feature",
            "properties": {"name": name},
            "geometry": {"type": "Polygon", "coordinates": [[[x + number, y] for x, y in SQUARE]]},
        }
        for number, name in enumerate(names)
    ]
    return json.dumps({"type": "FeatureCollection", "features": features}).encode()


MAP_ACTS: dict[str, Any] = {
    "load_boundaries": (
        None,
        lambda acting, _: load_boundaries(
            acting, outlines("青屏县", "石湾县"), name="map.json", map_number="某S（2026）1号"
        ),
    ),
    "set_tiles": (None, lambda acting, _: set_tiles(acting, [Tile("990002", 0, 1)], name="tiles.csv")),
}
