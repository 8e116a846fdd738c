"""The scorer's printed answer as figures and misses, and the difference of two."""

import re
from collections.abc import Iterator
from typing import TypedDict

_MEASURE = re.compile(r"^(?P<name>\S.*?)\s{2,}(?P<figure>F1 .+|= .+)$")
# Where a miss names the place first and then what was read there, the place tells which item it is.
_ITEM = re.compile(r"^(?P<item>.*“[^”]*”) (?P<found>.+ for .+)$")


class Measure(TypedDict):
    """One line of the scorer and all that it counts as missed, each as printed."""

    figure: str
    misses: list[str]


Scores = dict[str, Measure]


def read_scores(printed: str) -> Scores:
    """The measures in the order printed."""
    scores: Scores = {}
    name = ""
    for line in printed.splitlines():
        if match := _MEASURE.match(line):
            name = match["name"]
            scores[name] = {"figure": re.sub(r"\s+", " ", match["figure"]), "misses": []}
        elif line.strip() and name:
            scores[name]["misses"].append(line.strip())
    return scores


def compared(before: Scores, now: Scores) -> Iterator[str]:
    """A line a measure, and under it what turned right (+), wrong (-), or wrong in another way (~)."""
    right = wrong = 0
    for name, measure in now.items():
        old = before.get(name, {"figure": "not measured", "misses": []})
        lines = list(_differences(old["misses"], measure["misses"]))
        right += sum(line.startswith("+") for line in lines)
        wrong += sum(line.startswith("-") for line in lines)
        change = "" if old["figure"] == measure["figure"] else f"   (was {old['figure']})"
        yield f"{name:42} {measure['figure']}{change}"
        yield from (f"    {line}" for line in lines)
    yield f"{right} turned right, {wrong} turned wrong"


def _differences(before: list[str], now: list[str]) -> Iterator[str]:
    old, new = _by_item(before), _by_item(now)
    yield from (f"+ {old[item][0]}" for item in old if item not in new)
    yield from (f"- {new[item][0]}" for item in new if item not in old)
    yield from (f"~ {miss}" for item in new if item in old for miss in new[item] if miss not in old[item])


def _by_item(misses: list[str]) -> dict[tuple[str, int], list[str]]:
    """Misses by what they are about; the same miss counted several times is several items."""
    found: dict[tuple[str, int], list[str]] = {}
    seen: dict[str, int] = {}
    for miss in misses:
        match = _ITEM.match(miss)
        item = match["item"] if match else miss
        seen[item] = seen.get(item, 0) + 1
        found[item, seen[item]] = [miss]
    return found
