"""Coordination seats as of a day: who sits there, and by what."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from django.db.models import Q, QuerySet

from duixian.ledgers.handovers.read import Holdings
from duixian.registers.models import Coordination, Holder, Seat


class Sitting(StrEnum):
    """How a seat stands."""

    NAMED = "named"  # the person whom the document or a notice names
    PASSED = "passed"  # whoever took over the post, by the document's own rule
    VACANT = "vacant"  # nobody holds the post
    NOTICE = "notice"  # waits for the adjusting notice that the document asks for
    UNSAID = "unsaid"  # the person has gone, and the document does not say what then
    DIFFERS = "differs"  # the document names somebody whom the register does not know in the post


@dataclass(frozen=True, slots=True)
class SeatRow:
    """One seat. ``holder`` answers on the post that day, whether or not a notice seated them yet."""

    seat: Seat
    holder: Holder | None
    sitting: Sitting

    @property
    def coordination(self) -> Coordination:
        return self.seat.coordination

    @property
    def waits(self) -> bool:
        """Whether a person has something to do."""
        return self.sitting in (Sitting.NOTICE, Sitting.UNSAID)


def in_force(day: dt.date) -> Q:
    """The seats, or coordination bodies, in force on the day; an unknown first day is taken to lie before it."""
    return (Q(begins=None) | Q(begins__lte=day)) & (Q(ends=None) | Q(ends__gte=day))


def seat_rows(seats: QuerySet[Seat], *, as_of: dt.date) -> tuple[SeatRow, ...]:
    """The seats in force on the day, in their order: three queries."""
    found: Sequence[Seat] = list(
        seats.filter(in_force(as_of))
        .select_related("coordination__document", "post__body")
        .order_by("coordination", "ordinal")
    )
    holdings = Holdings({seat.post_id for seat in found}, as_of=as_of)
    return tuple(_row(seat, holdings, as_of) for seat in found)


def _row(seat: Seat, holdings: Holdings, as_of: dt.date) -> SeatRow:
    holder = holdings.answers(seat.post_id, seat.name_written)
    return SeatRow(seat, holder, _sitting(seat, holder, holdings, as_of))


def _sitting(seat: Seat, holder: Holder | None, holdings: Holdings, as_of: dt.date) -> Sitting:
    if seat.waits_since is not None and seat.waits_since <= as_of:
        return Sitting.NOTICE if seat.coordination.needs_notice(seat.part) else Sitting.UNSAID
    if seat.name_written and not holdings.knows(seat.post_id, seat.name_written):
        return Sitting.DIFFERS
    if holder is None:
        return Sitting.VACANT
    return Sitting.NAMED if holder.name == seat.name_written or not seat.name_written else Sitting.PASSED
