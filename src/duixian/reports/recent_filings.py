"""The last months' reports of some bodies, as they stood at the end of a day."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from duixian.ledgers.filings.models import Filing, FilingMove, FilingStage, FilingStep
from duixian.ledgers.filings.month import Month
from duixian.ledgers.filings.order import stage_after

_MOST = 6


@dataclass(frozen=True, slots=True)
class Row:
    """One report. ``handed_in`` is the day it was first submitted; ``late`` None where no due day could be computed."""

    filing: Filing
    month: Month
    stage: FilingStage
    handed_in: dt.date | None
    late: bool | None


def rows(bodies: Collection[int], *, as_of: dt.date, most: int = _MOST) -> tuple[Row, ...]:
    """The newest ``most`` reports for months of this year or the last, newest month first. One query."""
    steps = FilingStep.objects.filter(filing__body__in=bodies, filing__year__gte=as_of.year - 1, day__lte=as_of)
    by_filing: dict[Filing, list[FilingStep]] = defaultdict(list)
    for step in steps.select_related("filing__body", "filing__lead").order_by("pk"):
        by_filing[step.filing].append(step)
    newest = sorted(by_filing, key=lambda filing: (-filing.year, -filing.month, filing.body.name, filing.lead.name))
    return tuple(_row(filing, by_filing[filing], as_of) for filing in newest[:most])


def _row(filing: Filing, steps: Iterable[FilingStep], as_of: dt.date) -> Row:
    stage, handed_in = FilingStage.OPEN, None
    for step in steps:
        move = FilingMove(step.move)
        stage = stage_after(move, stage, own=filing.body_id == filing.lead_id)
        handed_in = handed_in or (step.day if move is FilingMove.SUBMIT else None)
    late = None if filing.due is None else (handed_in or as_of) > filing.due
    return Row(filing, Month(filing.year, filing.month), stage, handed_in, late)
