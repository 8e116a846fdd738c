"""Every inspection with where it stands with each body, which days run, and which have passed."""

import datetime as dt
from dataclasses import dataclass

from duixian.ledgers.inspections import read
from duixian.ledgers.inspections.standing import BodyStanding, Standing, standing
from duixian.ledgers.models import Inspected, Inspection
from duixian.registers.lookup import of_body
from duixian.registers.models import Account, Role


@dataclass(frozen=True, slots=True)
class BodyLine:
    """One body of an inspection. ``decision_late`` is True where an objection waits beyond its last day."""

    planned: Inspected
    at: BodyStanding
    may_object: bool
    decision_late: bool


@dataclass(frozen=True, slots=True)
class Row:
    """One inspection as it stood at the end of a day."""

    inspection: Inspection
    at: Standing
    lines: tuple[BodyLine, ...]


def rows(*, as_of: dt.date, account: Account | None = None) -> tuple[Row, ...]:
    """The inspections proposed by ``as_of``, newest first; for a reporter those of their own body alone."""
    found = read.inspections().filter(steps__day__lte=as_of).distinct()
    if account is not None and account.role == Role.REPORTER:
        found = found.filter(of_body(account.body, field="visited__body")).distinct()
    return tuple(row_of(inspection, as_of=as_of) for inspection in found)


def row_of(inspection: Inspection, *, as_of: dt.date) -> Row:
    """The row of an inspection whose bodies and steps were fetched."""
    at = standing(inspection, [step for step in inspection.steps.all() if step.day <= as_of])
    return Row(inspection, at, tuple(_line(one, at.bodies[one.body_id], as_of) for one in inspection.visited.all()))


def _line(planned: Inspected, at: BodyStanding, as_of: dt.date) -> BodyLine:
    objection, decision = at.objection, at.decision
    decided = decision.day if decision else as_of
    late = objection is not None and objection.due is not None and decided > objection.due
    return BodyLine(planned, at, at.may_object(today=as_of), late)
