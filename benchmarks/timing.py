"""Times calls in turns and tells medians, so that what else the machine does falls on all of them alike."""

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the printed table: what was measured, the figure with its unit, and what to compare it with."""

    what: str
    figure: str
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Timed:
    """Seconds of each round of one call; rounds of the same number ran right after each other."""

    seconds: tuple[float, ...]

    @property
    def median(self) -> float:
        return median(self.seconds)

    def times(self, other: "Timed") -> float:
        """How many times as long as the other: the median over the rounds, for the host changes its speed at times."""
        return median(one / two for one, two in zip(self.seconds, other.seconds, strict=True))


def timed(calls: Mapping[str, Callable[[], object]], *, repeat: int) -> dict[str, Timed]:
    """Each call ``repeat`` times, in turns, after one round that does not count."""
    rounds = [{name: _seconds(call) for name, call in calls.items()} for _ in range(repeat + 1)]
    return {name: Timed(tuple(one[name] for one in rounds[1:])) for name in calls}


def _seconds(call: Callable[[], object]) -> float:
    begun = time.perf_counter()
    call()
    return time.perf_counter() - begun


def print_table(title: str, rows: Sequence[Row]) -> None:
    """The rows under each other, figures to the right."""
    widths = [max(len(row.what) for row in rows), max(len(row.figure) for row in rows)]
    print(f"\n{title}")
    for row in rows:
        print(f"  {row.what:<{widths[0]}}  {row.figure:>{widths[1]}}  {row.remark}".rstrip())
