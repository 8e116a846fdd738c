"""All commitments at a glance: light, done against plan, deadline, owner, last report."""

import datetime as dt
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Min, OuterRef, QuerySet, Subquery

from duixian.pace import SEVERITY, Code, Light, code_counts, worst
from duixian.registers.models import AssignmentBody, Commitment, Part, Target
from duixian.reports.board_filter import BoardFilter, matching
from duixian.reports.figures import TargetLine, line_of, milestones_of, plan_of, with_targets
from duixian.reports.lit.models import LitLine
from duixian.reports.lit.read import Lit, kept_light, lit_on
from duixian.reports.lit.refresh import is_fresh


@dataclass(frozen=True, slots=True)
class Row:
    """One commitment as it stands.

    Shape: ``lines`` worst first; ``light`` is the worst of them, None where nothing countable was promised.
    Time: ``due`` is the nearest deadline that is not yet met, else the last one.
    """

    commitment: Commitment
    lines: tuple[TargetLine, ...]
    light: Light | None
    counts: Mapping[Code, int]
    due: dt.date | None
    owners: tuple[str, ...]
    last_day: dt.date | None

    @property
    def head(self) -> TargetLine | None:
        """The line that says most: the worst one."""
        return self.lines[0] if self.lines else None


@dataclass(frozen=True, slots=True)
class Listing:
    """Which commitments are wanted, in the order of their documents, newest year first, and the worst light of each.

    Shape: ``codes`` is commitment id → code, None where nothing countable was promised; ``keys`` are those of the light
    asked for. Rows are read for a page of keys only. ``kept`` says whether the lights were kept or lit in memory.
    """

    codes: Mapping[int, Code | None]
    keys: tuple[int, ...]
    as_of: dt.date
    kept: bool

    @property
    def total(self) -> int:
        return len(self.codes)

    @property
    def counts(self) -> Mapping[Code, int]:
        """How many commitments have each light, worst first, zeros included; whatever light was asked for."""
        counted = Counter(code for code in self.codes.values() if code)
        return {code: counted[code] for code in SEVERITY}

    def rows(self, keys: Collection[int]) -> tuple[Row, ...]:
        """The rows of these keys, in the order of the listing."""
        rows = {row.commitment.pk: row for row in _rows(Commitment.objects.filter(pk__in=keys), self)}
        return tuple(rows[key] for key in keys)


def listing(wanted: BoardFilter, *, as_of: dt.date, kept: bool | None = None) -> Listing:
    """The commitments that are wanted. Two queries where the lights are kept, however many commitments there are.

    ``kept`` is whether the kept lines are good for ``as_of``; where it is not said, that is asked.
    Errors: NotInForceError where no scheme holds on ``as_of``.
    """
    kept = is_fresh(as_of) if kept is None else kept
    found = matching(wanted).order_by("-year", "document", "ordinal")
    codes = _kept_codes(found) if kept else _codes_from_memory(list(found.values_list("pk", flat=True)), as_of)
    keys = (key for key, code in codes.items() if wanted.light is None or code == wanted.light)
    return Listing(codes, tuple(keys), as_of, kept)


def rows(
    *, as_of: dt.date, year: int | None = None, released_only: bool = False, kept: bool | None = None
) -> tuple[Row, ...]:
    """All rows of a year, or of all years, in the order of their documents, newest year first."""
    found = listing(BoardFilter(year=year, released_only=released_only), as_of=as_of, kept=kept)
    return found.rows(found.keys)


def row_of(commitment: Commitment, found: Iterable[TargetLine], *, owners: Sequence[str]) -> Row:
    """The row of a commitment, from the lines of its targets and the names of those who lead it."""
    lines = sorted(found, key=lambda line: (SEVERITY.index(line.light.code), line.actual_share - line.expected_share))
    return Row(
        commitment=commitment,
        lines=tuple(lines),
        light=worst(line.light for line in lines),
        counts=code_counts(line.light for line in lines),
        due=_due(lines),
        owners=tuple(owners),
        last_day=max((line.last_day for line in lines if line.last_day), default=None),
    )


def light_counts(found: tuple[Row, ...]) -> Mapping[Code, int]:
    """How many commitments have each light, worst first, zeros included."""
    counted = Counter(row.light.code for row in found if row.light)
    return {code: counted[code] for code in SEVERITY}


def _kept_codes(found: QuerySet[Commitment]) -> dict[int, Code | None]:
    whole = LitLine.objects.filter(commitment=OuterRef("pk"), place=None, for_body=None).order_by()
    least = whole.values("commitment").annotate(least=Min("severity")).values("least")
    rows = found.annotate(least=Subquery(least)).values_list("pk", "least")
    return {key: SEVERITY[severity] if severity is not None else None for key, severity in rows}


def _codes_from_memory(keys: Sequence[int], as_of: dt.date) -> dict[int, Code | None]:
    targets = dict(Target.objects.filter(commitment__in=keys).values_list("pk", "commitment"))
    codes: dict[int, Code | None] = dict.fromkeys(keys)
    for target, lit in lit_on(as_of, targets=targets, kept=False, shares=False).items():
        code, before = Code(lit.whole.code), codes[targets[target]]
        if before is None or SEVERITY.index(code) < SEVERITY.index(before):
            codes[targets[target]] = code
    return codes


def _rows(commitments: QuerySet[Commitment], of: Listing) -> Iterable[Row]:
    found = list(with_targets(commitments))
    leads = _leads(found)
    targets = [target.pk for commitment in found for target in commitment.targets.all()]
    lights = lit_on(of.as_of, targets=targets, kept=of.kept)
    for commitment in found:
        lines = (_line(target, commitment, lights[target.pk], of.as_of) for target in commitment.targets.all())
        yield row_of(commitment, lines, owners=leads[commitment.pk])


def _leads(commitments: Collection[Commitment]) -> Mapping[int, list[str]]:
    """The names of the bodies that lead each commitment, each once, in the order written; one query."""
    seats = AssignmentBody.objects.filter(assignment__commitment__in=commitments, part=Part.LEAD)
    seats = seats.order_by("assignment__begin", "assignment", "ordinal")
    found: dict[int, dict[str, None]] = {commitment.pk: {} for commitment in commitments}
    for commitment, name in seats.values_list("assignment__commitment", "body__name"):
        found[commitment][name] = None
    return {commitment: list(names) for commitment, names in found.items()}


def _line(target: Target, commitment: Commitment, lit: Lit, as_of: dt.date) -> TargetLine:
    plan = plan_of(target, milestones_of(target, commitment))
    light = kept_light(lit.whole, plan, day=as_of)
    return line_of(target, plan, light, reported=lit.reported, places=len(lit.shares))


def _due(lines: list[TargetLine]) -> dt.date | None:
    closed = (Code.DONE, Code.ACCEPTED)
    waiting = [line.target.due for line in lines if line.light.code not in closed]
    return min(waiting) if waiting else max((line.target.due for line in lines), default=None)
