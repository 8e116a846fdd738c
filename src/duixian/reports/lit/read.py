"""Reads lights: the kept lines where they are good for the day, else lit in memory; the same lines either way."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from duixian.pace import Code, Figure, Light, Plan, course
from duixian.reports.lit.lamps import lamps
from duixian.reports.lit.models import LitLine
from duixian.reports.lit.refresh import line_of_lamp
from duixian.reports.schemes import site_schemes
from duixian.units import trimmed

# So many targets' figures are held at once: histories may be long.
_CHUNK = 200


@dataclass(frozen=True, slots=True)
class Lit:
    """The lights of one target: its own, and one a share."""

    whole: LitLine
    shares: tuple[LitLine, ...]

    @property
    def reported(self) -> int:
        """How many of its shares have a figure; 1 for a target without shares that has one."""
        return sum(line.value is not None for line in self.shares or (self.whole,))


def lit_on(day: dt.date, *, targets: Collection[int], kept: bool, shares: bool = True) -> Mapping[int, Lit]:
    """The lights of the targets on ``day``, by target id.

    ``kept`` says where from: the kept lines, which whoever asks must know to be good for the day (``is_fresh``), or
    registers and ledgers, for any day. A target that has no line yet is lit from memory all the same.
    Errors: NotInForceError where no scheme holds on ``day``.
    """
    lines = _kept(targets, shares=shares) if kept else {}
    missing = [target for target in targets if target not in lines]
    if missing:
        lines |= _from_memory(missing, day, shares=shares)
    return {target: _apart(found) for target, found in lines.items()}


def kept_light(line: LitLine, plan: Plan, *, day: dt.date) -> Light:
    """The line as a light of ``plan``, with the last figure alone behind it: what a list shows of it.

    A forecast needs all figures: for that, ask the target's own page.
    """
    figures = [Figure(line.value_day, trimmed(line.value))] if line.value is not None and line.value_day else []
    of = course(plan, figures, schemes=site_schemes())
    return Light(Code(line.code), of.at(day), of, known_since=line.since)


def _kept(targets: Collection[int], *, shares: bool) -> dict[int, list[LitLine]]:
    found: dict[int, list[LitLine]] = defaultdict(list)
    lines = LitLine.objects.filter(target__in=targets).order_by("pk")
    for line in lines if shares else lines.filter(place=None, for_body=None):
        found[line.target_id].append(line)
    return found


def _from_memory(targets: Collection[int], day: dt.date, *, shares: bool) -> dict[int, list[LitLine]]:
    found: dict[int, list[LitLine]] = defaultdict(list)
    for some in batched(sorted(targets), _CHUNK):
        for lamp in lamps(some, as_of=day, schemes=site_schemes(), shares=shares):
            found[lamp.target.pk].append(line_of_lamp(lamp, day=day))
    return found


def batched(keys: Sequence[int], size: int) -> Iterator[Sequence[int]]:
    """The keys in runs of ``size``."""
    return (keys[begin : begin + size] for begin in range(0, len(keys), size))


def _apart(lines: list[LitLine]) -> Lit:
    whole = next(line for line in lines if line.place_id is None and line.for_body_id is None)
    return Lit(whole, tuple(line for line in lines if line is not whole))
