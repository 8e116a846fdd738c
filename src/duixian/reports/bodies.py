"""Every body with its other names, what it answers for, and its liaisons."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from duixian.registers.models import AssignmentBody, Body, BodyName, Liaison, NameState, Part


@dataclass(frozen=True, slots=True)
class Row:
    """One body. ``leads`` and ``supports`` count assignments; ``other_names`` are confirmed, former ones too."""

    body: Body
    other_names: tuple[str, ...]
    leads: int
    supports: int
    posts: int
    liaisons: tuple[str, ...]


def bodies(*, words: str = "") -> QuerySet[Body]:
    """Those that stand for themselves, by name; ``words`` may be in any of their confirmed names."""
    found = Body.objects.filter(same_as=None).select_related("place")
    if not words:
        return found
    named = BodyName.objects.filter(name__icontains=words, state=NameState.CONFIRMED).values("body")
    return found.filter(Q(name__icontains=words) | Q(pk__in=named))


def rows(found: Collection[Body], *, as_of: dt.date) -> tuple[Row, ...]:
    """A row for each of the bodies, in their order: four queries, however many they are."""
    keys = [body.pk for body in found]
    names, liaisons = defaultdict(list), defaultdict(list)
    for body, name in BodyName.objects.filter(body__in=keys, state=NameState.CONFIRMED).values_list("body", "name"):
        names[body].append(name)
    serving = Liaison.objects.filter(Q(ends=None) | Q(ends__gte=as_of), body__in=keys, begins__lte=as_of)
    for body, name in serving.values_list("body", "name"):
        liaisons[body].append(name)
    seats = Counter(AssignmentBody.objects.filter(body__in=keys).values_list("body", "part"))
    posts = Counter(Body.objects.filter(pk__in=keys, posts__isnull=False).values_list("pk", flat=True))
    return tuple(_row(body, names[body.pk], liaisons[body.pk], seats, posts[body.pk]) for body in found)


def _row(body: Body, names: Sequence[str], liaisons: Sequence[str], seats: Counter[tuple[int, str]], posts: int) -> Row:
    return Row(
        body=body,
        other_names=tuple(name for name in names if name != body.name),
        leads=seats[body.pk, Part.LEAD.value],
        supports=seats[body.pk, Part.SUPPORT.value],
        posts=posts,
        liaisons=tuple(liaisons),
    )
