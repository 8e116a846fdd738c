"""Finds the pairs of an upper and a lower level's targets that two adopted documents speak of."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from duixian.compiler import read
from duixian.compiler.comparing import Relation, compare
from duixian.compiler.comparing.comparison import Axis, Pair, Row, Side
from duixian.registers.models import Document, Source, Target

_BETWEEN_LEVELS = (Relation.TAKEN_OVER, Relation.TOPPED_UP, Relation.UNSURE)


@dataclass(frozen=True, slots=True)
class Found:
    """A pair as the documents have it. Units: ``assigned`` and ``topped_up`` in the lower target's.

    Shape: ``doubts`` are the codes of the comparison, empty where it is sure.
    """

    upper: Target
    lower: Target
    assigned: Decimal
    topped_up: Decimal
    doubts: tuple[str, ...]


def found_pairs() -> list[Found]:
    """The pairs between all adopted documents, in the order of the lower ones."""
    sources = list(Source.objects.filter(documents__adopted_at__isnull=False).distinct().order_by("pk"))
    targets = _Targets.of(sources)
    compared = compare([read(source.text, name=source.name) for source in sources])
    pairs = (pair for pair in compared.pairs if pair.axis is Axis.LEVELS)
    return [found for pair in pairs for found in _pairs(pair, targets)]


@dataclass(frozen=True, slots=True)
class _Targets:
    """Adopted targets by where they stand: source, document key, begin and end."""

    sources: Sequence[Source]
    held: dict[tuple[int, str, int, int], Target]

    @classmethod
    def of(cls, sources: Sequence[Source]) -> "_Targets":
        documents = {one.pk: one for one in Document.objects.filter(source__in=sources)}
        rows = Target.objects.filter(commitment__document__in=documents).select_related("commitment")
        keys = ((documents[row.commitment.document_id], row) for row in rows)
        return cls(sources, {(one.source_id, one.key, row.begin, row.end): row for one, row in keys})

    def at(self, side: Side, *, reading: int, key: str) -> Target | None:
        span = side.quantity.span
        return self.held.get((self.sources[reading].pk, key, span.begin, span.end))


def _pairs(pair: Pair, targets: _Targets) -> Iterator[Found]:
    for row in pair.rows:
        if row.relation not in _BETWEEN_LEVELS or row.first is None or row.second is None:
            continue
        upper = targets.at(row.first, reading=pair.first.reading, key=pair.first.key)
        lower = targets.at(row.second, reading=pair.second.reading, key=pair.second.key)
        if upper is not None and lower is not None:
            assigned, topped_up = _parts(row, upper, lower)
            yield Found(upper, lower, assigned, topped_up, tuple(doubt.value for doubt in row.doubts))


def _parts(row: Row, upper: Target, lower: Target) -> tuple[Decimal, Decimal]:
    """What came from above and what was added: as the lower document's own sum says, else what exceeds the upper."""
    if row.top_up is not None:
        taken, own = (sum((part.value for part in parts), Decimal(0)) for parts in (row.top_up.taken, row.top_up.own))
        return taken, own
    assigned = min(upper.value, lower.value)
    return assigned, lower.value - assigned
