"""Brings registers, ledgers and pace together: each target with its plan, its figures and its light."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, cast

from django.db.models import Prefetch, QuerySet

from duixian.ledgers.models import Posting
from duixian.ledgers.progress.read import Held
from duixian.pace import Figure, Light, Plan, Stage, light
from duixian.registers.models import AssignmentBody, Commitment, Measure, Milestone, Part, Target
from duixian.units import trimmed

_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class TargetLine:
    """One target as it stands.

    Units: ``value``, ``actual`` and ``expected`` in the target's unit; the two shares are percent of the target,
    0 to 100, for drawing. ``actual`` is None where nothing was reported.
    """

    target: Target
    plan: Plan
    light: Light
    last_day: dt.date | None
    places_reported: int
    places: int

    @property
    def value(self) -> Decimal:
        return self.plan.target

    @property
    def actual(self) -> Decimal | None:
        return self.light.actual

    @property
    def expected(self) -> Decimal:
        return self.light.expected

    @property
    def actual_share(self) -> Decimal:
        return share(self.light.actual or Decimal(0), of=self.plan.target)

    @property
    def expected_share(self) -> Decimal:
        return share(self.light.expected, of=self.plan.target)


def share(value: Decimal, *, of: Decimal) -> Decimal:
    """``value`` as percent of ``of``, between 0 and 100, one decimal place, for a bar's length alone.

    >>> share(Decimal(30), of=Decimal(120)), share(Decimal(7), of=Decimal(0))
    (Decimal('25.0'), Decimal('100'))
    """
    if of == 0:
        return _HUNDRED
    return min(_HUNDRED, (value * _HUNDRED / of).quantize(Decimal("0.1")))


def plan_of(target: Target, milestones: Iterable[Milestone]) -> Plan:
    """The target's plan: its own value and period, and the stages of its measure or commitment."""
    return Plan(
        target=trimmed(target.value),
        unit=target.unit,
        begins=target.begins,
        due=target.due,
        comparator=cast("Any", target.comparator),
        stages=tuple(
            Stage(text=item.text, start=item.start, end=item.end_day, kind=cast("Any", item.stage))
            for item in milestones
        ),
        # What is owed every week or month is a level to keep, not a total to reach.
        cumulative=target.cumulative and target.period in (None, "year"),
    )


def milestones_of(target: Target, commitment: Commitment) -> list[Milestone]:
    """The stages that count for the target: those of its measure, or of the commitment where it has none."""
    return [item for item in commitment.milestones.all() if item.measure_id == target.measure_id]


def line_of(target: Target, commitment: Commitment, held: Sequence[Held], *, as_of: dt.date) -> TargetLine:
    """The target's line, from what stands in the ledger at the end of ``as_of``."""
    plan = plan_of(target, milestones_of(target, commitment))
    last_day = max((item.day for item in held), default=None)
    figures = [Figure(last_day, trimmed(sum((item.value for item in held), Decimal(0))))] if last_day else []
    return TargetLine(
        target=target,
        plan=plan,
        light=light(plan, figures, as_of=as_of),
        last_day=last_day,
        places_reported=len(held),
        places=len(target.allocations.all()),
    )


def totals_by_day(postings: Iterable[Posting]) -> list[Figure]:
    """The target's figure on each day that has a posting: the sum of what each place had last reported by then.

    Shape: by rising day, one a day; corrected postings do not count.
    """
    latest: dict[int | None, Decimal] = {}
    totals: dict[dt.date, Decimal] = {}
    for posting in sorted((item for item in postings if counts(item)), key=lambda item: (item.day, item.pk)):
        latest[posting.place_id] = posting.value
        totals[posting.day] = sum(latest.values(), Decimal(0))
    return [Figure(day, trimmed(total)) for day, total in totals.items()]


def counts(posting: Posting) -> bool:
    """Whether no later row stands for this one. Needs ``corrected_by`` selected, or asks the database."""
    return not hasattr(posting, "corrected_by")


def with_all(commitments: QuerySet[Commitment]) -> QuerySet[Commitment]:
    """The commitments with everything a line needs, in a fixed number of queries however many there are."""
    seats = Prefetch("assignments__seats", queryset=AssignmentBody.objects.select_related("body"))
    return commitments.select_related("document").prefetch_related(
        Prefetch("targets", queryset=Target.objects.select_related("measure", "place")),
        "targets__allocations",
        "milestones",
        "assignments",
        seats,
    )


def owners(commitment: Commitment, *, measure: Measure | None = None, part: Part = Part.LEAD) -> list[str]:
    """The names of the bodies that answer, each once, in the order written; of all measures where none is named."""
    names = [
        seat.body.name
        for assignment in commitment.assignments.all()
        if measure is None or assignment.measure_id == measure.pk
        for seat in assignment.seats.all()
        if seat.part == part
    ]
    return list(dict.fromkeys(names))
