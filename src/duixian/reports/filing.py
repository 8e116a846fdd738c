"""One report as its reviewer sees it: each figure beside the month before, its papers, and every step so far."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from duixian.ledgers.filings.due import days_late
from duixian.ledgers.filings.models import Evidence, Filing, FilingFigure, FilingStep
from duixian.ledgers.filings.month import Month
from duixian.ledgers.filings.read import figures_of
from duixian.ledgers.progress.read import held
from duixian.ledgers.progress.series import Series
from duixian.registers.models import Commitment, Counting, Site
from duixian.reports.evidence import Use, repeats


@dataclass(frozen=True, slots=True)
class Paper:
    """A file handed in, and where else its bytes were."""

    evidence: Evidence
    uses: tuple[Use, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One reported figure.

    Units: the target's. ``before`` is what stood at the end of the month before, None where nothing did; ``now`` is
    what the progress ledger says of this figure today, where that differs from what was handed in.
    """

    figure: FilingFigure
    before: Decimal | None
    now: Decimal | None
    papers: tuple[Paper, ...]

    @property
    def change(self) -> Decimal | None:
        """What was added, or taken away, since the month before; of running totals alone."""
        value = self.figure.value
        if value is None or self.before is None or self.figure.target.counting == Counting.INCREMENT:
            return None
        return value - self.before


@dataclass(frozen=True, slots=True)
class Detail:
    """A report whole. ``late`` is working days beyond its due day; None where there is none, or nothing came."""

    filing: Filing
    month: Month
    groups: tuple[tuple[Commitment, tuple[Line, ...]], ...]
    steps: tuple[FilingStep, ...]
    late: int | None

    @property
    def missing(self) -> int:
        """How many figures were not given."""
        return sum(line.figure.value is None for _, lines in self.groups for line in lines)


def detail(filing: Filing, *, site: Site) -> Detail:
    """The report with the figures of its last submission; the same number of queries however many they are."""
    month = Month(filing.year, filing.month)
    figures = list(figures_of(filing))
    before = _standing({figure.target_id for figure in figures}, month.first - dt.timedelta(days=1))
    papers = list(filing.evidence.all())
    uses = repeats(papers)
    groups: dict[int, tuple[Commitment, list[Line]]] = {}
    for figure in figures:
        own = [Paper(one, uses.get(one.pk, ())) for one in papers if _is_of(one, figure)]
        line = Line(figure, before.get(_key(figure)), _changed(figure), tuple(own))
        groups.setdefault(figure.target.commitment_id, (figure.target.commitment, []))[1].append(line)
    first = filing.state.first_submitted
    return Detail(
        filing=filing,
        month=month,
        groups=tuple((commitment, tuple(lines)) for commitment, lines in groups.values()),
        steps=tuple(filing.steps.select_related("by__body")),
        late=days_late(filing.due, handed_in=first, site=site) if first else None,
    )


def _key(figure: FilingFigure) -> tuple[int, Series]:
    return figure.target_id, Series(figure.place_id, figure.for_body_id)


def _standing(targets: set[int], day: dt.date) -> dict[tuple[int, Series], Decimal]:
    found = held(as_of=day, targets=targets)
    return {(item.target, item.series): item.value for items in found.values() for item in items}


def _is_of(evidence: Evidence, figure: FilingFigure) -> bool:
    return (evidence.target_id, evidence.place_id) == (figure.target_id, figure.place_id)


def _changed(figure: FilingFigure) -> Decimal | None:
    """The value of the row that was put in the place of the reported one since."""
    posting, changed = figure.posting, None
    while posting is not None and hasattr(posting, "corrected_by"):
        posting = posting.corrected_by
        changed = posting.value
    return changed
