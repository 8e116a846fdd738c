"""What comes of a claim: payments, or one refusal; and who was named but gets nothing."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import TypeVar

from duixian.policy.engine.amounts import Derived, total_of
from duixian.policy.engine.money import exact_sum
from duixian.units import Sentence
from duixian.units.sentence import Value

Subject = TypeVar("Subject")


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a claim is returned. ``code`` is stable and never reused.

    Shape: ``sentence`` says what was found, where, why it matters and what to do; ``more`` are further faults of the
    same code; ``articles`` are the grounds.
    """

    code: str
    sentence: Sentence
    articles: tuple[str, ...] = ()
    more: tuple[Sentence, ...] = ()


@dataclass(frozen=True, slots=True)
class Payment:
    """One line: who gets how much, from whom, by which articles.

    Shape: ``labels`` are what reports count by; ``worth.step`` is None where traces are off.
    """

    payee: str
    payee_kind: str
    payer: str
    worth: Derived
    labels: Mapping[str, str] = field(default_factory=dict)

    @property
    def amount(self) -> Decimal:
        """Units: yuan, gross."""
        return self.worth.amount

    @property
    def basis(self) -> tuple[str, ...]:
        """The articles that make the amount, the most specific first."""
        return self.worth.articles


@dataclass(frozen=True, slots=True)
class NotDue:
    """Somebody named on the claim to whom the act grants nothing.

    Shape: ``code`` is what a claim of theirs alone would be refused with.
    """

    payee: str
    payee_kind: str
    code: str
    sentence: Sentence
    articles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Decision:
    """One claim's outcome. Shape: with a refusal there is no payment."""

    payments: tuple[Payment, ...] = ()
    refusal: Refusal | None = None
    not_due: tuple[NotDue, ...] = ()

    @property
    def total(self) -> Decimal:
        """Units: yuan."""
        return exact_sum(payment.amount for payment in self.payments)


def refuse(code: str, template: str, /, *, articles: tuple[str, ...] = (), **values: Value) -> Refusal:
    """A refusal whose sentence is the template with its values."""
    return Refusal(code, Sentence(template, values), articles)


def first_refusal(subject: Subject, *, checks: Sequence[Callable[[Subject], Refusal | None]]) -> Refusal | None:
    """The refusal of the first check that has one; the order is the act's."""
    return next((refusal for check in checks if (refusal := check(subject)) is not None), None)


def merged(payments: Iterable[Payment], *, words: Sentence | None) -> tuple[Payment, ...]:
    """Lines with the same payee, kind, payer and basis added into one, in the order of their first."""
    groups: dict[tuple[object, ...], list[Payment]] = {}
    for one in payments:
        key = (one.payee, one.payee_kind, one.payer, one.basis)
        groups.setdefault(key, []).append(one)
    return tuple(
        group[0] if len(group) == 1 else replace(group[0], worth=total_of([one.worth for one in group], words))
        for group in groups.values()
    )
