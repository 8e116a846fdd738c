"""Whose figures a row belongs to: the whole target's or one share's, and which stage they count."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from duixian.registers.models import Allocation, Body, Counter, Counting, Place


@dataclass(frozen=True, slots=True)
class Series:
    """One run of figures within a target: each is posted, totalled and corrected by itself.

    Shape: ``place`` and ``body`` are ids, at most one of them set, both None for a target that is reported as a whole.
    ``counter`` is empty for the figure that decides, else the stage counted beside it.

    >>> Series.of(None)
    Series(place=None, body=None, counter='')
    """

    place: int | None = None
    body: int | None = None
    counter: str = Counter.WHOLE.value

    @classmethod
    def of(cls, owner: Place | Body | None, *, counter: str = Counter.WHOLE.value) -> Series:
        """The series of whom a share was given to; None for the whole target's own."""
        match owner:
            case Place():
                return cls(place=owner.pk, counter=counter)
            case Body():
                return cls(body=owner.pk, counter=counter)
            case None:
                return cls(counter=counter)

    @classmethod
    def for_share(cls, allocation: Allocation) -> Series:
        """The series in which the share's deciding figures are posted; no query."""
        return cls(place=allocation.place_id, body=allocation.body_id)

    @property
    def share(self) -> Series:
        """The same share's deciding figures."""
        return replace(self, counter=Counter.WHOLE.value) if self.counter else self

    @property
    def decides(self) -> bool:
        """Whether these figures are the target's own, not those of a stage beside it."""
        return not self.counter

    @property
    def columns(self) -> dict[str, Any]:
        """The columns of a row of this series, to look it up or to write it."""
        return {"place_id": self.place, "for_body_id": self.body, "counter": self.counter}

    def owner(self) -> Place | Body | None:
        """The place or body itself: one query, for words to people."""
        if self.place is not None:
            return Place.objects.get(pk=self.place)
        return Body.objects.get(pk=self.body) if self.body is not None else None


WHOLE = Series()


def total_after(before: Decimal | None, value: Decimal, *, counting: str) -> Decimal:
    """The running total once a row with ``value`` follows ``before``, None where it is the first.

    >>> [total_after(Decimal(10), Decimal(4), counting=counting) for counting in ("increment", "cumulative")]
    [Decimal('14'), Decimal('4')]
    """
    return value if before is None or counting != Counting.INCREMENT else before + value
