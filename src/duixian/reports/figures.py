"""Brings registers, ledgers and pace together: each target with its plan, its figures and its light."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import ROUND_FLOOR, Decimal
from typing import Any, cast

from django.db.models import Prefetch, QuerySet

from duixian.ledgers.models import Posting
from duixian.ledgers.progress.series import Series, total_after
from duixian.pace import Figure, Light, Plan, Stage
from duixian.registers.models import Allocation, AssignmentBody, Commitment, Measure, Milestone, Nature, Part, Target
from duixian.reports.seasons import season_of, with_site_region
from duixian.units import trimmed

_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class TargetLine:
    """One target as it stands.

    Units: ``value``, ``actual`` and ``expected`` in the target's unit; the two shares are percent of the target,
    0 to 100, for drawing. ``actual`` is None where nothing was reported. ``places`` counts the shares, to places or
    to bodies.
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
    """The target's plan: its own value and period, its working season, and the stages of its measure or commitment."""
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
        season=season_of(target),
    )


def plan_of_share(allocation: Allocation, *, target: Target, plan: Plan) -> Plan:
    """The target's plan with what the share has to reach; of a coverage, the level each place must reach."""
    covers = target.nature == Nature.COVERAGE
    return replace(plan, target=trimmed(allocation.whole), unit="" if covers else plan.unit)


def milestones_of(target: Target, commitment: Commitment) -> list[Milestone]:
    """The stages that count for the target: those of its measure, or of the commitment where it has none."""
    return [item for item in commitment.milestones.all() if item.measure_id == target.measure_id]


def line_of(target: Target, plan: Plan, lit: Light, *, reported: int, places: int) -> TargetLine:
    """The target's line; ``reported`` is how many of its ``places`` shares have a figure, 1 for one without shares."""
    latest = lit.at.latest
    return TargetLine(
        target=target,
        plan=plan,
        light=lit,
        last_day=latest.day if latest else None,
        places_reported=reported,
        places=places,
    )


def total_of(target: Target, standing: Mapping[Series, Decimal]) -> Decimal:
    """The target's own figure, from what stands for it as a whole or for each of its shares.

    Shape: ``standing`` holds deciding figures alone; the target comes with its allocations.
    Errors: ValueError where figures that do not add up would have to be added.
    """
    if target.nature == Nature.COVERAGE:
        levels = {Series.for_share(one): one.whole for one in target.allocations.all()}
        reached = sum(standing[series] >= levels[series] for series in standing if series in levels)
        return coverage_percent(reached, of=len(levels))
    if len(standing) > 1 and not target.additive:
        raise ValueError(f"target {target.pk} is a {target.nature}: its figures are never added up")
    return trimmed(sum(standing.values(), Decimal(0)))


def coverage_percent(reached: int, *, of: int) -> Decimal:
    """How many percent ``reached`` is ``of`` all, rounded down to four places: nothing is shown as met that is not.

    >>> coverage_percent(7, of=11), coverage_percent(8, of=8), coverage_percent(0, of=0)
    (Decimal('63.6363'), Decimal('100'), Decimal('0'))
    """
    return trimmed((Decimal(reached) * _HUNDRED / max(of, 1)).quantize(Decimal("0.0001"), rounding=ROUND_FLOOR))


def totals_by_day(target: Target, postings: Iterable[Posting]) -> list[Figure]:
    """The target's figure on each day that has a posting: what its shares had last reported by then, taken together.

    Shape: by rising day, one a day; corrected postings and those of a stage beside the target do not count.
    """
    latest: dict[Series, Decimal] = {}
    totals: dict[dt.date, Decimal] = {}
    deciding = (item for item in postings if item.series.decides and counts(item))
    for posting in sorted(deciding, key=lambda item: (item.day, item.pk)):
        series = posting.series
        latest[series] = total_after(latest.get(series), posting.value, counting=target.counting)
        totals[posting.day] = total_of(target, latest)
    return [Figure(day, total) for day, total in totals.items()]


def counts(posting: Posting) -> bool:
    """Whether no later row stands for this one. Needs ``corrected_by`` selected, or asks the database."""
    return not hasattr(posting, "corrected_by")


def with_all(commitments: QuerySet[Commitment]) -> QuerySet[Commitment]:
    """The commitments with everything a line needs, in a fixed number of queries however many there are."""
    seats = Prefetch("assignments__seats", queryset=AssignmentBody.objects.select_related("body"))
    return with_targets(commitments).prefetch_related("assignments", seats)


def with_targets(commitments: QuerySet[Commitment]) -> QuerySet[Commitment]:
    """The commitments with their targets and stages, in three queries."""
    targets = Prefetch("targets", queryset=with_site_region(Target.objects.select_related("measure", "place")))
    return commitments.select_related("document").prefetch_related(targets, "milestones")


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
