"""What one claim of arithmetic comes to: the stated total beside what its parts make; shared by sums and products."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from duixian.compiler.figures.numbers import last_digit
from duixian.compiler.reading import Comparator, Quantity, Sum
from duixian.units import Span

# Farther apart than this the parts were never meant to make the total.
NEAR = Decimal("0.2")
_BRACKETS = re.compile(r"[（()）\n]")


@dataclass(frozen=True, slots=True)
class Part:
    """One addend: what it comes to and the quantities that say so (11个县市各15批次 is two)."""

    value: Decimal
    quantities: tuple[Quantity, ...]


def add_up(parts: Iterable[Part]) -> Decimal:
    """The exact sum of the parts."""
    return sum((part.value for part in parts), Decimal(0))


def agrees(total: Quantity, computed: Decimal) -> bool:
    """Whether the total is right to its own last written digit, rounded or cut off; 余 and 以上 reach a bit further."""
    step = last_digit(total.quote)
    rounded = (computed / step).to_integral_value(ROUND_HALF_UP) * step
    if rounded == total.value or total.value <= computed < total.value + step:
        return True
    if total.comparator is Comparator.AT_LEAST:
        return total.value <= computed <= total.value * (1 + NEAR)
    return total.comparator is Comparator.ABOUT and abs(computed - total.value) <= total.value * NEAR / 2


def is_near(total: Quantity, computed: Decimal) -> bool:
    """Whether the parts come close enough to the total to have been meant as it."""
    return abs(total.value - computed) <= total.value * NEAR


def claim(total: Quantity, parts: Sequence[Part], *, computed: Decimal, operation: str) -> Sum:
    """The sum as the reading holds it."""
    spans = tuple(quantity.span for part in parts for quantity in part.quantities)
    return Sum(
        clause=total.clause,
        total=total.span,
        parts=spans,
        operation=operation,
        holds=agrees(total, computed),
        off_by=round(total.value - computed, 2) if operation == "ratio" else total.value - computed,
    )


class Brackets:
    """The bracketed stretches of a text; brackets do not reach over a line end, and inner ones are their own."""

    def __init__(self, plain: str, span: Span) -> None:
        self._begins: list[int] = []
        self._inside: list[int] = []
        open_at: list[int] = []
        self._close_of: dict[int, int] = {}
        for match in _BRACKETS.finditer(plain, span.begin, span.end):
            if match.group() in "（(":
                open_at.append(match.start())
            elif match.group() == "\n":
                open_at.clear()
            elif open_at:
                self._close_of[open_at.pop()] = match.start()
            self._begins.append(match.start())
            self._inside.append(open_at[-1] if open_at else -1)

    def at(self, position: int) -> int:
        """Where the innermost bracket around the position opens, or -1."""
        index = bisect_right(self._begins, position) - 1
        return self._inside[index] if index >= 0 else -1

    def close(self, opening: int) -> int:
        """Where the bracket that opens there closes, or -1."""
        return self._close_of.get(opening, -1)
