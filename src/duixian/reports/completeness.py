"""Completeness and timeliness: who owed which month's report, when it came, how late, how often it went back."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from duixian.ledgers.filings.due import Due, days_late, due_of
from duixian.ledgers.filings.models import Filing, FilingMove, FilingStage, FilingStep
from duixian.ledgers.filings.month import Month
from duixian.ledgers.filings.order import stage_after
from duixian.ledgers.filings.owed import lines
from duixian.registers.models import Body, Site


@dataclass(frozen=True, slots=True)
class Row:
    """One month's report of one body to one leading body, as it stood at the end of a day.

    Units: ``owed`` counts figures, ``late`` working days beyond the due day (0 in time). ``late`` is None where nothing
    came and the day is not over, or where no day could be computed; ``handed_in`` is the day of the first submission.
    """

    month: Month
    body: Body
    lead: Body
    owed: int
    due: Due
    handed_in: dt.date | None
    late: int | None
    returned: int
    stage: FilingStage
    filing: int | None

    @property
    def is_missing(self) -> bool:
        """Whether it is owed and did not come."""
        return self.handed_in is None


@dataclass(frozen=True, slots=True)
class Summary:
    """All rows counted. ``in_time`` is of those handed in; ``undatable`` came without a due day to judge them by."""

    owed: int
    handed_in: int
    in_time: int
    late: int
    undatable: int
    accepted: int


def rows(*, months: Collection[Month], as_of: dt.date, body: Body | None = None) -> tuple[Row, ...]:
    """Every report owed for ``months``, newest month first, then by body; months not over by ``as_of`` are left out.

    What is owed is known as of ``as_of``; the same number of queries however many bodies and months there are.
    """
    over = sorted((month for month in months if month.opens <= as_of), reverse=True)
    site = Site.current()
    owed = _owed(over, as_of=as_of, body=body)
    filings, steps = _filings(over), _steps(over, as_of=as_of)
    names = Body.objects.in_bulk()
    found = []
    for (month, owing, lead), count in owed.items():
        filing = filings.get((month, owing, lead))
        done = steps.get(filing.pk, []) if filing else []
        due = Due(filing.due, filing.due_basis.get("told", "")) if filing and filing.due else due_of(month, site=site)
        made = _row(month, names[owing], names[lead], count, due=due, filing=filing, steps=done, as_of=as_of, site=site)
        found.append(made)
    return tuple(sorted(found, key=lambda row: (-row.month.year, -row.month.month, row.body.name, row.lead.name)))


def summary(found: Iterable[Row]) -> Summary:
    """The rows counted."""
    counted = Counter[str]()
    for row in found:
        counted["owed"] += 1
        counted["accepted"] += row.stage == FilingStage.ACCEPTED
        if row.handed_in is not None:
            counted["handed_in"] += 1
            counted["undatable" if row.late is None else "late" if row.late else "in_time"] += 1
    names = Summary.__dataclass_fields__
    return Summary(**{name: counted[name] for name in names})


def _owed(months: Iterable[Month], *, as_of: dt.date, body: Body | None) -> Mapping[tuple[Month, int, int], int]:
    every = lines(as_of=as_of, body=body)
    return Counter((month, line.body, line.lead) for month in months for line in every if line.runs_in(month))


def _filings(months: Collection[Month]) -> dict[tuple[Month, int, int], Filing]:
    years = {month.year for month in months}
    return {
        (Month(filing.year, filing.month), filing.body_id, filing.lead_id): filing
        for filing in Filing.objects.filter(year__in=years)
    }


def _steps(months: Collection[Month], *, as_of: dt.date) -> dict[int, list[FilingStep]]:
    years = {month.year for month in months}
    found: dict[int, list[FilingStep]] = defaultdict(list)
    for step in FilingStep.objects.filter(filing__year__in=years, day__lte=as_of).order_by("pk"):
        found[step.filing_id].append(step)
    return found


def _row(
    month: Month,
    body: Body,
    lead: Body,
    owed: int,
    *,
    due: Due,
    filing: Filing | None,
    steps: Iterable[FilingStep],
    as_of: dt.date,
    site: Site,
) -> Row:
    stage, first, returned = FilingStage.OPEN, None, 0
    for step in steps:
        move = FilingMove(step.move)
        stage = stage_after(move, stage, own=body.pk == lead.pk)
        first = first or (step.day if move is FilingMove.SUBMIT else None)
        returned += move is FilingMove.RETURN
    return Row(
        month=month,
        body=body,
        lead=lead,
        owed=owed,
        due=due,
        handed_in=first,
        late=_late(due, first, as_of=as_of, site=site),
        returned=returned,
        stage=stage,
        filing=filing.pk if filing and first else None,
    )


def _late(due: Due, handed_in: dt.date | None, *, as_of: dt.date, site: Site) -> int | None:
    """Until something comes the days run on to ``as_of``."""
    if handed_in is not None:
        return days_late(due.day, handed_in=handed_in, site=site)
    late = days_late(due.day, handed_in=as_of, site=site)
    return late or None
