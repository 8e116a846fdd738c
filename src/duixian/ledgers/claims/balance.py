"""What of a claim is due, what was paid too much, and where its stage goes with the money. Arithmetic only."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from duixian.ledgers.claims.order import WAYS, Move, Stage

Yuan = dict[int, Decimal]


def due_yuan(payments: Sequence[Mapping[str, Any]]) -> Yuan:
    """Yuan by line, for the lines that stand; a line that fell away is not among them.

    >>> due_yuan([{"amount_yuan": "20000.00"}, {"amount_yuan": "0.00"}])
    {0: Decimal('20000.00')}
    """
    amounts = {number: Decimal(line["amount_yuan"]) for number, line in enumerate(payments)}
    return {number: amount for number, amount in amounts.items() if amount}


def owed_back(*, due: Mapping[int, Decimal], paid: Mapping[int, Decimal], back: Mapping[int, Decimal]) -> Yuan:
    """Yuan by line that were paid, are no longer due and have not come back.

    >>> owed_back(due={0: Decimal(60)}, paid={0: Decimal(80), 1: Decimal(5)}, back={1: Decimal(5)})
    {0: Decimal('20')}
    """
    nothing = Decimal(0)
    owed = {line: amount - due.get(line, nothing) - back.get(line, nothing) for line, amount in paid.items()}
    return {line: amount for line, amount in owed.items() if amount}


def stage_after(
    move: Move,
    stage: Stage,
    *,
    due: Mapping[int, Decimal],
    paid: Mapping[int, Decimal],
    back: Mapping[int, Decimal],
) -> Stage:
    """The stage that a move leads to from ``stage``, once its money and its amendment are written."""
    if move is Move.MISCONDUCT and not due:
        return Stage.CANCELLED
    if move in {Move.PAYMENT, Move.MISCONDUCT} and stage is Stage.LISTED and set(due) <= set(paid):
        return Stage.PAID
    if move is Move.RECOVERY and stage is Stage.CANCELLED and not owed_back(due={}, paid=paid, back=back):
        return Stage.RECOVERED
    return WAYS[move].to or stage
