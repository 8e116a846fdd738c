"""Coordination bodies as of a day: who sits in which part, and the rule for a vacant seat with its own words."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote

from duixian.registers.models import Coordination, Seat, SeatPart
from duixian.reports.seats import SeatRow, in_force, seat_rows

_FRAGMENT = 8  # characters of a sentence's beginning and end that find it in a text


@dataclass(frozen=True, slots=True)
class Row:
    """One coordination body. ``chairs`` sit at its head that day; ``waiting`` seats wait for a person to act."""

    coordination: Coordination
    chairs: tuple[SeatRow, ...]
    seats: int
    waiting: int


@dataclass(frozen=True, slots=True)
class Page:
    """One coordination body whole. Shape: ``parts`` in the order of their rank, empty ones left out."""

    coordination: Coordination
    parts: Mapping[SeatPart, tuple[SeatRow, ...]]
    former: tuple[Seat, ...]
    rule_words: str
    waiting: tuple[SeatRow, ...]

    @property
    def notice_words(self) -> str:
        """The parts whose change needs a notice though others succeed by post."""
        return "、".join(str(SeatPart(part).label) for part in self.coordination.notice_parts)

    @property
    def rule_anchor(self) -> str:
        """A text fragment by which browsers show the sentence in the source; others open the page at its top."""
        first, last = self.rule_words[:_FRAGMENT], self.rule_words[-_FRAGMENT:]
        return f"#:~:text={quote(first, safe='')},{quote(last, safe='')}" if self.rule_words else ""


def rows(*, as_of: dt.date, words: str = "") -> tuple[Row, ...]:
    """Those in force on the day whose name holds ``words``, by name: four queries."""
    found = Coordination.objects.filter(in_force(as_of), name__icontains=words).select_related("office", "document")
    seats: dict[int, list[SeatRow]] = {one.pk: [] for one in found}
    for row in seat_rows(Seat.objects.filter(coordination__in=seats), as_of=as_of):
        seats[row.seat.coordination_id].append(row)
    return tuple(_row(one, seats[one.pk]) for one in found)


def _row(coordination: Coordination, seats: list[SeatRow]) -> Row:
    chairs = tuple(row for row in seats if row.seat.part == SeatPart.CHAIR)
    return Row(coordination, chairs, len(seats), sum(row.waits for row in seats))


def page(pk: int, *, as_of: dt.date) -> Page:
    """One coordination body as it is on the day. Errors: Coordination.DoesNotExist."""
    coordination = Coordination.objects.select_related("document__source", "office").get(pk=pk)
    found = seat_rows(coordination.seats.all(), as_of=as_of)
    parts = {part: tuple(row for row in found if row.seat.part == part) for part in SeatPart}
    former = coordination.seats.filter(ends__lt=as_of).select_related("post__body").order_by("ends", "ordinal")
    return Page(
        coordination,
        {part: held for part, held in parts.items() if held},
        tuple(former),
        rule_words(coordination),
        tuple(row for row in found if row.waits),
    )


def rule_words(coordination: Coordination) -> str:
    """The document's own sentence about vacant seats; empty where it has none."""
    begin, end = coordination.succession_begin, coordination.succession_end
    if begin is None or end is None:
        return ""
    return " ".join(coordination.document.source.text[begin:end].split())
