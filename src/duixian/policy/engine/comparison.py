"""What if: the same claims under two versions of an act, and totals by whatever a payment is labelled with."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Generic, TypeVar

from duixian.policy.engine.act import Act
from duixian.policy.engine.answers import DatedValue, DatedWord, Entry
from duixian.policy.engine.decision import Decision, Payment
from duixian.policy.engine.money import EXACT

Case = TypeVar("Case")
By = Callable[[Payment], str]
_NOTHING = Decimal("0.00")


def by_article(payment: Payment) -> str:
    """The article that grants the payment: the first of its basis, so that every yuan is counted once."""
    return payment.basis[0]


def by_kind(payment: Payment) -> str:
    """The kind of payee."""
    return payment.payee_kind


def by_payer(payment: Payment) -> str:
    """Whose money it is."""
    return payment.payer


def by_label(name: str) -> By:
    """A label that the act's rules gave, such as the games or the county; empty where there is none."""
    return lambda payment: payment.labels.get(name, "")


def totals(decisions: Iterable[Decision], *, by: By) -> dict[str, Decimal]:
    """Yuan by key, in the order in which keys first come."""
    found: dict[str, Decimal] = {}
    for decision in decisions:
        for payment in decision.payments:
            key = by(payment)
            found[key] = EXACT.add(found.get(key, _NOTHING), payment.amount)
    return found


@dataclass(frozen=True, slots=True)
class Difference:
    """Yuan under the one act and under the other, for one key."""

    key: str
    before: Decimal
    after: Decimal

    @property
    def change(self) -> Decimal:
        """Units: yuan, negative where less is paid."""
        return EXACT.subtract(self.after, self.before)


@dataclass(frozen=True, slots=True)
class ChangedRow:
    """A row that differs. None: the act does not have it."""

    before: Entry | None
    after: Entry | None


@dataclass(frozen=True, slots=True)
class Comparison(Generic[Case]):
    """The same cases, decided twice. Shape: the three sequences are of one length and order."""

    cases: Sequence[Case]
    before: Sequence[Decision]
    after: Sequence[Decision]

    def differences(self, *, by: By = by_article) -> tuple[Difference, ...]:
        """One line for each key under either act, those without a change too."""
        old, new = totals(self.before, by=by), totals(self.after, by=by)
        keys = dict.fromkeys((*old, *new))
        return tuple(Difference(key, old.get(key, _NOTHING), new.get(key, _NOTHING)) for key in keys)

    def turned(self) -> Iterator[tuple[Case, Decision, Decision]]:
        """The cases that are refused under one act only, or for another reason."""
        for case, old, new in zip(self.cases, self.before, self.after, strict=True):
            if _code(old) != _code(new):
                yield case, old, new


def compare(
    cases: Sequence[Case], *, decide: Callable[[Case, Act], Decision], before: Act, after: Act
) -> Comparison[Case]:
    """All cases under both acts.

    Time: each case keeps its days. A value that is to be tried on this year's results must be in force on their days.
    """
    old = tuple(decide(case, before) for case in cases)
    return Comparison(cases, old, tuple(decide(case, after) for case in cases))


def changed_rows(before: Act, after: Act) -> tuple[ChangedRow, ...]:
    """The rows in which two versions of an act differ, table by table."""
    old, new = _rows(before), _rows(after)
    keys = dict.fromkeys((*old, *new))
    pairs = (ChangedRow(old.get(key), new.get(key)) for key in keys)
    return tuple(pair for pair in pairs if _content(pair.before) != _content(pair.after))


def _rows(act: Act) -> dict[tuple[object, ...], Entry]:
    entries = (row for table in act.tables.values() for rows in table.rows.values() for row in rows)
    return {(row.table, row.key, row.from_day): row for row in entries}


def _content(row: Entry | None) -> object:
    if isinstance(row, DatedValue):
        return row.value, row.to_day, row.article
    return (row.word, row.to_day, row.article) if isinstance(row, DatedWord) else None


def _code(decision: Decision) -> str | None:
    return decision.refusal.code if decision.refusal else None
