"""What is to be lit: every target and every share of it, each with its plan and all its figures, read in bulk."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from duixian.ledgers.acceptances.read import accepted
from duixian.ledgers.progress.read import counting
from duixian.ledgers.progress.series import WHOLE, Series, total_after
from duixian.pace import Course, Figure, Schemes, course
from duixian.registers.models import Counter, Target
from duixian.reports.figures import milestones_of, plan_of, plan_of_share, total_of
from duixian.reports.seasons import with_site_region
from duixian.units import trimmed

_Rows = list[tuple[Series, dt.date, Decimal]]


@dataclass(frozen=True, slots=True)
class Lamp:
    """One light to be lit: a target's own (``series`` is the whole) or that of one share."""

    target: Target
    series: Series
    course: Course


def lamps(targets: Collection[int], *, as_of: dt.date, schemes: Schemes, shares: bool = True) -> Iterator[Lamp]:
    """The lamps of the targets, each target's own first. Five queries, however many there are.

    Time: figures are those known now, of whatever day; an acceptance counts where it stands on ``as_of``.
    """
    found = with_site_region(Target.objects.filter(pk__in=targets).select_related("commitment", "place"))
    found = found.prefetch_related("allocations", "commitment__milestones")
    rows, days = _rows(targets), accepted(as_of=as_of, targets=targets)
    for target in found:
        plan = plan_of(target, milestones_of(target, target.commitment))
        by_series, whole = _figures(target, rows.get(target.pk, []))
        yield Lamp(target, WHOLE, course(plan, whole, accepted=days.get(target.pk), schemes=schemes))
        for allocation in target.allocations.all() if shares else ():
            series = Series.for_share(allocation)
            own = plan_of_share(allocation, target=target, plan=plan)
            yield Lamp(target, series, course(own, by_series.get(series, ()), schemes=schemes))


def _rows(targets: Collection[int]) -> Mapping[int, _Rows]:
    """The deciding rows that count, by target, in the order of days."""
    rows = counting().filter(target__in=targets, counter=Counter.WHOLE).order_by("day", "pk")
    found: dict[int, _Rows] = defaultdict(list)
    series: dict[tuple[int | None, int | None], Series] = {}
    columns = rows.values_list("target", "place", "for_body", "day", "value")
    for target, place, body, day, value in columns.iterator(chunk_size=10_000):
        key = place, body
        if key not in series:
            series[key] = Series(place, body)
        found[target].append((series[key], day, value))
    return found


def _figures(
    target: Target, rows: Iterable[tuple[Series, dt.date, Decimal]]
) -> tuple[dict[Series, list[Figure]], list[Figure]]:
    """The running totals of each series on its days, and the target's own on every day that has a row."""
    by_series: dict[Series, list[Figure]] = defaultdict(list)
    standing: dict[Series, Decimal] = {}
    whole: list[Figure] = []
    day: dt.date | None = None
    for series, row_day, value in rows:
        if day is not None and row_day != day:
            whole.append(Figure(day, total_of(target, standing)))
        day = row_day
        standing[series] = total = total_after(standing.get(series), value, counting=target.counting)
        by_series[series].append(Figure(day, trimmed(total)))
    if day is not None:
        whole.append(Figure(day, total_of(target, standing)))
    return by_series, whole
