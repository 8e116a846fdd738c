"""The quarterly report: what stands at its end, what needs attention and why, and what was done about it."""

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal

from duixian.ledgers.models import OrderStage
from duixian.pace import SEVERITY, Code, light_of
from duixian.reports import board, orders
from duixian.reports.figures import TargetLine, owners
from duixian.reports.lit.lamps import lamps
from duixian.reports.schemes import site_schemes
from duixian.units import Refused, gettext_noop

_WRITTEN = re.compile(r"(\d{4})[Qq]([1-4])")
_MONTHS = 3
_ATTENTION = frozenset({Code.OVERDUE, Code.BEHIND, Code.AT_RISK, Code.NO_DATA})


@dataclass(frozen=True, slots=True)
class Quarter:
    """One quarter of a year, 1 to 4."""

    year: int
    number: int

    def __str__(self) -> str:
        return f"{self.year}Q{self.number}"

    @property
    def first(self) -> dt.date:
        return dt.date(self.year, (self.number - 1) * _MONTHS + 1, 1)

    @property
    def last(self) -> dt.date:
        following = dt.date(self.year + self.number // 4, self.number % 4 * _MONTHS + 1, 1)
        return following - dt.timedelta(days=1)


def quarter_of(day: dt.date) -> Quarter:
    """The quarter that the day lies in.

    >>> str(quarter_of(dt.date(2026, 9, 30))), quarter_of(dt.date(2026, 12, 1)).last.isoformat()
    ('2026Q3', '2026-12-31')
    """
    return Quarter(day.year, (day.month - 1) // _MONTHS + 1)


def read_quarter(written: str) -> Quarter:
    """The quarter written 2026Q3. Errors: Refused for anything else."""
    match = _WRITTEN.fullmatch(written.strip())
    if match is None:
        raise Refused("quarter-unknown", gettext_noop("“{text}”不是季度，要写成 2026Q3 这样。"), text=written)
    return Quarter(int(match[1]), int(match[2]))


@dataclass(frozen=True, slots=True)
class Line:
    """One target. Units: ``value``, ``actual`` and ``expected`` in its unit, ``percent`` of the target to one place.

    ``actual`` and ``percent`` are None where nothing was reported: that is not zero.
    """

    ordinal: int
    commitment: str
    line: TargetLine
    percent: Decimal | None
    owners: tuple[str, ...]

    @property
    def needs_attention(self) -> bool:
        return self.line.light.code in _ATTENTION


@dataclass(frozen=True, slots=True)
class QuarterReport:
    """Everything the paper says. Time: as of the end of ``as_of``, the quarter's last day or an earlier one.

    Shape: ``lights`` counts commitments by their worst target; ``lines`` in the order of the documents;
    ``handed_over`` and ``closed`` orders of the quarter, ``open_orders`` at its end.
    """

    quarter: Quarter
    as_of: dt.date
    commitments: int
    lights: Mapping[Code, int]
    lines: tuple[Line, ...]
    handed_over: int
    closed: int
    open_orders: tuple[orders.Row, ...]

    @property
    def attention(self) -> tuple[Line, ...]:
        """The lines that somebody should look at, worst first."""
        wanted = (line for line in self.lines if line.needs_attention)
        return tuple(sorted(wanted, key=lambda line: SEVERITY.index(line.line.light.code)))

    @property
    def late_orders(self) -> tuple[orders.Row, ...]:
        return tuple(row for row in self.open_orders if row.is_late)


def quarter_report(quarter: Quarter, *, today: dt.date) -> QuarterReport:
    """The report as far as the quarter has come. Errors: Refused for a quarter that has not begun."""
    if quarter.first > today:
        raise Refused(
            "quarter-ahead",
            gettext_noop("{quarter}从{first}开始，还没有数可报。"),
            quarter=str(quarter),
            first=quarter.first,
        )
    as_of = min(quarter.last, today)
    found = board.rows(as_of=as_of, year=quarter.year)
    every = orders.rows(as_of=as_of)
    return QuarterReport(
        quarter=quarter,
        as_of=as_of,
        commitments=len(found),
        lights=dict(Counter(row.light.code for row in found if row.light)),
        lines=tuple(_lines(found, as_of=as_of)),
        handed_over=sum(_made_in(row, quarter, as_of) for row in every),
        closed=sum(
            row.stage is OrderStage.CLOSED and row.ended is not None and row.ended >= quarter.first for row in every
        ),
        open_orders=tuple(row for row in every if row.is_open),
    )


def percent_of(value: Decimal | None, *, of: Decimal) -> Decimal | None:
    """``value`` as percent of ``of`` to one decimal place, halves up as in every office's table; None for neither.

    >>> percent_of(Decimal(5), of=Decimal(12)), percent_of(None, of=Decimal(12)), percent_of(Decimal(5), of=Decimal(0))
    (Decimal('41.7'), None, None)
    """
    if value is None or of == 0:
        return None
    return (value * 100 / of).quantize(Decimal("0.1"), rounding=ROUND_HALF_UP)


def _made_in(row: orders.Row, quarter: Quarter, as_of: dt.date) -> bool:
    return quarter.first <= row.order.day <= as_of


def _lines(found: Sequence[board.Row], *, as_of: dt.date) -> Iterator[Line]:
    """Every target in the order of its document, its light with the whole history behind it: the paper says why."""
    keys = [line.target.pk for row in found for line in row.lines]
    lit = {
        lamp.target.pk: light_of(lamp.course, as_of=as_of)
        for lamp in lamps(keys, as_of=as_of, schemes=site_schemes(), shares=False)
    }
    for row in found:
        for line in sorted(row.lines, key=lambda one: one.target.begin):
            yield _line(row, replace(line, light=lit[line.target.pk]))


def _line(row: board.Row, line: TargetLine) -> Line:
    commitment = row.commitment
    percent = percent_of(line.actual, of=line.value) if line.plan.is_counted_up else None
    own = owners(commitment, measure=line.target.measure) if line.target.measure else []
    return Line(commitment.ordinal, commitment.title, line, percent, tuple(own or row.owners))
