"""The example read back: its data beside what the compiler finds in its documents."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from duixian.compiler import Reading, read
from duixian.compiler.reading import Document, Quantity, Role
from duixian.pace import Figure, Light, Plan, Stage, light
from duixian.texts import open_file

EXAMPLES = Path(__file__).parents[2] / "examples"


@cache
def story() -> dict[str, Any]:
    """What progress.yaml says."""
    written: dict[str, Any] = yaml.safe_load((EXAMPLES / "progress.yaml").read_text(encoding="utf-8"))
    return written


@cache
def reading(file: str) -> Reading:
    return read(open_file(EXAMPLES / file).text, name=file)


def adopted() -> Document:
    """The one document that the example follows."""
    (file,) = (item["file"] for item in story()["documents"] if "adopted_on" in item)
    (document,) = reading(file).documents
    return document


@dataclass(frozen=True)
class Posted:
    """One posting, shares written out; ``corrects`` is the value that it stands for."""

    day: dt.date
    place: str | None
    value: Decimal
    posted: dt.date
    corrects: Decimal | None = None
    reason: str | None = None


def postings(target: dict[str, Any]) -> Iterator[Posted]:
    """The postings of a target in the order posted."""
    for row in target["postings"]:
        values = row.get("shares") or {row.get("place"): row["value"]}
        for place, value in values.items():
            corrects = None if "corrects" not in row else Decimal(row["corrects"])
            posted = row.get("posted", row["day"])
            yield Posted(row["day"], place, Decimal(value), posted, corrects, row.get("reason"))


def figures(target: dict[str, Any], *, place: str | None = None) -> tuple[Figure, ...]:
    """The target's figure on each day with a posting, corrections applied; of one place where it is named."""
    by_day: dict[dt.date, dict[str | None, Decimal]] = {}
    for posted in postings(target):
        if place is None or posted.place == place:
            by_day.setdefault(posted.day, {})[posted.place] = posted.value
    latest: dict[str | None, Decimal] = {}
    found = []
    for day in sorted(by_day):
        latest |= by_day[day]
        found.append(Figure(day, sum(latest.values(), Decimal(0))))
    return tuple(found)


def promised() -> list[Quantity]:
    """The targets of the adopted plan that stand for themselves: no share of a place, nothing of the notice's own."""
    document = adopted()
    parts = {span for item in document.sums if item.operation == "sum" for span in item.parts}
    return [
        quantity
        for quantity in document.quantities
        if quantity.role is Role.TARGET
        and not (quantity.place and quantity.span in parts)
        and not quantity.clause.startswith("0")
    ]


def quantities(target: dict[str, Any]) -> list[Quantity]:
    """The targets of the adopted document that are this one; it should be one."""
    wanted = (target["clause"], Decimal(target["value"]), target["unit"])
    return [item for item in promised() if (item.clause, item.value, item.unit) == wanted]


def plan(target: dict[str, Any], *, value: Decimal | None = None) -> Plan:
    """The target's plan from the document: its clause's stages and deadline. ``value`` is for a place's share."""
    document = adopted()
    (quantity,) = quantities(target)
    assert document.year
    stages = tuple(
        Stage(text=item.text, start=item.start, end=item.end, kind=item.stage.value)
        for item in document.milestones
        if item.clause == quantity.clause
    )
    deadlines = [item.deadline for item in document.assignments if item.clause == quantity.clause and item.deadline]
    return Plan(
        target=quantity.value if value is None else value,
        unit=quantity.unit,
        comparator=quantity.comparator.value,
        begins=dt.date(document.year, 1, 1),
        due=max(deadlines, default=dt.date(document.year, 12, 31)),
        stages=stages,
        cumulative=quantity.unit != "%",
    )


def lit(target: dict[str, Any]) -> Light:
    accepted = target["accepted"]["day"] if "accepted" in target else None
    return light(plan(target), figures(target), as_of=story()["shown_day"], accepted=accepted)


def named(clause: str, value: int) -> dict[str, Any]:
    """The target of the story in that clause with that value."""
    (target,) = (item for item in story()["targets"] if (item["clause"], item["value"]) == (clause, value))
    found: dict[str, Any] = target
    return found
