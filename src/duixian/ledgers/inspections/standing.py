"""Where an inspection stands, from its steps: as a whole, and with each body."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from duixian.ledgers.inspections.models import Inspection, InspectionMove, InspectionStep


@dataclass(frozen=True, slots=True)
class BodyStanding:
    """How far an inspection has come with one body; each step is None until it was made."""

    visits: tuple[InspectionStep, ...] = ()
    conclusion: InspectionStep | None = None
    receipt: InspectionStep | None = None
    objection: InspectionStep | None = None
    decision: InspectionStep | None = None
    rectification: InspectionStep | None = None

    def may_object(self, *, today: dt.date) -> bool:
        """Whether the body may still object: it has the conclusion, and its days are not over (第十七条)."""
        receipt = self.receipt
        return receipt is not None and self.objection is None and receipt.due is not None and today <= receipt.due

    @property
    def waits_for_decision(self) -> bool:
        return self.objection is not None and self.decision is None

    def is_settled(self, *, today: dt.date) -> bool:
        """Whether nothing is owed to the body any more: neither a conclusion, nor time to object, nor a decision."""
        return self.receipt is not None and not self.may_object(today=today) and not self.waits_for_decision


@dataclass(frozen=True, slots=True)
class Standing:
    """An inspection as it stands. Shape: ``bodies`` by body id, one for each body of the plan."""

    approval: InspectionStep | None
    refusal: InspectionStep | None
    closing: InspectionStep | None
    bodies: Mapping[int, BodyStanding]

    @property
    def is_running(self) -> bool:
        return self.approval is not None and self.closing is None


def standing(inspection: Inspection, steps: Sequence[InspectionStep] | None = None) -> Standing:
    """Where ``inspection`` stands by all its steps, or by those given."""
    made = list(inspection.steps.all()) if steps is None else list(steps)
    bodies = {
        seen.body_id: _of_body([step for step in made if step.body_id == seen.body_id])
        for seen in inspection.visited.all()
    }
    return Standing(
        approval=_last(made, InspectionMove.APPROVE),
        refusal=_last(made, InspectionMove.REFUSE),
        closing=_last(made, InspectionMove.CLOSE),
        bodies=bodies,
    )


def _of_body(steps: Iterable[InspectionStep]) -> BodyStanding:
    made = list(steps)
    return BodyStanding(
        visits=tuple(step for step in made if step.move == InspectionMove.VISIT),
        conclusion=_last(made, InspectionMove.CONCLUDE),
        receipt=_last(made, InspectionMove.RECEIVE),
        objection=_last(made, InspectionMove.OBJECT),
        decision=_last(made, InspectionMove.DECIDE),
        rectification=_last(made, InspectionMove.RECTIFY),
    )


def _last(steps: Sequence[InspectionStep], move: InspectionMove) -> InspectionStep | None:
    return next((step for step in reversed(steps) if step.move == move), None)
