"""A hand-over list: every duty that was open on a post on the day another person took it."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from duixian.ledgers.filings.models import FilingStage
from duixian.ledgers.orders.models import OrderStage
from duixian.units import gettext_noop, parse_decimal

KINDS = {
    "duty": gettext_noop("实事责任"),
    "order": gettext_noop("督办单"),
    "filing": gettext_noop("填报"),
    "seat": gettext_noop("议事协调机构席位"),
    "liaison": gettext_noop("联络员职责"),
}
_STAGES: Mapping[str, type[OrderStage] | type[FilingStage]] = {"order": OrderStage, "filing": FilingStage}


@dataclass(frozen=True, slots=True)
class Row:
    """One thing handed over, as it was on the day.

    Units: ``value`` and ``goal`` in ``unit``; ``value`` is None where nothing was reported, which is not zero.
    Shape: ``kind`` is a msgid; ``page`` and ``key`` say where it stands now.
    """

    kind: str
    title: str
    object: str
    value: Decimal | None
    goal: Decimal | None
    unit: str
    stage: str
    due: dt.date | None
    page: str
    key: int


def rows(found: Iterable[Mapping[str, Any]]) -> tuple[Row, ...]:
    """The items of a hand-over, or those that are open now, by kind, the nearest due day first within each."""
    order = list(KINDS)
    items = sorted(found, key=lambda item: (order.index(item["kind"]), item.get("due") or "9999"))
    return tuple(_row(item) for item in items)


def _row(item: Mapping[str, Any]) -> Row:
    stages = _STAGES.get(item["kind"])
    return Row(
        kind=KINDS[item["kind"]],
        title=item["title"],
        object=item.get("object", ""),
        value=parse_decimal(item.get("value") or ""),
        goal=parse_decimal(item.get("goal") or ""),
        unit=item.get("unit", ""),
        stage=str(stages(item["stage"]).label) if stages else "",
        due=dt.date.fromisoformat(item["due"]) if item.get("due") else None,
        page=item["page"],
        key=item["key"],
    )
