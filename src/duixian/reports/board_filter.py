"""Narrows the board: by light, body and words."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from duixian.pace import Code
from duixian.registers.models import Body
from duixian.reports.board import Row


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardFilter:
    """What somebody wants to see; what is None or empty narrows nothing."""

    light: Code | None = None
    body: Body | None = None
    words: str = ""

    def keeps(self, row: Row) -> bool:
        """Whether the row is wanted."""
        return self._light(row) and self._body(row) and self._words(row)

    def _light(self, row: Row) -> bool:
        return self.light is None or (row.light is not None and row.light.code == self.light)

    def _body(self, row: Row) -> bool:
        """A body's rows are those it leads or supports, and for a place's own body those shared out to the place."""
        if self.body is None:
            return True
        seats = (seat for assignment in row.commitment.assignments.all() for seat in assignment.seats.all())
        if any(seat.body_id == self.body.pk for seat in seats):
            return True
        shares = (share for line in row.lines for share in line.target.allocations.all())
        return self.body.place_id is not None and any(share.place_id == self.body.place_id for share in shares)

    def _words(self, row: Row) -> bool:
        """Every word must stand somewhere in the title, the targets' objects or the owners."""
        held = " ".join([row.commitment.title, *row.owners, *(line.target.object for line in row.lines)]).casefold()
        return all(word in held for word in self.words.casefold().split())


def narrowed(found: Iterable[Row], wanted: BoardFilter) -> tuple[Row, ...]:
    """The rows that are wanted, in their order."""
    return tuple(row for row in found if wanted.keeps(row))


def of_any_light(wanted: BoardFilter) -> BoardFilter:
    """The same without the light: what the counts by light are counted from."""
    return replace(wanted, light=None)
