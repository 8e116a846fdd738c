"""Pairs of an upper and a lower level's targets, with what was said to each."""

from dataclasses import dataclass
from decimal import Decimal

from duixian.compiler.comparing.comparison import Doubt
from duixian.compiler.comparing.told import DOUBT_WORDS
from duixian.registers.models import LinkState, Target, TargetLink
from duixian.units import plain, trimmed


@dataclass(frozen=True, slots=True)
class Row:
    """One pair. Units: ``assigned`` and ``topped_up`` in the lower target's. ``doubts`` are msgids."""

    pk: int
    upper: Target
    lower: Target
    assigned: Decimal
    topped_up: Decimal
    state: LinkState
    doubts: tuple[str, ...]

    @property
    def written(self) -> tuple[str, str]:
        """Both parts in plain digits, as a field takes them back."""
        return plain(self.assigned), plain(self.topped_up)


_ORDER = (LinkState.PROPOSED, LinkState.CONFIRMED, LinkState.REJECTED)


def rows() -> tuple[Row, ...]:
    """All pairs: those that wait for a person first, the sure ones before the unsure. One query."""
    links = TargetLink.objects.select_related("upper__commitment__document", "lower__commitment__document")
    found = [_row(link) for link in links]
    return tuple(sorted(found, key=lambda row: (_ORDER.index(row.state), len(row.doubts), row.pk)))


def _row(link: TargetLink) -> Row:
    return Row(
        pk=link.pk,
        upper=link.upper,
        lower=link.lower,
        assigned=trimmed(link.assigned),
        topped_up=trimmed(link.topped_up),
        state=LinkState(link.state),
        doubts=tuple(DOUBT_WORDS[Doubt(doubt)] for doubt in link.doubts),
    )
