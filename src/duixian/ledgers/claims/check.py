"""Proves that each claim's state is what its rows say, and that no step was skipped."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from duixian.ledgers.claims.balance import Yuan, due_yuan, stage_after
from duixian.ledgers.claims.models import Amendment, Claim, Step
from duixian.ledgers.claims.order import WAYS, Move, Stage


class _OutOfOrderError(Exception):
    """A step that its stage does not allow."""


def wrong_states() -> list[str]:
    """A line for each claim whose rows give another state than the one kept; empty where all is well."""
    found = Claim.objects.select_related("state").prefetch_related("steps", "transfers", "amendments")
    return [line for claim in found if (line := _wrong(claim)) is not None]


def _wrong(claim: Claim) -> str | None:
    steps = list(claim.steps.all())
    if [step.ordinal for step in steps] != list(range(1, len(steps) + 1)):
        return f"申请 {claim.receipt}：步骤的序号不连续"
    if not steps or steps[0].move != Move.FILING:
        return f"申请 {claim.receipt}：第一步不是受理"
    try:
        stage, last = _replayed(claim, steps[1:])
    except _OutOfOrderError as problem:
        return f"申请 {claim.receipt}：{problem}"
    if stage != claim.state.stage or len(steps) != claim.state.ordinal:
        return f"申请 {claim.receipt}：逐步重算应为“{stage}”，记的是“{claim.state.stage}”"
    if claim.state.amendment_id != (last.pk if last else None):
        return f"申请 {claim.receipt}：现行金额记的不是最后一次认定的"
    return None


def _replayed(claim: Claim, steps: Sequence[Step]) -> tuple[Stage, Amendment | None]:
    """The stage after all steps, and the last amendment."""
    amended = {amendment.step_id: amendment for amendment in claim.amendments.all()}
    stage, last = Stage.FILED, None
    due, paid, back = due_yuan(claim.decision["payments"]), Yuan(), Yuan()
    for step in steps:
        move = Move(step.move)
        if move not in WAYS or stage not in WAYS[move].since:
            raise _OutOfOrderError(f"第 {step.ordinal} 步“{move.value}”不该在这时办")
        last = amended.get(step.pk, last)
        due = due_yuan(last.decision["payments"]) if last else due
        for line, amount in _moved(claim, step):
            into = back if move is Move.RECOVERY else paid
            into[line] = into.get(line, Decimal(0)) + amount
        stage = stage_after(move, stage, due=due, paid=paid, back=back)
    return stage, last


def _moved(claim: Claim, step: Step) -> Iterator[tuple[int, Decimal]]:
    yield from ((row.line, row.amount) for row in claim.transfers.all() if row.step_id == step.pk)
