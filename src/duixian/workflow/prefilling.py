"""What is already known of a figure that is asked for: nobody types what a ledger or an earlier report holds.

A ledger that feeds targets joins with one function in ``SOURCES``; the first that knows a figure gives it.
"""

import datetime as dt
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from duixian.ledgers.filings.month import Month
from duixian.ledgers.filings.owed import Line
from duixian.ledgers.models import Balance
from duixian.ledgers.progress.read import counting, held
from duixian.ledgers.progress.series import Series
from duixian.registers.models import Counting

LEDGER, POSTED, EARLIER = "ledger", "posted", "earlier"


@dataclass(frozen=True, slots=True)
class Prefill:
    """A known figure.

    Shape: ``source`` is LEDGER for a ledger that feeds the target, POSTED for a figure reported already for the
    month's last day, EARLIER for what stood before. ``posting`` is the progress row it comes from, where there is one.
    """

    value: Decimal
    source: str
    day: dt.date
    posting: int | None = None


Source = Callable[[Sequence[Line], Month], Mapping[str, Prefill]]


def prefills(lines: Sequence[Line], *, month: Month) -> Mapping[str, Prefill]:
    """By a line's key what is known of its figure at the end of ``month``; nothing is known of those left out."""
    found: dict[str, Prefill] = {}
    for source in SOURCES:
        found = {**source(lines, month), **found}
    return found


def posted_on_the_last_day(lines: Sequence[Line], month: Month) -> Mapping[str, Prefill]:
    """Figures that were reported directly for the month's last day."""
    rows = counting().filter(target__in=_targets(lines), counter="", day=month.last)
    by_series = {(row.target_id, row.series): row for row in rows}
    return {
        line.key: Prefill(row.value, POSTED, row.day, row.pk)
        for line in lines
        if (row := by_series.get((line.target.pk, line.series))) is not None
    }


def standing_before(lines: Sequence[Line], month: Month) -> Mapping[str, Prefill]:
    """What stood at the month's end, of totals alone: what was added last month says nothing about this one."""
    standing = held(as_of=month.last, targets=_targets(lines))
    by_series = {(item.target, item.series): item for items in standing.values() for item in items}
    return {
        line.key: Prefill(item.value, EARLIER, item.day, item.posting)
        for line in lines
        if line.target.counting != Counting.INCREMENT
        and (item := by_series.get((line.target.pk, line.series))) is not None
    }


# The first that knows a figure gives it. A ledger that feeds targets stands before what people typed.
SOURCES: tuple[Source, ...] = (posted_on_the_last_day, standing_before)


def seen_postings(lines: Sequence[Line], *, month: Month) -> Mapping[str, int]:
    """By a line's key the row that whoever fills it in must have seen: the month's own, else the balance's."""
    targets = _targets(lines)
    own = counting().filter(target__in=targets, counter="", day=month.last)
    newest = Balance.objects.filter(target__in=targets, counter="")
    found: dict[tuple[int, Series], int] = {}
    for rows, row in ((newest, "posting"), (own, "pk")):
        for target, place, body, posting in rows.values_list("target", "place", "for_body", row):
            found[target, Series(place, body)] = posting
    return {line.key: found[key] for line in lines if (key := (line.target.pk, line.series)) in found}


def _targets(lines: Sequence[Line]) -> Collection[int]:
    return {line.target.pk for line in lines}
