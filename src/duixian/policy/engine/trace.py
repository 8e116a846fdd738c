"""How an amount came about: steps that name their articles, inputs and results, and can be worked out again."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from duixian.policy.engine.answers import DatedValue, Entry
from duixian.policy.engine.money import exact_share, exact_sum, round_half_up_to_fen
from duixian.units import Sentence


class How(StrEnum):
    """Where a step's result comes from."""

    GIVEN = "given"  # the claim says so
    READ = "read"  # the act says so
    FOUND = "found"  # concluded from what is given: no number, but a reason for the row that was read
    SHARE = "share"  # the first part times the percentages of the others, rounded once
    SUM = "sum"  # the parts added up


@dataclass(frozen=True, slots=True)
class Step:
    """One step; what it was made of stands in ``parts``, in the order in which it was used.

    Shape: ``result`` is None for a step that is FOUND; ``exact`` is the result before rounding, for a SHARE.
    """

    how: How
    words: Sentence
    articles: tuple[str, ...] = ()
    result: Decimal | None = None
    unit: str = ""
    parts: tuple["Step", ...] = ()
    exact: Decimal | None = None
    row: Entry | None = None

    def walk(self) -> Iterator["Step"]:
        """Every step, what was done first before what was made of it."""
        for part in self.parts:
            yield from part.walk()
        yield self


def given(words: Sentence, *articles: str, result: Decimal | None = None, unit: str = "") -> Step:
    """A step that repeats what the claim says."""
    return Step(How.GIVEN, words, articles, result, unit)


def read(row: DatedValue, words: Sentence) -> Step:
    """A step that repeats what the act says."""
    return Step(How.READ, words, (row.article,), row.value, row.unit, row=row)


def found(words: Sentence, *articles: str, parts: tuple[Step, ...] = ()) -> Step:
    """A step that concludes a fact from others."""
    return Step(How.FOUND, words, articles, parts=parts)


def worked_out_again(step: Step) -> Decimal:
    """The step's result from its leaves alone, for checking that a trace tells the whole story.

    Errors: ValueError for a step that has no number.
    """
    if step.how is How.SUM:
        return exact_sum(worked_out_again(part) for part in step.parts)
    if step.how is How.SHARE:
        base, *others = (part for part in step.parts if part.result is not None)
        rates = [worked_out_again(part) for part in others]
        return round_half_up_to_fen(exact_share(worked_out_again(base), percentages=rates))
    if step.result is None:
        raise ValueError(f"no number in the step {step.words}")
    return step.result
