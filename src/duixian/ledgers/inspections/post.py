"""The only writer of the inspection ledger."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction

from duixian.ledgers.inspections.models import (
    Inspected,
    Inspection,
    InspectionKind,
    InspectionMove,
    InspectionStep,
    TakingPart,
)
from duixian.ledgers.orders.models import Order
from duixian.ledgers.orders.post import Hand
from duixian.registers.models import Account, Body
from duixian.units import Refused, gettext_noop


@dataclass(frozen=True, slots=True)
class Window:
    """A body to be visited, from which day to which, both inclusive."""

    body: Body
    begins: dt.date
    ends: dt.date


@dataclass(frozen=True, slots=True)
class Inspector:
    """Somebody who takes part; ``account`` where they sign in here."""

    name: str
    account: Account | None = None
    leads: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NewInspection:
    """A 督查方案 as it is proposed."""

    number: str
    title: str
    kind: InspectionKind
    basis: str
    content: str
    scope: str
    windows: tuple[Window, ...]
    team: tuple[Inspector, ...]
    order: Order | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a step says."""

    text: str = ""
    body: Body | None = None
    due: dt.date | None = None
    clock: Mapping[str, Any] = field(default_factory=dict)
    answers: InspectionStep | None = None
    upholds: bool | None = None


def post_inspection(new: NewInspection, hand: Hand) -> Inspection:
    """The plan with its bodies, its team and its first step. Errors: Refused for a number that is taken."""
    with transaction.atomic():
        if Inspection.objects.filter(number=new.number).exists():
            raise Refused(
                "inspection-number-taken", gettext_noop("{number}已经用过，请换一个编号。"), number=new.number
            )
        told = {name: getattr(new, name) for name in ("number", "title", "kind", "basis", "content", "scope", "order")}
        days = [day for window in new.windows for day in (window.begins, window.ends)]
        inspection = Inspection.objects.create(**told, begins=min(days), ends=max(days), by=hand.by, at=hand.at)
        Inspected.objects.bulk_create(
            Inspected(inspection=inspection, body=one.body, begins=one.begins, ends=one.ends) for one in new.windows
        )
        TakingPart.objects.bulk_create(
            TakingPart(inspection=inspection, name=one.name, account=one.account, leads=one.leads) for one in new.team
        )
        post_inspection_step(inspection, InspectionMove.PROPOSE, hand)
        return inspection


def post_inspection_step(
    inspection: Inspection, move: InspectionMove, hand: Hand, told: Told | None = None
) -> InspectionStep:
    """The new step. The action has locked the inspection and checked that it may come now."""
    said = told or Told()
    return InspectionStep.objects.create(
        inspection=inspection,
        body=said.body,
        move=move,
        text=said.text,
        upholds=said.upholds,
        due=said.due,
        clock=dict(said.clock),
        answers=said.answers,
        day=hand.day,
        by=hand.by,
        at=hand.at,
    )


def locked(inspection: Inspection) -> Inspection:
    """The inspection, its row locked: of two writers at once the second sees what the first wrote."""
    return Inspection.objects.select_for_update().get(pk=inspection.pk)
