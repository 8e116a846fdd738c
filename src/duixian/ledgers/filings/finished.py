"""Since when a target or a share of it needs no further figure: it was reached, or its last day is reported."""

import datetime as dt
from collections.abc import Collection, Mapping
from decimal import Decimal

from django.db.models import F, Min, Q, QuerySet

from duixian.ledgers.progress.models import Balance, Posting
from duixian.ledgers.progress.read import counting
from duixian.ledgers.progress.series import Series
from duixian.registers.models import Counter, Counting, Nature

# What is owed every week or month is a level to keep, not a total to reach.
_YEARLY = Q(target__period=None) | Q(target__period="year")
_REACHES = Q(target__nature=Nature.FLOW) & _YEARLY & ~Q(target__comparator="<=")


def finished(targets: Collection[int], *, as_of: dt.date) -> Mapping[tuple[int, Series], dt.date]:
    """(target id, series) → the first day of which its figures say so, as known on ``as_of``; five queries."""
    rows = counting().filter(target__in=targets, counter=Counter.WHOLE, day__lte=as_of)
    totals = rows.filter(_REACHES, target__counting=Counting.CUMULATIVE)
    return {
        **_first_days(totals.filter(place=None, for_body=None, value__gte=F("target__value"))),
        **_first_days(_reaching_their_share(totals, "place")),
        **_first_days(_reaching_their_share(totals, "body")),
        **_first_days(rows.exclude(_REACHES).filter(day__gte=F("target__due"))),
        **_by_increments(targets, as_of=as_of),
    }


def _reaching_their_share(rows: QuerySet[Posting], owner: str) -> QuerySet[Posting]:
    own = {"place": "target__allocations__place", "body": "target__allocations__body"}[owner]
    column = {"place": "place", "body": "for_body"}[owner]
    whole = F("target__allocations__value") + F("target__allocations__topped_up")
    # One filter: all its conditions are about one and the same share.
    return rows.filter(**{own: F(column)}, value__gte=whole)


def _first_days(rows: QuerySet[Posting]) -> dict[tuple[int, Series], dt.date]:
    columns = rows.order_by().values("target", "place", "for_body").annotate(first=Min("day"))
    return {(row["target"], Series(row["place"], row["for_body"])): row["first"] for row in columns}


def _by_increments(targets: Collection[int], *, as_of: dt.date) -> dict[tuple[int, Series], dt.date]:
    """Where figures are increments the balance alone knows the total; the day is that of its newest row."""
    found = Balance.objects.filter(_REACHES, target__in=targets, counter=Counter.WHOLE, day__lte=as_of)
    found = found.filter(target__counting=Counting.INCREMENT).select_related("target")
    shares = found.prefetch_related("target__allocations")
    return {
        (row.target_id, Series(row.place_id, row.for_body_id)): row.day for row in shares if row.value >= _whole(row)
    }


def _whole(balance: Balance) -> Decimal:
    for share in balance.target.allocations.all():
        if (share.place_id, share.body_id) == (balance.place_id, balance.for_body_id):
            return share.whole
    return balance.target.value
