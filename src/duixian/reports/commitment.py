"""One commitment whole: the sentence that promised it, its targets with curve, shares and postings, its owners."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from duixian.compiler.marking import Mark, MarkKind, Segment, mark
from duixian.ledgers.acceptances.read import accepted
from duixian.ledgers.models import Posting
from duixian.ledgers.progress.read import history, latest_of
from duixian.ledgers.progress.series import Series, total_after
from duixian.pace import Curve, Figure, Light, Plan, light
from duixian.registers.models import Allocation, Assignment, Body, Commitment, Counter, Measure, Place, Target
from duixian.reports.board import Row, row_of
from duixian.reports.figures import (
    TargetLine,
    counts,
    line_of,
    milestones_of,
    owners,
    plan_of,
    plan_of_share,
    share,
    totals_by_day,
    with_all,
)
from duixian.reports.schemes import site_schemes
from duixian.units import Span, trimmed


@dataclass(frozen=True, slots=True)
class Share:
    """What a place or a body has to reach of a target, as it stands.

    Units: the target's; of a coverage, the level each place must reach. ``value`` is assigned and topped up together.
    """

    owner: Place | Body
    series: Series
    value: Decimal
    topped_up: Decimal
    actual: Decimal | None
    actual_share: Decimal
    day: dt.date | None
    light: Light


@dataclass(frozen=True, slots=True)
class StageCount:
    """How many have come to a stage that is counted beside the target. ``word`` is the stage's name."""

    word: str
    value: Decimal
    day: dt.date


@dataclass(frozen=True, slots=True)
class TargetDetail:
    """A target with all behind its light. ``postings`` newest first, corrected ones included."""

    line: TargetLine
    curve: Curve
    figures: tuple[Figure, ...]
    shares: tuple[Share, ...]
    stages: tuple[StageCount, ...]
    postings: tuple[Posting, ...]
    owners: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Detail:
    """A commitment's page. ``segments`` is its own text, cut where targets and owners stand in it."""

    row: Row
    targets: tuple[TargetDetail, ...]
    measures: tuple[Measure, ...]
    assignments: tuple[Assignment, ...]
    segments: tuple[Segment, ...]
    findings: tuple[dict[str, object], ...]


def detail(pk: int, *, as_of: dt.date, released_only: bool = False) -> Detail:
    """The commitment as it stood at the end of ``as_of``. Errors: Commitment.DoesNotExist."""
    found = with_all(Commitment.objects.filter(pk=pk)).select_related("document__source")
    found = found.prefetch_related(
        "targets__allocations__place", "targets__allocations__body", "assignments__officials", "measures"
    )
    commitment = (found.exclude(released_at=None) if released_only else found).get()
    postings: dict[int, list[Posting]] = defaultdict(list)
    for posting in history(targets=[target.pk for target in commitment.targets.all()], as_of=as_of):
        postings[posting.target_id].append(posting)
    days = accepted(as_of=as_of, targets=list(postings))
    targets = [
        _target(target, commitment, postings[target.pk], accepted_on=days.get(target.pk), as_of=as_of)
        for target in commitment.targets.all()
    ]
    row = row_of(commitment, [target.line for target in targets], owners=owners(commitment))
    return Detail(
        row=row,
        targets=tuple(sorted(targets, key=lambda target: target.line.target.begin)),
        measures=tuple(commitment.measures.all()),
        assignments=tuple(commitment.assignments.all()),
        segments=tuple(_segments(commitment)),
        findings=tuple(_findings(commitment)),
    )


def _target(
    target: Target,
    commitment: Commitment,
    postings: list[Posting],
    *,
    accepted_on: dt.date | None,
    as_of: dt.date,
) -> TargetDetail:
    figures = totals_by_day(target, postings)
    plan = plan_of(target, milestones_of(target, commitment))
    lit = light(plan, figures, as_of=as_of, accepted=accepted_on, schemes=site_schemes())
    reported = {posting.series for posting in postings if counts(posting) and posting.series.decides}
    line = line_of(target, plan, lit, reported=len(reported), places=len(target.allocations.all()))
    measure = target.measure
    own = owners(commitment, measure=measure) if measure else []
    return TargetDetail(
        line=line,
        curve=lit.course.curve,
        figures=tuple(figures),
        shares=tuple(_shares(target, plan, postings, as_of=as_of)),
        stages=tuple(_stages(postings)),
        postings=tuple(reversed(postings)),
        owners=tuple(own or owners(commitment)),
    )


def _shares(target: Target, plan: Plan, postings: list[Posting], *, as_of: dt.date) -> list[Share]:
    return [
        _share(allocation, plan, [item for item in postings if item.series == series], as_of=as_of)
        for allocation in target.allocations.all()
        for series in (Series.for_share(allocation),)
    ]


def _share(allocation: Allocation, plan: Plan, postings: list[Posting], *, as_of: dt.date) -> Share:
    figures = _figures_of_share(allocation.target, postings)
    own = plan_of_share(allocation, target=allocation.target, plan=plan)
    last = figures[-1] if figures else None
    return Share(
        owner=allocation.owner,
        series=Series.for_share(allocation),
        value=own.target,
        topped_up=trimmed(allocation.topped_up),
        actual=last.value if last else None,
        actual_share=share(last.value if last else Decimal(0), of=own.target),
        day=last.day if last else None,
        light=light(own, figures, as_of=as_of, schemes=site_schemes()),
    )


def _figures_of_share(target: Target, postings: Sequence[Posting]) -> list[Figure]:
    """The running total of one share on each of its days, from its postings in the order of days."""
    figures: list[Figure] = []
    for posting in filter(counts, postings):
        before = figures[-1].value if figures else None
        total = total_after(before, posting.value, counting=target.counting)
        figures.append(Figure(posting.day, trimmed(total)))
    return figures


def _stages(postings: Iterable[Posting]) -> list[StageCount]:
    """The stages counted beside the target, in the order in which a thing is built."""
    standing = latest_of(item for item in postings if counts(item) and not item.series.decides)
    found = []
    for counter in Counter:
        items = [item for item in standing if item.series.counter == counter]
        if items:
            total = trimmed(sum((item.value for item in items), Decimal(0)))
            found.append(StageCount(str(counter.label), total, max(item.day for item in items)))
    return found


def _segments(commitment: Commitment) -> list[Segment]:
    marks = [
        Mark(f"target-{target.pk}", MarkKind.QUANTITY, Span(target.begin, target.end))
        for target in commitment.targets.all()
    ]
    return mark(commitment.document.source.text, marks, within=Span(commitment.begin, commitment.end))


def _findings(commitment: Commitment) -> list[dict[str, object]]:
    """What the compiler noticed inside the commitment's own text."""
    inside = Span(commitment.begin, commitment.end)
    return [
        finding
        for finding in commitment.document.findings
        if finding["span"] and inside.touches(Span(*finding["span"]))
    ]
