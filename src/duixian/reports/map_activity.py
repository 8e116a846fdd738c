"""What the activity log says of the map's own settings."""

from collections.abc import Callable, Mapping
from typing import Any

from duixian.units import Sentence, gettext_noop

MAP_VERBS = {"load_boundaries": gettext_noop("装入地图边界"), "set_tiles": gettext_noop("排列地图方块")}


def _load_boundaries(detail: Mapping[str, Any], _subject: Any) -> Sentence:
    return Sentence(
        gettext_noop("装入地图边界“{file}”，{count} 个地区，审图号 {number}"),
        {"file": str(detail["file"]), "count": int(detail["places"]), "number": str(detail["map_number"])},
    )


def _set_tiles(detail: Mapping[str, Any], _subject: Any) -> Sentence:
    template = gettext_noop("按“{list}”排列地图方块，{count} 个地区")
    return Sentence(template, {"list": str(detail["list"]), "count": int(detail["places"])})


MAP_SENTENCES: Mapping[str, Callable[[Mapping[str, Any], Any], Sentence]] = {
    "load_boundaries": _load_boundaries,
    "set_tiles": _set_tiles,
}
