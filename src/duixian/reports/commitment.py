"""One commitment whole: the sentence that promised it, its targets with curve, shares and postings, its owners."""

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from duixian.compiler.marking import Mark, MarkKind, Segment, mark
from duixian.ledgers.models import Posting
from duixian.ledgers.progress.read import Held, history
from duixian.pace import Curve, Figure, Light, Plan, light, plan_curve
from duixian.registers.models import Allocation, Assignment, Commitment, Measure, Place, Target
from duixian.reports.board import Row, row_of
from duixian.reports.figures import TargetLine, counts, owners, share, totals_by_day, with_all
from duixian.units import Span, trimmed


@dataclass(frozen=True, slots=True)
class Share:
    """A place's part of a target, as it stands. Units: the target's."""

    place: Place | None
    value: Decimal
    actual: Decimal | None
    actual_share: Decimal
    day: dt.date | None
    light: Light


@dataclass(frozen=True, slots=True)
class TargetDetail:
    """A target with all behind its light. ``postings`` newest first, corrected ones included."""

    line: TargetLine
    curve: Curve
    figures: tuple[Figure, ...]
    shares: tuple[Share, ...]
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
    found = found.prefetch_related("targets__allocations__place", "assignments__officials", "measures")
    commitment = (found.exclude(released_at=None) if released_only else found).get()
    postings: dict[int, list[Posting]] = defaultdict(list)
    for posting in history(targets=[target.pk for target in commitment.targets.all()], as_of=as_of):
        postings[posting.target_id].append(posting)
    standing = {target: _held(rows) for target, rows in postings.items()}
    row = row_of(commitment, standing, as_of=as_of)
    by_text = sorted(row.lines, key=lambda line: line.target.begin)
    return Detail(
        row=row,
        targets=tuple(_target(line, commitment, postings[line.target.pk], as_of=as_of) for line in by_text),
        measures=tuple(commitment.measures.all()),
        assignments=tuple(commitment.assignments.all()),
        segments=tuple(_segments(commitment)),
        findings=tuple(_findings(commitment)),
    )


def _held(postings: Sequence[Posting]) -> tuple[Held, ...]:
    latest = {posting.place_id: posting for posting in postings if counts(posting)}
    return tuple(Held(item.target_id, place, item.day, item.value, item.pk) for place, item in latest.items())


def _target(line: TargetLine, commitment: Commitment, postings: list[Posting], *, as_of: dt.date) -> TargetDetail:
    figures = totals_by_day(postings)
    whole = TargetLine(
        target=line.target,
        plan=line.plan,
        light=light(line.plan, figures, as_of=as_of),
        last_day=line.last_day,
        places_reported=line.places_reported,
        places=line.places,
    )
    measure = line.target.measure
    own = owners(commitment, measure=measure) if measure else []
    return TargetDetail(
        line=whole,
        curve=plan_curve(line.plan),
        figures=tuple(figures),
        shares=tuple(_shares(line.target, line.plan, postings, as_of=as_of)),
        postings=tuple(reversed(postings)),
        owners=tuple(own or owners(commitment)),
    )


def _shares(target: Target, plan: Plan, postings: list[Posting], *, as_of: dt.date) -> list[Share]:
    return [
        _share(allocation, plan, [item for item in postings if item.place_id == allocation.place_id], as_of=as_of)
        for allocation in target.allocations.all()
    ]


def _share(allocation: Allocation, plan: Plan, postings: list[Posting], *, as_of: dt.date) -> Share:
    figures = totals_by_day(postings)
    own = Plan(
        target=trimmed(allocation.value),
        unit=plan.unit,
        begins=plan.begins,
        due=plan.due,
        comparator=plan.comparator,
        stages=plan.stages,
        cumulative=plan.cumulative,
    )
    last = figures[-1] if figures else None
    return Share(
        place=allocation.place,
        value=own.target,
        actual=last.value if last else None,
        actual_share=share(last.value if last else Decimal(0), of=own.target),
        day=last.day if last else None,
        light=light(own, figures, as_of=as_of),
    )


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
