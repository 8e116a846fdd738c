"""A document as it was read: commitments, their measures, and under each what was proposed and decided."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from duixian.compiler.marking import Mark, MarkKind, Segment, mark
from duixian.registers.models import Decision, Document, Proposal, ProposalKind
from duixian.units import Severity, Span

_MARKS = {
    ProposalKind.COMMITMENT: MarkKind.CLAUSE,
    ProposalKind.MEASURE: MarkKind.CLAUSE,
    ProposalKind.TARGET: MarkKind.QUANTITY,
    ProposalKind.ALLOCATION: MarkKind.QUANTITY,
    ProposalKind.MILESTONE: MarkKind.MILESTONE,
    ProposalKind.ASSIGNMENT: MarkKind.ASSIGNMENT,
}


@dataclass(frozen=True, slots=True)
class Section:
    """What was read in a commitment's own text, or in one of its measures; both lists in the order of the text.

    Shape: ``heading`` is the measure, None for what stands in the commitment outside every measure.
    """

    heading: Proposal | None
    items: tuple[Proposal, ...]
    left_out: tuple[Proposal, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """One commitment with all that was read in it. ``pending`` counts what nobody has decided, itself included."""

    heading: Proposal
    sections: tuple[Section, ...]
    pending: int

    @property
    def left_out(self) -> bool:
        """Whether the commitment itself, and so all in it, is left out."""
        return self.heading.decision == Decision.LEFT_OUT


@dataclass(frozen=True, slots=True)
class ReadFinding:
    """One finding with its place in the text; ``mark`` is None where it has none."""

    severity: str
    message: str
    mark: str | None


@dataclass(frozen=True, slots=True)
class Review:
    """``counts`` by decision, zeros included; ``kinds`` what each mark of ``segments`` is."""

    document: Document
    groups: tuple[Group, ...]
    counts: Mapping[Decision, int]
    findings: tuple[ReadFinding, ...]
    segments: tuple[Segment, ...]
    kinds: Mapping[str, str]

    @property
    def contradictions(self) -> tuple[ReadFinding, ...]:
        """Where the text contradicts itself: nobody should adopt it without having seen these."""
        return tuple(finding for finding in self.findings if finding.severity == Severity.ERROR)

    @property
    def remarks(self) -> tuple[ReadFinding, ...]:
        """All other findings."""
        return tuple(finding for finding in self.findings if finding.severity != Severity.ERROR)


def review(document: Document) -> Review:
    """The document's review. Needs ``source``; one query."""
    proposals = list(document.proposals.all())
    for proposal in proposals:
        proposal.document = document
    findings = list(_findings(document))
    return Review(
        document=document,
        groups=tuple(_groups(proposals)),
        counts=decision_counts(proposals),
        findings=tuple(finding for finding, _ in findings),
        segments=tuple(_segments(document, proposals, findings)),
        kinds={f"p{item.pk}": item.kind for item in proposals}
        | {finding.mark: "finding" for finding, _ in findings if finding.mark},
    )


def decision_counts(proposals: Iterable[Proposal]) -> Mapping[Decision, int]:
    """How many proposals have each decision, zeros included."""
    counted = Counter(proposal.decision for proposal in proposals)
    return {decision: counted[decision.value] for decision in Decision}


def within(proposals: Iterable[Proposal], *, clause: str) -> list[Proposal]:
    """The proposals of a clause and of all clauses under it."""
    return [item for item in proposals if lies_in(item, clause)]


def lies_in(proposal: Proposal, clause: str) -> bool:
    """Whether the proposal stands in the clause or in one under it."""
    return f"{proposal.clause}.".startswith(f"{clause}.")


def _groups(proposals: list[Proposal]) -> list[Group]:
    headings = [item for item in proposals if item.kind == ProposalKind.COMMITMENT]
    return [_group(heading, within(proposals, clause=heading.clause)) for heading in headings]


def _group(heading: Proposal, held: list[Proposal]) -> Group:
    measures = [item for item in held if item.kind == ProposalKind.MEASURE]
    inside = {item.pk: next((one for one in measures if lies_in(item, one.clause)), None) for item in held}
    leaves = [item for item in held if item.kind not in {ProposalKind.COMMITMENT, ProposalKind.MEASURE}]
    sections = [_section(None, [item for item in leaves if inside[item.pk] is None])]
    sections += [_section(measure, [item for item in leaves if inside[item.pk] is measure]) for measure in measures]
    return Group(
        heading=heading,
        sections=tuple(section for section in sections if section.heading or section.items or section.left_out),
        pending=sum(item.decision == Decision.PENDING for item in held),
    )


def _section(heading: Proposal | None, items: list[Proposal]) -> Section:
    return Section(
        heading=heading,
        items=tuple(item for item in items if item.decision != Decision.LEFT_OUT),
        left_out=tuple(item for item in items if item.decision == Decision.LEFT_OUT),
    )


def _findings(document: Document) -> Iterable[tuple[ReadFinding, Span | None]]:
    for number, found in enumerate(document.findings, 1):
        span = Span(*found["span"]) if found["span"] else None
        yield ReadFinding(found["severity"], found["message"], f"finding-{number}" if span else None), span


def _segments(
    document: Document, proposals: list[Proposal], findings: list[tuple[ReadFinding, Span | None]]
) -> list[Segment]:
    marks = [Mark(f"p{item.pk}", _MARKS[ProposalKind(item.kind)], Span(item.begin, item.end)) for item in proposals]
    marks += [Mark(finding.mark, MarkKind.FINDING, span) for finding, span in findings if finding.mark and span]
    return mark(document.source.text, marks, within=Span(document.begin, document.end))
