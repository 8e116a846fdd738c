"""What a reading is made of: immutable values, each with the span it was read from."""

import datetime as dt
from bisect import bisect_right
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from duixian.units import Finding, Span


class Kind(StrEnum):
    """What sort of document it is."""

    ANNOUNCEMENT = "announcement"
    WORK_PLAN = "work-plan"
    MEASURES = "measures"
    NOTICE = "notice"
    ROSTER = "roster"
    PRESS_PLAN = "press-plan"
    REPORT = "report"
    NEWS = "news"


class Role(StrEnum):
    """What a quantity is in the work: first its place, then its type."""

    RESULT = "result"
    BASELINE = "baseline"
    BUDGET = "budget"
    STANDARD = "standard"
    QUALIFIER = "qualifier"
    SCOPE = "scope"
    BENEFICIARY = "beneficiary"
    TARGET = "target"


class Comparator(StrEnum):
    """How a figure must compare with the promised number. 以上, 以下, 以内 include it (民法典 §1259)."""

    EQUAL = "="
    AT_LEAST = ">="
    AT_MOST = "<="
    ABOUT = "~"


class Stage(StrEnum):
    """What a milestone is for the plan curve: nothing countable yet, work under way, or all done."""

    PREPARE = "prepare"
    WORK = "work"
    FINISH = "finish"


@dataclass(frozen=True, slots=True)
class Clause:
    """A heading or numbered point with all that stands under it, sub-clauses included.

    Shape: ``path`` counts from 1 at each level (``4.2``), ``0.n`` in the notice that issues a plan; ``label`` as
    written (``（二）``); ``title`` without label and closing mark; ``heading`` is the span of label and title.
    """

    path: str
    label: str
    title: str
    span: Span
    heading: Span


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit. ``value`` has 万 and 亿 multiplied out; a range has ``value_high``.

    Shape: ``quote`` is ``span.of(text)``; ``period`` is month, week, quarter, year or None.
    """

    clause: str
    span: Span
    quote: str
    value: Decimal
    value_high: Decimal | None
    unit: str
    comparator: Comparator
    role: Role = Role.TARGET
    object: str | None = None
    place: str | None = None
    period: str | None = None
    per: str | None = None


@dataclass(frozen=True, slots=True)
class Official:
    """A person named for a task; ``org`` is None for a post above the units named."""

    org: str | None
    post: str
    name: str


@dataclass(frozen=True, slots=True)
class Assignment:
    """Who answers for a clause, and by which day (inclusive)."""

    clause: str
    lead: tuple[str, ...]
    support: tuple[str, ...]
    span: Span
    lead_officials: tuple[Official, ...] = ()
    responsible_officials: tuple[Official, ...] = ()
    deadline: dt.date | None = None
    continuous: bool = False


@dataclass(frozen=True, slots=True)
class Milestone:
    """A stage with its own time; both days inclusive.

    Shape: ``start`` None where only an end is given, ``end`` None where only a beginning is (从5月起).
    """

    clause: str
    text: str
    span: Span
    start: dt.date | None
    end: dt.date | None
    stage: Stage = Stage.WORK


@dataclass(frozen=True, slots=True)
class Recurrence:
    """A duty that repeats; ``every`` is week, month, quarter or year."""

    clause: str
    text: str
    span: Span
    every: str


@dataclass(frozen=True, slots=True)
class Sum:
    """Arithmetic the text claims. ``operation`` is sum, product or ratio.

    Units: ``off_by`` is stated total minus computed total, in the total's own unit.
    """

    clause: str
    total: Span
    parts: tuple[Span, ...]
    operation: str
    holds: bool
    off_by: Decimal


@dataclass(frozen=True, slots=True)
class Member:
    """A seat in a coordination body; ``role`` as written (组长, 成员)."""

    role: str
    name: str
    post: str
    span: Span


@dataclass(frozen=True, slots=True)
class Roster:
    """A coordination body and its members in the order written."""

    name: str
    members: tuple[Member, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Release:
    """One line of a press plan; ``month`` is 1 to 12."""

    ordinal: int
    month: int
    topic: str
    publisher: str
    span: Span


@dataclass(frozen=True, slots=True)
class Document:
    """One official document of a source, filled pass by pass."""

    key: str
    kind: Kind
    span: Span
    title: str | None = None
    attached_title: str | None = None
    issuer: str | None = None
    number: str | None = None
    date: dt.date | None = None
    effective: dt.date | None = None
    year: int | None = None
    clauses: tuple[Clause, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    assignments: tuple[Assignment, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    recurrences: tuple[Recurrence, ...] = ()
    sums: tuple[Sum, ...] = ()
    bodies: tuple[Roster, ...] = ()
    releases: tuple[Release, ...] = ()
    findings: tuple[Finding, ...] = field(default=())

    def clause_at(self, position: int) -> str:
        """The path of the deepest clause that holds the character, or ``""`` outside every clause."""
        # Clauses stand in the order of the text and hold one another: the last that begins here is the deepest.
        nearest = bisect_right(self.clauses, position, key=lambda clause: clause.span.begin) - 1
        while nearest >= 0 and position >= self.clauses[nearest].span.end:
            above = self.clauses[nearest].path.rpartition(".")[0]
            nearest = (
                next((n for n in range(nearest - 1, -1, -1) if self.clauses[n].path == above), -1) if above else -1
            )
        return self.clauses[nearest].path if nearest >= 0 else ""


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one source says: its documents in order, and what was noticed."""

    source: str
    text: str
    documents: tuple[Document, ...]
    findings: tuple[Finding, ...]
