"""Plan, today and forecast of commitments or targets as strips (倒排工期): the same for page, sheet and document."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from duixian.pace import SEVERITY, Light, Outlook, Plan, light_of
from duixian.registers.models import Commitment, Milestone, Target
from duixian.reports.figures import milestones_of, share
from duixian.reports.lit.lamps import lamps
from duixian.reports.schemes import site_schemes


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage of the plan; both days inclusive. ``start`` is None where the document names its end alone."""

    text: str
    start: dt.date | None
    end: dt.date


@dataclass(frozen=True, slots=True)
class Finish:
    """The forecast day of completion and its interval; a day is None where it lies beyond what is forecast."""

    early: dt.date | None
    median: dt.date | None
    late: dt.date | None


@dataclass(frozen=True, slots=True)
class Strip:
    """One commitment, or one target of it. Light, share and forecast are those of its worst target: ``target``.

    Units: ``done_share`` in percent of the target, 0 to 100; None where nothing was reported, which is not zero.
    Time: ``begins`` and ``due`` both inclusive; ``deadline`` is the target's own last day. Shape: ``stages`` by their
    last day.
    """

    name: str
    commitment: Commitment
    light: Light
    begins: dt.date
    due: dt.date
    target: Target
    done_share: Decimal | None
    stages: tuple[Stage, ...]
    finish: Finish | None

    @property
    def deadline(self) -> dt.date:
        return self.target.due


@dataclass(frozen=True, slots=True)
class _Lit:
    """A target with the light that its whole history gives, forecast included."""

    target: Target
    plan: Plan
    light: Light

    @property
    def name(self) -> str:
        return self.target.object or self.target.commitment.title


def of_commitments(keys: Sequence[int], *, as_of: dt.date) -> tuple[Strip, ...]:
    """A strip for each commitment that has a target, in the order of ``keys``: from its first day to its last.

    Light, share and forecast are those of its worst target. Six queries, however many there are.
    """
    lit = _lit(keys, as_of=as_of)
    return tuple(_of_commitment(lit[key]) for key in keys if key in lit)


def of_targets(key: int, *, as_of: dt.date) -> tuple[Strip, ...]:
    """A strip for each target of one commitment, in the order of the text; none for a commitment without any."""
    lit = sorted(_lit([key], as_of=as_of).get(key, ()), key=lambda one: one.target.begin)
    return tuple(_strip(one.name, one, stages=milestones_of(one.target, one.target.commitment)) for one in lit)


def _lit(keys: Sequence[int], *, as_of: dt.date) -> Mapping[int, list[_Lit]]:
    """Commitment id → its targets, worst first."""
    targets = list(Target.objects.filter(commitment__in=keys).values_list("pk", flat=True))
    found: dict[int, list[_Lit]] = defaultdict(list)
    for lamp in lamps(targets, as_of=as_of, schemes=site_schemes(), shares=False):
        lit = _Lit(lamp.target, lamp.course.plan, light_of(lamp.course, as_of=as_of))
        found[lamp.target.commitment_id].append(lit)
    return {key: sorted(lit, key=_worst_first) for key, lit in found.items()}


def _worst_first(lit: _Lit) -> tuple[int, Decimal]:
    """As the board has it: by light, then by how far the share done lies under the share expected."""
    actual, expected = lit.light.actual or Decimal(0), lit.light.expected
    ahead = share(actual, of=lit.plan.target) - share(expected, of=lit.plan.target)
    return SEVERITY.index(lit.light.code), ahead


def _of_commitment(lit: Sequence[_Lit]) -> Strip:
    commitment, targets = lit[0].target.commitment, [one.target for one in lit]
    strip = _strip(commitment.title, lit[0], stages=commitment.milestones.all())
    return replace(strip, begins=min(one.begins for one in targets), due=max(one.due for one in targets))


def _strip(name: str, lit: _Lit, *, stages: Iterable[Milestone]) -> Strip:
    actual, forecast = lit.light.actual, lit.light.forecast
    return Strip(
        name=name,
        commitment=lit.target.commitment,
        light=lit.light,
        begins=lit.target.begins,
        due=lit.target.due,
        target=lit.target,
        done_share=None if actual is None else share(actual, of=lit.plan.target),
        stages=tuple(Stage(one.text, one.start, one.end_day) for one in stages),
        finish=Finish(forecast.early, forecast.median, forecast.late) if forecast.outlook == Outlook.FORECAST else None,
    )
