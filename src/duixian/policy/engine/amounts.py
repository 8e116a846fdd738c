"""Amounts that know their articles and, where traces are on, how they came about."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from duixian.policy.engine import trace
from duixian.policy.engine.answers import DatedValue
from duixian.policy.engine.money import YUAN, exact_share, exact_sum, round_half_up_to_fen
from duixian.policy.engine.trace import How, Step
from duixian.units import Sentence


@dataclass(frozen=True, slots=True)
class Derived:
    """An amount in yuan, to the fen.

    Shape: ``articles`` are those that make the amount, the most specific first; ``step`` is None where traces are off.
    """

    amount: Decimal
    articles: tuple[str, ...]
    step: Step | None


@dataclass(frozen=True, slots=True)
class Rate:
    """A percentage of the act, with the step that tells why this row was read."""

    row: DatedValue
    step: Step | None


def stated(row: DatedValue, words: Sentence | None) -> Derived:
    """The amount that the act states. ``words`` are None where traces are off, here and below."""
    return Derived(round_half_up_to_fen(row.value), (row.article,), None if words is None else trace.read(row, words))


def supplied(amount: Decimal, words: Sentence | None, *, articles: tuple[str, ...] = ()) -> Derived:
    """An amount that the claim brings along; ``articles`` are those that let it count as it is."""
    step = None if words is None else trace.given(words, *articles, result=amount, unit=YUAN)
    return Derived(round_half_up_to_fen(amount), articles, step)


def rate(row: DatedValue, words: Sentence | None, *, because: Step | None = None) -> Rate:
    """A percentage to be used in a share; ``because`` is the fact that led to this row."""
    if words is None:
        return Rate(row, None)
    step = trace.read(row, words)
    if because is not None:
        step = Step(step.how, words, step.articles, step.result, step.unit, (because,), row=row)
    return Rate(row, step)


def share_of(base: Derived, *rates: Rate, words: Sentence | None) -> Derived:
    """``base`` times every rate, rounded once. Articles: those of the rates as given, then the base's."""
    exact = exact_share(base.amount, percentages=(one.row.value for one in rates))
    amount = round_half_up_to_fen(exact)
    articles = (*(one.row.article for one in rates), *base.articles)
    if words is None or base.step is None:
        return Derived(amount, articles, None)
    parts = (base.step, *(one.step for one in rates if one.step is not None))
    return Derived(amount, articles, Step(How.SHARE, words, articles, amount, YUAN, parts, exact))


def total_of(parts: Sequence[Derived], words: Sentence | None) -> Derived:
    """The sum of ``parts``, which share their articles; one part is its own total. Shape: never empty."""
    if len(parts) == 1:
        return parts[0]
    amount = exact_sum(part.amount for part in parts)
    steps = tuple(part.step for part in parts if part.step is not None)
    if words is None or not steps:
        return Derived(amount, parts[0].articles, None)
    return Derived(amount, parts[0].articles, Step(How.SUM, words, parts[0].articles, amount, YUAN, steps))
