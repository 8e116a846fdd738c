"""Names that may be a known body's, each with what would move if a person says so."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from duixian.registers.models import Account, AssignmentBody, Body, BodyName, NameState, Post


@dataclass(frozen=True, slots=True)
class Row:
    """One proposal. ``other`` is the row that the name has of its own; None where no document gave it anything yet."""

    name: BodyName
    other: Body | None
    assignments: int
    posts: int
    accounts: int


def waiting() -> tuple[Row, ...]:
    """The proposals that nobody has decided, by the name of the body they would go to: five queries."""
    return rows(BodyName.objects.filter(state=NameState.PROPOSED))


def rows(found: QuerySet[BodyName]) -> tuple[Row, ...]:
    """The rows in the order of their bodies."""
    names = list(found.select_related("body", "decided_by").order_by("body__name", "pk"))
    others = {body.name: body for body in Body.objects.filter(name__in={one.name for one in names}, same_as=None)}
    held = (AssignmentBody, Post, Account)
    counts = [_counts(model.objects.filter(body__in=others.values()).values_list("body", flat=True)) for model in held]
    return tuple(_row(one, others.get(one.name), counts) for one in names)


def _counts(bodies: Iterable[int | None]) -> Counter[int | None]:
    return Counter(bodies)


def _row(name: BodyName, other: Body | None, counts: Sequence[Counter[int | None]]) -> Row:
    if other is None or other == name.body:
        return Row(name, None, 0, 0, 0)
    assignments, posts, accounts = (count[other.pk] for count in counts)
    return Row(name, other, assignments, posts, accounts)
