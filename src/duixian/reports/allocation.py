"""How each target is shared out: what is left over, given twice or raised on the way down, level by level."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Prefetch, QuerySet

from duixian.registers.lookup import issuing_place
from duixian.registers.models import Allocation, Body, LinkState, Place, Target, TargetLink
from duixian.reports.allocation_remarks import REMARKS, Remark, remarks_on
from duixian.units import trimmed

__all__ = [
    "REMARKS",
    "Link",
    "Part",
    "Remark",
    "Row",
    "Share",
    "places_to_share_with",
    "row_for",
    "row_of",
    "rows",
    "totals",
]


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a share, one level further down. Units: the target's."""

    name: str
    value: Decimal


@dataclass(frozen=True, slots=True)
class Share:
    """What a place or a body was given. Units: the target's; of a coverage, the level the place must reach.

    ``assigned`` and ``topped_up`` are kept apart; ``whole`` is both. ``passed_on`` is the sum of ``parts``, None where
    the share was not shared further.
    """

    pk: int
    owner: Place | Body
    assigned: Decimal
    topped_up: Decimal
    parts: tuple[Part, ...]

    @property
    def whole(self) -> Decimal:
        return self.assigned + self.topped_up

    @property
    def passed_on(self) -> Decimal | None:
        return sum((part.value for part in self.parts), Decimal(0)) if self.parts else None


@dataclass(frozen=True, slots=True)
class Link:
    """A confirmed pair with the level above or below: ``other`` is the target at that level."""

    pk: int
    other: Target
    assigned: Decimal
    topped_up: Decimal


@dataclass(frozen=True, slots=True)
class Row:
    """One target with its shares, and what is to be said of them.

    Shape: ``assigned``, ``topped_up`` and ``rest`` are None where shares do not add up to the target; ``rest`` is what
    is given to nobody, never below zero: ``above`` is what was given beyond the target.
    Units: the target's.
    """

    target: Target
    value: Decimal
    shares: tuple[Share, ...]
    uppers: tuple[Link, ...]
    lowers: tuple[Link, ...]
    remarks: tuple[Remark, ...]

    @property
    def adds_up(self) -> bool:
        """Whether shares of it can be added at all."""
        return self.target.additive

    @property
    def assigned(self) -> Decimal | None:
        return sum((one.assigned for one in self.shares), Decimal(0)) if self.adds_up else None

    @property
    def topped_up(self) -> Decimal | None:
        return sum((one.topped_up for one in self.shares), Decimal(0)) if self.adds_up else None

    @property
    def rest(self) -> Decimal | None:
        return max(self.value - self.assigned, Decimal(0)) if self.assigned is not None else None

    @property
    def above(self) -> Decimal | None:
        return max(self.assigned - self.value, Decimal(0)) if self.assigned is not None else None

    @property
    def is_in_order(self) -> bool:
        """Whether nobody has to do anything about it."""
        return not any(remark.is_wrong for remark in self.remarks)


def rows(
    *, as_of: dt.date, year: int | None = None, place: Place | None = None, wrong_only: bool = False
) -> tuple[Row, ...]:
    """The targets that were adopted by ``as_of``, in the order of their documents, newest year first.

    Shares are as they stand now: the log has what they were before. A fixed number of queries.
    """
    found = _with_shares(Target.objects.filter(commitment__document__adopted_at__date__lte=as_of))
    if year is not None:
        found = found.filter(commitment__year=year)
    if place is not None:
        found = found.filter(allocations__place=place)
    ordered = found.order_by("-commitment__year", "commitment__document", "commitment__ordinal", "begin")
    made = (row_of(target) for target in ordered)
    return tuple(row for row in made if not (wrong_only and row.is_in_order))


def row_for(pk: int) -> Row:
    """One target's row. Errors: Target.DoesNotExist."""
    return row_of(_with_shares(Target.objects.filter(pk=pk)).get())


def row_of(target: Target) -> Row:
    """The row of a target that was fetched with its shares."""
    shares = tuple(map(_share, target.allocations.all()))
    uppers = tuple(_link(one, one.upper) for one in target.takes_over.all())
    lowers = tuple(_link(one, one.lower) for one in target.taken_over_by.all())
    bare = Row(target, trimmed(target.value), shares, uppers, lowers, ())
    return Row(target, bare.value, shares, uppers, lowers, tuple(remarks_on(bare)))


def places_to_share_with(target: Target) -> list[Place]:
    """The places a target can be given to: those that have a share, then those in force under the target's own place.

    Of these the counties come before zones, ports and other places with an identifier of their own.
    Where the target names no place, it is that of whoever wrote its document. Needs ``allocations`` with their places.
    """
    region = target.place or issuing_place(target.commitment.document.issuer)
    below = Place.objects.filter(parent=region, valid_to=None) if region else Place.objects.none()
    held = [one.place for one in target.allocations.all() if one.place is not None]
    first = {place.pk for place in held}
    return sorted(
        {*held, *below},
        key=lambda place: (place.pk not in first, place.level != "county", place.code, place.name),
    )


def _with_shares(targets: QuerySet[Target]) -> QuerySet[Target]:
    shares = Allocation.objects.select_related("place", "body__place").prefetch_related("parts")
    confirmed = TargetLink.objects.filter(state=LinkState.CONFIRMED)
    return targets.select_related("commitment__document", "measure", "place").prefetch_related(
        Prefetch("allocations", queryset=shares),
        Prefetch("takes_over", queryset=confirmed.select_related("upper__commitment__document")),
        Prefetch("taken_over_by", queryset=confirmed.select_related("lower__commitment__document")),
    )


def _share(allocation: Allocation) -> Share:
    return Share(
        pk=allocation.pk,
        owner=allocation.owner,
        assigned=trimmed(allocation.value),
        topped_up=trimmed(allocation.topped_up),
        parts=tuple(Part(part.name, trimmed(part.value)) for part in allocation.parts.all()),
    )


def _link(link: TargetLink, other: Target) -> Link:
    return Link(link.pk, other, trimmed(link.assigned), trimmed(link.topped_up))


def totals(found: Sequence[Row]) -> dict[str, int]:
    """How many targets are shared out, and how many have each remark. Shape: code → targets; ``shared`` first."""
    counted = {"shared": sum(bool(row.shares) for row in found)}
    for row in found:
        for code in {remark.code for remark in row.remarks}:
            counted[code] = counted.get(code, 0) + 1
    return counted
