"""A year's award plan: its claims and lines, and what each payer owes by it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from duixian.ledgers.claims.balance import due_yuan
from duixian.ledgers.claims.order import ENDED, Stage
from duixian.ledgers.claims.read import claims_of
from duixian.ledgers.models import AwardPlan, Claim

PREFECTURE_FINANCE = "州财政"


@dataclass(frozen=True, slots=True)
class Row:
    """One line of one claim. Units: yuan."""

    claim: Claim
    line: int
    payee: str
    payee_words: str
    payer: str
    amount: Decimal
    basis: str
    masked_number: str


@dataclass(frozen=True, slots=True)
class PlanPage:
    """A plan with the claims that are still in it. ``payers`` are those on the payment lists, with their totals."""

    plan: AwardPlan
    claims: tuple[Claim, ...]
    rows: tuple[Row, ...]
    waiting: bool
    approved: bool
    listed: bool
    number: str

    @property
    def total(self) -> Decimal:
        """Units: yuan."""
        return sum((row.amount for row in self.rows), Decimal(0))

    @property
    def payers(self) -> dict[str, Decimal]:
        """Yuan by payer, 州财政 first, then the counties by name."""
        totals: dict[str, Decimal] = {}
        for row in sorted(self.rows, key=lambda row: (row.payer != PREFECTURE_FINANCE, row.payer)):
            totals[row.payer] = totals.get(row.payer, Decimal(0)) + row.amount
        return totals


def plan_page(plan: AwardPlan) -> PlanPage:
    """The plan as it stands; a claim that was cancelled since has left it."""
    claims = tuple(
        claim for claim in claims_of(plan).prefetch_related("payees") if Stage(claim.state.stage) not in ENDED
    )
    stages = {Stage(claim.state.stage) for claim in claims}
    return PlanPage(
        plan=plan,
        claims=claims,
        rows=rows(claims),
        waiting=Stage.PLANNED in stages,
        approved=Stage.APPROVED in stages,
        listed=bool(stages & {Stage.LISTED, Stage.PAID}),
        number=next((document.number for document in plan.documents.all()), ""),
    )


def rows(claims: Iterable[Claim]) -> tuple[Row, ...]:
    """One row a line that stands, in the claims' order."""
    found = []
    for claim in claims:
        numbers = {payee.name: payee.masked_number for payee in claim.payees.all()}
        payments = claim.outcome["payments"]
        found += [_row(claim, payments[number], number, numbers) for number in due_yuan(payments)]
    return tuple(found)


def _row(claim: Claim, line: Mapping[str, Any], number: int, numbers: Mapping[str, str]) -> Row:
    return Row(
        claim=claim,
        line=number,
        payee=line["payee"],
        payee_words=line["payee_words"],
        payer=PREFECTURE_FINANCE if line["payer"] == PREFECTURE_FINANCE else line["county"] or line["payer"],
        amount=Decimal(line["amount_yuan"]),
        basis="、".join(line["basis"]),
        masked_number=numbers.get(line["payee"], ""),
    )
