"""Enters decided proposals into the registers: the only writer of what is agreed."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from duixian.registers.lookup import find_place
from duixian.registers.models import (
    Allocation,
    Assignment,
    AssignmentBody,
    AssignmentOfficial,
    Commitment,
    Document,
    Measure,
    Milestone,
    Part,
    Proposal,
    Target,
)
from duixian.registers.natures import type_proposed
from duixian.workflow.holding import Holding
from duixian.workflow.naming import Naming

# In this order: each needs the rows before it.
_ORDER = ("commitment", "measure", "assignment", "milestone", "target", "allocation")


@dataclass(slots=True)
class _Entry:
    """What has been entered so far, by the clause path or proposal it came from."""

    document: Document
    year: int
    naming: Naming
    holding: Holding
    commitments: dict[str, Commitment] = field(default_factory=dict)
    measures: dict[str, Measure] = field(default_factory=dict)
    targets: dict[int, Target] = field(default_factory=dict)
    assignments: list[Assignment] = field(default_factory=list)

    def home(self, path: str) -> tuple[Commitment, Measure | None] | None:
        """The commitment and measure that a clause path lies in; None where neither was adopted."""
        parts = path.split(".")
        prefixes = [".".join(parts[:n]) for n in range(len(parts), 0, -1)]
        commitment = next((self.commitments[p] for p in prefixes if p in self.commitments), None)
        measure = next((self.measures[p] for p in prefixes if p in self.measures), None)
        return None if commitment is None else (commitment, measure)


def enter(document: Document, proposals: Iterable[Proposal], *, year: int) -> dict[str, int]:
    """Enters the proposals, all of them decided.

    Shape: kind → how many rows; ``alias``, ``post`` and ``holder`` count what was proposed or new beside them.
    """
    naming = Naming(on=document.date)
    entry = _Entry(document, year, naming, Holding(document, naming))
    by_kind: dict[str, list[Proposal]] = {kind: [] for kind in _ORDER}
    for proposal in proposals:
        by_kind[proposal.kind].append(proposal)
    counts = {kind: sum(_ENTER[kind](entry, item) for item in by_kind[kind]) for kind in _ORDER}
    return counts | {"alias": len(naming.proposed), "post": entry.holding.posts, "holder": entry.holding.holders}


def _commitment(entry: _Entry, proposal: Proposal) -> bool:
    entry.commitments[proposal.clause] = Commitment.objects.create(
        document=entry.document,
        proposal=proposal,
        ordinal=len(entry.commitments) + 1,
        title=str(proposal.values["title"])[:300],
        begin=proposal.begin,
        end=proposal.end,
        year=entry.year,
    )
    return True


def _measure(entry: _Entry, proposal: Proposal) -> bool:
    home = entry.home(proposal.clause)
    if home is None:
        return False
    commitment = home[0]
    entry.measures[proposal.clause] = Measure.objects.create(
        commitment=commitment,
        proposal=proposal,
        ordinal=sum(measure.commitment_id == commitment.pk for measure in entry.measures.values()) + 1,
        title=str(proposal.values["title"])[:300],
        begin=proposal.begin,
        end=proposal.end,
    )
    return True


def _assignment(entry: _Entry, proposal: Proposal) -> bool:
    home = entry.home(proposal.clause)
    if home is None:
        return False
    values: dict[str, Any] = proposal.values
    assignment = Assignment.objects.create(
        commitment=home[0],
        measure=home[1],
        proposal=proposal,
        deadline=_day(values.get("deadline")),
        continuous=bool(values.get("continuous")),
        begin=proposal.begin,
        end=proposal.end,
    )
    for part in (Part.LEAD, Part.SUPPORT):
        # Two names of one body, confirmed before, are one seat.
        bodies = dict.fromkeys(entry.naming.body(name) for name in values.get(part.value) or [])
        for ordinal, body in enumerate(bodies, start=1):
            AssignmentBody.objects.create(assignment=assignment, body=body, part=part, ordinal=ordinal)
    _officials(entry, assignment, values)
    entry.assignments.append(assignment)
    return True


def _officials(entry: _Entry, assignment: Assignment, values: dict[str, Any]) -> None:
    for part, key in ((Part.LEAD, "lead_officials"), (Part.SUPPORT, "responsible_officials")):
        for person in values.get(key) or []:
            official = AssignmentOfficial.objects.create(
                assignment=assignment, part=part, org=person["org"], post=person["post"] or "", name=person["name"]
            )
            entry.holding.seat(official)


def _milestone(entry: _Entry, proposal: Proposal) -> bool:
    home = entry.home(proposal.clause)
    if home is None:
        return False
    values: dict[str, Any] = proposal.values
    Milestone.objects.create(
        commitment=home[0],
        measure=home[1],
        proposal=proposal,
        text=values["text"][:400],
        start=_day(values.get("start")),
        end_day=dt.date.fromisoformat(values["end"]),
        stage=values["stage"],
        begin=proposal.begin,
        end=proposal.end,
    )
    return True


def _target(entry: _Entry, proposal: Proposal) -> bool:
    home = entry.home(proposal.clause)
    if home is None:
        return False
    values: dict[str, Any] = proposal.values
    begins = dt.date(entry.year, 1, 1)
    due, basis = _due(entry, home, values)
    typed = type_proposed(proposal)
    entry.targets[proposal.pk] = Target.objects.create(
        commitment=home[0],
        measure=home[1],
        proposal=proposal,
        object=(values.get("object") or proposal.quote)[:200],
        value=Decimal(values["value"]),
        value_high=Decimal(values["value_high"]) if values.get("value_high") else None,
        unit=values["unit"],
        comparator=values["comparator"],
        place_written=values.get("place") or "",
        place=find_place(values.get("place")),
        period=values.get("period"),
        per=values.get("per"),
        begins=min(begins, due),
        due=due,
        due_basis=basis,
        nature=typed.nature,
        counting=typed.counting,
        counter=typed.counter,
        begin=proposal.begin,
        end=proposal.end,
    )
    return True


def _due(entry: _Entry, home: tuple[Commitment, Measure | None], values: dict[str, Any]) -> tuple[dt.date, str]:
    """The last day for a target: a person's, else its measure's or commitment's deadline, else the year's end."""
    if written := _day(values.get("due")):
        return written, "person"
    commitment, measure = home
    for level in (measure, None):
        days = [
            item.deadline
            for item in entry.assignments
            if item.commitment_id == commitment.pk and item.measure == level and item.deadline
        ]
        if days:
            return max(days), "clause"
    return dt.date(entry.year, 12, 31), "year"


def _allocation(entry: _Entry, proposal: Proposal) -> bool:
    target = entry.targets.get(proposal.parent_id or 0)
    values: dict[str, Any] = proposal.values
    place = find_place(values.get("place"))
    # Shares of a rate do not add up to it: what the document writes so stays in its text.
    if target is None or place is None or not target.additive:
        return False
    Allocation.objects.create(target=target, proposal=proposal, place=place, value=Decimal(values["value"]))
    return True


def _day(written: str | None) -> dt.date | None:
    return dt.date.fromisoformat(written) if written else None


_ENTER = {
    "commitment": _commitment,
    "measure": _measure,
    "assignment": _assignment,
    "milestone": _milestone,
    "target": _target,
    "allocation": _allocation,
}
