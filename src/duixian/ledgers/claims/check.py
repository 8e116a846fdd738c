"""Proves that each claim's state is what its rows say, and that no step was skipped."""

from duixian.ledgers.claims.models import Claim
from duixian.ledgers.claims.order import WAYS, Move, Stage
from duixian.ledgers.claims.post import due_lines


def wrong_states() -> list[str]:
    """A line for each claim whose rows give another state than the one kept; empty where all is well."""
    found = Claim.objects.select_related("state").prefetch_related("steps", "transfers")
    return [line for claim in found if (line := _wrong(claim)) is not None]


def _wrong(claim: Claim) -> str | None:
    stage: Stage | None = None
    paid: set[int] = set()
    back: set[int] = set()
    steps = list(claim.steps.all())
    if [step.ordinal for step in steps] != list(range(1, len(steps) + 1)):
        return f"申请 {claim.receipt}：步骤的序号不连续"
    for step in steps:
        move = Move(step.move)
        if move is Move.FILING:
            stage = Stage.FILED if stage is None else None
        elif stage is None or stage not in WAYS[move].since:
            return f"申请 {claim.receipt}：第 {step.ordinal} 步“{move.value}”不该在这时办"
        else:
            stage = WAYS[move].to or stage
        rows = [row for row in claim.transfers.all() if row.step_id == step.pk]
        (back if move is Move.RECOVERY else paid).update(row.line for row in rows)
        stage = _moved_on(claim, move, stage, paid, back)
    if stage != claim.state.stage or len(steps) != claim.state.ordinal:
        return f"申请 {claim.receipt}：逐步重算应为“{stage}”，记的是“{claim.state.stage}”"
    return None


def _moved_on(claim: Claim, move: Move, stage: Stage | None, paid: set[int], back: set[int]) -> Stage | None:
    if move is Move.PAYMENT and paid == due_lines(claim, back=False):
        return Stage.PAID
    if move is Move.RECOVERY and back == paid:
        return Stage.RECOVERED
    return stage
