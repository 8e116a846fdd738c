"""Many lights in one: the worst of a commitment's, and how many there are of each."""

from collections import Counter
from collections.abc import Iterable, Mapping

from duixian.pace.light import Light
from duixian.pace.looks import Code

# Worst first. No data stands before behind, though it may hide a target long reached: if silence looked better
# than a shortfall honestly reported, nobody would report one. Overdue is a failure known and stands before both.
# Not started stands before done, so that a commitment shows done only when all of it is, and accepted likewise.
SEVERITY: tuple[Code, ...] = (
    Code.OVERDUE,
    Code.NO_DATA,
    Code.BEHIND,
    Code.AT_RISK,
    Code.ON_PACE,
    Code.NOT_STARTED,
    Code.DONE,
    Code.ACCEPTED,
)


def worst(lights: Iterable[Light]) -> Light | None:
    """The light that stands for all of them: the first of the worst code; None where there is none."""
    return min(lights, key=lambda one: SEVERITY.index(one.code), default=None)


def code_counts(lights: Iterable[Light]) -> Mapping[Code, int]:
    """How many lights have each code, worst first, zeros included."""
    counted = Counter(one.code for one in lights)
    return {code: counted[code] for code in SEVERITY}
