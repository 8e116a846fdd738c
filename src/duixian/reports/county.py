"""One place's shares: what it owes, how each stands, worst first; read by the page."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from duixian.pace import SEVERITY, Code
from duixian.registers.models import Allocation, Place, Target
from duixian.reports.lit.models import LitLine
from duixian.reports.lit.read import lit_on
from duixian.reports.lit.refresh import is_fresh
from duixian.units import trimmed


@dataclass(frozen=True, slots=True)
class Row:
    """One share as it stands.

    Units: ``value`` and ``actual`` in the target's unit; ``value`` is assigned and topped up together; ``actual`` is
    None where nothing was reported. ``late`` is the late side of the forecast, None where there is none.
    """

    target: Target
    code: Code
    since: dt.date | None
    value: Decimal
    topped_up: Decimal
    actual: Decimal | None
    last_day: dt.date | None
    late: dt.date | None


@dataclass(frozen=True, slots=True)
class Listing:
    """A place's shares. Shape: ``counts`` by light, worst first, zeros included; ``keys`` of the light asked for."""

    place: Place
    counts: Mapping[Code, int]
    keys: tuple[int, ...]
    as_of: dt.date
    kept: bool

    @property
    def total(self) -> int:
        return sum(self.counts.values())

    def rows(self, keys: Sequence[int]) -> tuple[Row, ...]:
        """The rows of these targets, in their order. Two queries where the lights are kept."""
        lines = self._lines(keys)
        shares = Allocation.objects.filter(place=self.place, target__in=keys)
        shares = shares.select_related("target__commitment")
        found = {share.target_id: _row(share, lines[share.target_id]) for share in shares if share.target_id in lines}
        return tuple(found[key] for key in keys if key in found)

    def _lines(self, keys: Sequence[int]) -> Mapping[int, LitLine]:
        if self.kept:
            return {line.target_id: line for line in LitLine.objects.filter(place=self.place, target__in=keys)}
        return dict(_in_memory(self.place, keys, self.as_of))


def listing(
    place: Place, *, as_of: dt.date, year: int | None = None, light: Code | None = None, kept: bool | None = None
) -> Listing:
    """The place's shares, worst first. One query where the lights are kept, however many there are.

    Errors: NotInForceError where no scheme holds on ``as_of``.
    """
    kept = is_fresh(as_of) if kept is None else kept
    if kept:
        lines = LitLine.objects.filter(place=place).order_by("severity", "target")
        lines = lines if year is None else lines.filter(year=year)
        codes = list(lines.values_list("target", "code"))
    else:
        codes = _codes_in_memory(place, as_of, year)
    counted = Counter(code for _, code in codes)
    keys = tuple(target for target, code in codes if light is None or code == light.value)
    return Listing(place, {code: counted[code.value] for code in SEVERITY}, keys, as_of, kept)


def _codes_in_memory(place: Place, as_of: dt.date, year: int | None) -> list[tuple[int, str]]:
    targets = Target.objects.filter(allocations__place=place)
    targets = targets if year is None else targets.filter(commitment__year=year)
    lines = [line for _, line in _in_memory(place, list(targets.values_list("pk", flat=True)), as_of)]
    lines.sort(key=lambda line: (line.severity, line.target_id))
    return [(line.target_id, line.code) for line in lines]


def _in_memory(place: Place, keys: Sequence[int], as_of: dt.date) -> Iterator[tuple[int, LitLine]]:
    for target, lit in lit_on(as_of, targets=keys, kept=False).items():
        yield from ((target, line) for line in lit.shares if line.place_id == place.pk)


def _row(share: Allocation, line: LitLine) -> Row:
    return Row(
        target=share.target,
        code=Code(line.code),
        since=line.since,
        value=trimmed(share.whole),
        topped_up=trimmed(share.topped_up),
        actual=trimmed(line.value) if line.value is not None else None,
        last_day=line.value_day,
        late=line.late,
    )
