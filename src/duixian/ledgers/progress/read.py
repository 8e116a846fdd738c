"""Reads the progress ledger as of a day."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Q, QuerySet

from duixian.ledgers.progress.models import Balance, Posting
from duixian.ledgers.progress.series import Series, total_after
from duixian.registers.models import Counter, Target


@dataclass(frozen=True, slots=True)
class Held:
    """What stands in the ledger for one series at the end of a day.

    Units: ``value`` is the running total in the target's unit, whether its figures are totals or increments.
    Shape: ``posting`` is the newest row that counts, ``day`` its day.
    """

    target: int
    series: Series
    day: dt.date
    value: Decimal
    posting: int


def counting() -> QuerySet[Posting]:
    """The postings that count: those that no later row stands for."""
    return Posting.objects.filter(corrected_by__isnull=True)


def held(
    *, as_of: dt.date, targets: Collection[int] | None = None, counter: str = Counter.WHOLE.value
) -> Mapping[int, tuple[Held, ...]]:
    """For each target id what stands at the end of ``as_of``, one item a share (or one in all), of one counter only.

    The balances answer for today; rows are read only for those balances that are newer than ``as_of``, so a page
    about now costs the same however long the history is. A correction counts from the day it corrects.
    """
    balances = Balance.objects.filter(counter=counter)
    if targets is not None:
        balances = balances.filter(target__in=targets)
    found: dict[int, list[Held]] = defaultdict(list)
    newer: set[int] = set()
    columns = balances.values_list("target", "place", "for_body", "day", "value", "posting")
    for target, place, body, day, value, posting in columns:
        if day <= as_of:
            found[target].append(Held(target, Series(place, body, counter), day, value, posting))
        else:
            newer.add(target)
    if newer:
        found |= _from_rows(newer, as_of, counter)
    return {target: tuple(items) for target, items in found.items()}


def _from_rows(targets: Collection[int], as_of: dt.date, counter: str) -> dict[int, list[Held]]:
    rows = counting().filter(target__in=targets, counter=counter, day__lte=as_of).select_related("target")
    found: dict[int, list[Held]] = defaultdict(list)
    for item in latest_of(rows.order_by("day", "pk")):
        found[item.target].append(item)
    return found


def latest_of(rows: Iterable[Posting]) -> tuple[Held, ...]:
    """What stands after the counting ``rows``, which come by rising day with their targets; one item a series."""
    latest: dict[tuple[int, Series], Held] = {}
    for row in rows:
        key = row.target_id, row.series
        before = latest[key].value if key in latest else None
        total = total_after(before, row.value, counting=row.target.counting)
        latest[key] = Held(*key, row.day, total, row.pk)
    return tuple(latest.values())


def history(*, targets: Collection[int], as_of: dt.date) -> QuerySet[Posting]:
    """Every posting of the targets up to ``as_of``, of all counters, corrected ones too, in the order of days."""
    return (
        Posting.objects.filter(Q(target__in=targets) & Q(day__lte=as_of))
        .select_related("target", "place", "for_body", "body", "posted_by", "corrected_by", "corrects")
        .order_by("day", "pk")
    )


def newest_posting(target: Target, series: Series) -> Posting | None:
    """The posting that the balance names, which whoever posts next must have seen."""
    balance = Balance.objects.filter(target=target, **series.columns).select_related("posting").first()
    return balance.posting if balance else None
