"""One body's work on a day: what it leads and supports with each light, and the shares given to it."""

import datetime as dt
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Exists, OuterRef, Q, Subquery

from duixian.pace import Code
from duixian.registers.models import Allocation, AssignmentBody, Body, Part, Target
from duixian.reports.board import Listing, listing
from duixian.reports.board_filter import BoardFilter
from duixian.reports.lit.models import LitLine
from duixian.reports.lit.read import lit_on
from duixian.units import trimmed


@dataclass(frozen=True, slots=True)
class Share:
    """A share given to the body itself. Units: the target's; ``actual`` is None where nothing was reported."""

    target: Target
    code: Code
    value: Decimal
    actual: Decimal | None
    last_day: dt.date | None


@dataclass(frozen=True, slots=True)
class BodyWork:
    """``commitments`` are all that concern the body. ``keys`` are its own ids: its own and those of its other names.

    Shape: ``parts`` is commitment id → whether it leads or supports, leading where it does both; what concerns it by a
    share alone is not in there. ``shares`` worst first.
    """

    body: Body
    keys: frozenset[int]
    commitments: Listing
    parts: Mapping[int, Part]
    shares: tuple[Share, ...]


def body_work(pk: int, *, as_of: dt.date, light: Code | None, kept: bool) -> BodyWork:
    """The body's work. Three queries where the lights are kept, one more for shares of its own.

    Errors: Body.DoesNotExist; NotInForceError where no scheme holds on the day.
    """
    rows = Body.objects.filter(Q(pk=pk) | Q(same_as=pk)).select_related("place")
    # Few bodies have shares of their own: most pages are spared the question.
    rows = rows.annotate(has_shares=Exists(Allocation.objects.filter(body=OuterRef("pk"))))
    known = {one.pk: one for one in rows}
    if pk not in known:
        raise Body.DoesNotExist(pk)
    keys, shared = frozenset(known), [key for key, one in known.items() if one.has_shares]
    return BodyWork(
        body=known[pk],
        keys=keys,
        commitments=listing(BoardFilter(body=known[pk], light=light), as_of=as_of, kept=kept),
        parts=_parts(keys),
        shares=_shares(shared, as_of=as_of, kept=kept) if shared else (),
    )


def _parts(keys: Collection[int]) -> Mapping[int, Part]:
    seats = AssignmentBody.objects.filter(body__in=keys).values_list("assignment__commitment", "part").order_by()
    held = set(seats)
    return {commitment: Part.LEAD if (commitment, Part.LEAD) in held else Part(part) for commitment, part in held}


def _kept_shares(keys: Collection[int]) -> Iterator[Share]:
    given = Allocation.objects.filter(target=OuterRef("target"), body=OuterRef("for_body"))
    lines = LitLine.objects.filter(for_body__in=keys).select_related("target__commitment")
    lines = lines.annotate(assigned=Subquery(given.values("value")), more=Subquery(given.values("topped_up")))
    for line in lines.order_by("severity", "target"):
        if line.assigned is not None:
            yield _share(line.target, line, line.assigned + line.more)


def _shares(keys: Collection[int], *, as_of: dt.date, kept: bool) -> tuple[Share, ...]:
    return tuple(_kept_shares(keys) if kept else _shares_in_memory(keys, as_of))


def _shares_in_memory(keys: Collection[int], as_of: dt.date) -> list[Share]:
    given = list(Allocation.objects.filter(body__in=keys).select_related("target__commitment"))
    lit = lit_on(as_of, targets=[one.target_id for one in given], kept=False)
    lines = {(line.target_id, line.for_body_id): line for one in lit.values() for line in one.shares}
    held = [(lines[one.target_id, one.body_id], one) for one in given]
    held.sort(key=lambda pair: (pair[0].severity, pair[0].target_id))
    return [_share(one.target, line, one.whole) for line, one in held]


def _share(target: Target, line: LitLine, whole: Decimal) -> Share:
    return Share(
        target=target,
        code=Code(line.code),
        value=trimmed(whole),
        actual=None if line.value is None else trimmed(line.value),
        last_day=line.value_day,
    )
