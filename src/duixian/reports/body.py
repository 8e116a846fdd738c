"""One body's work on a day: what it leads and supports with each light, and the shares given to it."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from duixian.pace import Code
from duixian.registers.lookup import written_as
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
    topped_up: Decimal
    actual: Decimal | None
    last_day: dt.date | None


@dataclass(frozen=True, slots=True)
class BodyWork:
    """``commitments`` are all that concern the body; ``parts`` says of each whether it leads or supports.

    Shape: a commitment that is in neither concerns the body by a share alone. ``keys`` are the body's own ids: its own
    and those of its other names.
    """

    body: Body
    keys: frozenset[int]
    commitments: Listing
    parts: Mapping[int, frozenset[Part]]
    shares: tuple[Share, ...]


def body_work(body: Body, *, as_of: dt.date, light: Code | None, kept: bool) -> BodyWork:
    """The body's work. Six queries where the lights are kept. Errors: NotInForceError where no scheme holds then."""
    keys = written_as(body)
    found = listing(BoardFilter(body=body, light=light), as_of=as_of, kept=kept)
    parts: dict[int, set[Part]] = defaultdict(set)
    seats = AssignmentBody.objects.filter(body__in=keys, assignment__commitment__in=found.codes)
    for commitment, part in seats.values_list("assignment__commitment", "part"):
        parts[commitment].add(Part(part))
    return BodyWork(
        body=body,
        keys=keys,
        commitments=found,
        parts={key: frozenset(held) for key, held in parts.items()},
        shares=_shares(keys, as_of=as_of, kept=kept),
    )


def _shares(keys: Collection[int], *, as_of: dt.date, kept: bool) -> tuple[Share, ...]:
    """Worst first."""
    given = list(Allocation.objects.filter(body__in=keys).select_related("target__commitment"))
    lines = _lines(given, as_of=as_of, kept=kept)
    held = [(lines[one.target_id, one.body_id], one) for one in given if (one.target_id, one.body_id) in lines]
    return tuple(
        Share(
            target=share.target,
            code=Code(line.code),
            value=trimmed(share.whole),
            topped_up=trimmed(share.topped_up),
            actual=None if line.value is None else trimmed(line.value),
            last_day=line.value_day,
        )
        for line, share in sorted(held, key=lambda pair: (pair[0].severity, pair[1].target_id))
    )


def _lines(given: Sequence[Allocation], *, as_of: dt.date, kept: bool) -> Mapping[tuple[int, int | None], LitLine]:
    if not given:
        return {}
    targets = [one.target_id for one in given]
    lit = lit_on(as_of, targets=targets, kept=kept)
    return {(line.target_id, line.for_body_id): line for one in lit.values() for line in one.shares}
