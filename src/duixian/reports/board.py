"""All commitments at a glance: light, done against plan, deadline, owner, last report."""

import datetime as dt
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from duixian.ledgers.progress.read import Held, held
from duixian.pace import SEVERITY, Code, Light, code_counts, worst
from duixian.registers.models import Commitment
from duixian.reports.figures import TargetLine, line_of, owners, with_all


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


def rows(*, as_of: dt.date, year: int | None = None, released_only: bool = False) -> tuple[Row, ...]:
    """The commitments in the order of their documents, newest year first."""
    found = Commitment.objects.order_by("-year", "document", "ordinal")
    if year is not None:
        found = found.filter(year=year)
    if released_only:
        found = found.exclude(released_at=None)
    standing = held(as_of=as_of)
    return tuple(row_of(commitment, standing, as_of=as_of) for commitment in with_all(found))


def row_of(commitment: Commitment, standing: Mapping[int, tuple[Held, ...]], *, as_of: dt.date) -> Row:
    """The row of a commitment that was fetched ``with_all``."""
    lines = [
        line_of(target, commitment, standing.get(target.pk, ()), as_of=as_of) for target in commitment.targets.all()
    ]
    lines.sort(key=lambda line: (SEVERITY.index(line.light.code), line.actual_share - line.expected_share))
    return Row(
        commitment=commitment,
        lines=tuple(lines),
        light=worst(line.light for line in lines),
        counts=code_counts(line.light for line in lines),
        due=_due(lines),
        owners=tuple(owners(commitment)),
        last_day=max((line.last_day for line in lines if line.last_day), default=None),
    )


def _due(lines: list[TargetLine]) -> dt.date | None:
    waiting = [line.target.due for line in lines if line.light.code != Code.DONE]
    return min(waiting) if waiting else max((line.target.due for line in lines), default=None)


def light_counts(found: tuple[Row, ...]) -> Mapping[Code, int]:
    """How many commitments have each light, worst first, zeros included."""
    counted = Counter(row.light.code for row in found if row.light)
    return {code: counted[code] for code in SEVERITY}
