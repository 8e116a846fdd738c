"""Since when a target or a share of it needs no further figure: it was reached, or its last day is reported."""

import datetime as dt
from collections.abc import Collection, Mapping
from decimal import Decimal
from typing import Any

from django.db.models import F, Min, Q, QuerySet

from duixian.ledgers.progress.models import Balance, Posting
from duixian.ledgers.progress.read import counting
from duixian.ledgers.progress.series import Series
from duixian.registers.models import Counter, Counting, Nature

# What is owed every week or month is a level to keep, not a total to reach.
_YEARLY = Q(target__period=None) | Q(target__period="year")
_REACHES = Q(target__nature=Nature.FLOW) & _YEARLY & ~Q(target__comparator="<=")
# Each way a target is reported: which rows are meant, and the row's own share beside it. One filter each, for all its
# conditions are about one and the same share.
_WHOLE = Q(place=None, for_body=None)
_SHARE = F("target__allocations__value") + F("target__allocations__topped_up")
_OF_A_PLACE = Q(place__isnull=False, target__allocations__place=F("place"), value__gte=_SHARE)
_OF_A_BODY = Q(for_body__isnull=False, target__allocations__body=F("for_body"), value__gte=_SHARE)


def finished(targets: Collection[int], *, as_of: dt.date, of: Q | None = None) -> Mapping[tuple[int, Series], dt.date]:
    """(target id, series) → the first day of which its figures say so, as known on ``as_of``; five queries.

    ``of`` narrows the rows to those of certain shares, told by their place and body.
    """
    own = Q(target__in=targets, counter=Counter.WHOLE, day__lte=as_of) & (of or Q())
    rows = counting().filter(own)
    totals = rows.filter(_REACHES, target__counting=Counting.CUMULATIVE)
    return {
        **_first_days(_reaching(totals, _WHOLE & Q(value__gte=F("target__value")))),
        **_first_days(_reaching(totals, _OF_A_PLACE)),
        **_first_days(_reaching(totals, _OF_A_BODY)),
        **_first_days(rows.exclude(_REACHES).filter(day__gte=F("target__due"))),
        **_by_increments(own),
    }


def _reaching(rows: QuerySet[Posting], reaches: Q) -> QuerySet[Posting]:
    """The rows that reach it, of those targets alone whose newest figure still does: few, until a year's end."""
    done = Balance.objects.filter(reaches, counter=Counter.WHOLE)
    return rows.filter(reaches, target__in=done.order_by().values("target"))


def _first_days(rows: QuerySet[Any]) -> dict[tuple[int, Series], dt.date]:
    columns = rows.order_by().values("target", "place", "for_body").annotate(first=Min("day"))
    return {(row["target"], Series(row["place"], row["for_body"])): row["first"] for row in columns}


def _by_increments(own: Q) -> dict[tuple[int, Series], dt.date]:
    """Where figures are increments the balance alone knows the total; the day is that of its newest row."""
    found = Balance.objects.filter(own, _REACHES, target__counting=Counting.INCREMENT)
    shares = found.select_related("target").prefetch_related("target__allocations")
    return {
        (row.target_id, Series(row.place_id, row.for_body_id)): row.day for row in shares if row.value >= _whole(row)
    }


def _whole(balance: Balance) -> Decimal:
    for share in balance.target.allocations.all():
        if (share.place_id, share.body_id) == (balance.place_id, balance.for_body_id):
            return share.whole
    return balance.target.value
