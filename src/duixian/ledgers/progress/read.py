"""Reads the progress ledger as of a day."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Q, QuerySet

from duixian.ledgers.progress.models import Balance, Posting
from duixian.registers.models import Place, Target


@dataclass(frozen=True, slots=True)
class Held:
    """What stands in the ledger for one target and place at the end of a day."""

    target: int
    place: int | None
    day: dt.date
    value: Decimal
    posting: int


def counting() -> QuerySet[Posting]:
    """The postings that count: those that no later row stands for."""
    return Posting.objects.filter(corrected_by__isnull=True)


def held(*, as_of: dt.date, targets: Collection[int] | None = None) -> Mapping[int, tuple[Held, ...]]:
    """For each target id what stands at the end of ``as_of``, one item a place (or one in all).

    The balances answer for today; rows are read only for those balances that are newer than ``as_of``, so a page
    about now costs the same however long the history is. A correction counts from the day it corrects.
    """
    balances = Balance.objects.all() if targets is None else Balance.objects.filter(target__in=targets)
    found: dict[int, list[Held]] = defaultdict(list)
    newer: set[int] = set()
    for target, place, day, value, posting in balances.values_list("target", "place", "day", "value", "posting"):
        if day <= as_of:
            found[target].append(Held(target, place, day, value, posting))
        else:
            newer.add(target)
    if newer:
        found |= _from_rows(newer, as_of)
    return {target: tuple(items) for target, items in found.items()}


def _from_rows(targets: Collection[int], as_of: dt.date) -> dict[int, list[Held]]:
    rows = counting().filter(target__in=targets, day__lte=as_of).order_by("day", "pk")
    latest: dict[tuple[int, int | None], Held] = {}
    for target, place, day, value, posting in rows.values_list("target", "place", "day", "value", "pk"):
        latest[target, place] = Held(target, place, day, value, posting)
    found: dict[int, list[Held]] = defaultdict(list)
    for item in latest.values():
        found[item.target].append(item)
    return found


def history(*, targets: Collection[int], as_of: dt.date) -> QuerySet[Posting]:
    """Every posting of the targets up to ``as_of``, corrected ones too, in the order of days."""
    return (
        Posting.objects.filter(Q(target__in=targets) & Q(day__lte=as_of))
        .select_related("place", "body", "posted_by", "corrected_by", "corrects")
        .order_by("day", "pk")
    )


def newest_posting(target: Target, place: Place | None) -> Posting | None:
    """The posting that the balance names, which whoever posts next must have seen."""
    balance = Balance.objects.filter(target=target, place=place).select_related("posting").first()
    return balance.posting if balance else None
