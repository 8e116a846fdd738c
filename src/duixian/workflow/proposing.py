"""Turns what was read into proposals for the registers: what a person is asked to adopt."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from duixian.compiler.contract import as_json
from duixian.compiler.reading import Clause, Document, Kind, Quantity, Role
from duixian.registers.models import Decision, ProposalKind
from duixian.units import Span

# The kinds that promise something; the others are kept and shown, and propose nothing.
ADOPTABLE = frozenset({Kind.ANNOUNCEMENT, Kind.WORK_PLAN, Kind.NOTICE})
# Sections that frame a plan; where such a section promises nothing it is no commitment.
_FRAME = ("总体要求", "指导思想", "基本原则", "工作要求", "保障措施", "组织保障", "组织领导", "组织实施", "有关要求")
# A section whose points are the commitments themselves.
_HOLDER = ("重点任务", "主要任务", "工作任务", "任务分工", "实事内容", "实事项目", "工作内容", "具体内容", "目标任务")
ROLE_NAMES = {
    Role.RESULT: "已有成果",
    Role.BASELINE: "现有基础",
    Role.BUDGET: "资金",
    Role.STANDARD: "标准",
    Role.QUALIFIER: "限定条件",
    Role.SCOPE: "范围",
    Role.BENEFICIARY: "受益面",
}


@dataclass(frozen=True, slots=True)
class Draft:
    """A proposal before it is stored. ``total`` is the span of the target that an allocation is a share of."""

    kind: ProposalKind
    clause: str
    span: Span
    read: dict[str, Any]
    decision: Decision = Decision.PENDING
    reason: str = ""
    total: Span | None = None


def propose(document: Document, *, known_place: Callable[[str], bool]) -> list[Draft]:
    """The proposals of one document in the order of its text; none for a kind that promises nothing."""
    if document.kind not in ADOPTABLE:
        return []
    clauses = commitment_clauses(document)
    drafts = [
        *_commitments(document, clauses),
        *_measures(document, clauses),
        *_targets(document, known_place=known_place),
        *(_draft(ProposalKind.MILESTONE, item) for item in document.milestones if item.end is not None),
        *(_draft(ProposalKind.ASSIGNMENT, item) for item in document.assignments),
    ]
    within = [draft for draft in drafts if commitment_of(draft.clause, clauses) is not None]
    return sorted(within, key=lambda draft: (draft.span.begin, -draft.span.end))


def commitment_clauses(document: Document) -> tuple[Clause, ...]:
    """The clauses that are commitments: the plan's top level, or one level down where a section only holds them."""
    top = [clause for clause in document.clauses if "." not in clause.path]
    found: list[Clause] = []
    for clause in top:
        points = [item for item in document.clauses if _parent(item.path) == clause.path]
        holds = clause.title.strip().endswith(_HOLDER) and points
        found += points if holds else [clause]
    return tuple(found)


def commitment_of(path: str, clauses: Iterable[Clause]) -> Clause | None:
    """The commitment that a clause path lies in."""
    return next((clause for clause in clauses if f"{path}.".startswith(f"{clause.path}.")), None)


def measure_path(path: str, commitment: str) -> str | None:
    """The path of the measure that ``path`` lies in: one level below its commitment, or None at the commitment."""
    rest = path[len(commitment) + 1 :]
    return f"{commitment}.{rest.split('.')[0]}" if rest else None


def _parent(path: str) -> str:
    return path.rpartition(".")[0]


def _commitments(document: Document, clauses: Iterable[Clause]) -> Iterator[Draft]:
    for clause in clauses:
        draft = _clause(ProposalKind.COMMITMENT, clause)
        if clause.title.strip().endswith(_FRAME) and not _promises(document, clause):
            draft = replace(draft, decision=Decision.LEFT_OUT, reason="框架性段落，没有指标和责任单位")
        yield draft


def _promises(document: Document, clause: Clause) -> bool:
    spans = [quantity.span for quantity in document.quantities if quantity.role == Role.TARGET]
    spans += [assignment.span for assignment in document.assignments]
    return any(clause.span.holds(span) for span in spans)


def _measures(document: Document, clauses: tuple[Clause, ...]) -> Iterator[Draft]:
    paths = {clause.path for clause in clauses}
    for clause in document.clauses:
        if _parent(clause.path) in paths:
            yield _clause(ProposalKind.MEASURE, clause)


def _clause(kind: ProposalKind, clause: Clause) -> Draft:
    return Draft(kind, clause.path, clause.span, {"title": clause.title, "label": clause.label})


def _draft(kind: ProposalKind, item: Any) -> Draft:
    read = as_json(item)
    return Draft(kind, item.clause, item.span, {key: read[key] for key in read if key not in {"clause", "span"}})


def _targets(document: Document, *, known_place: Callable[[str], bool]) -> Iterator[Draft]:
    shares = _shares(document, known_place)
    repeated = _repeated(document, shares)
    for quantity in document.quantities:
        draft = _draft(ProposalKind.TARGET, quantity)
        if quantity.span in shares:
            yield replace(draft, kind=ProposalKind.ALLOCATION, total=shares[quantity.span])
        elif quantity.role != Role.TARGET:
            yield replace(draft, decision=Decision.LEFT_OUT, reason=f"不是指标：{ROLE_NAMES[quantity.role]}")
        elif quantity.span in repeated:
            reason = f"与 {repeated[quantity.span]} 处的指标相同，采纳一处"
            yield replace(draft, decision=Decision.LEFT_OUT, reason=reason)
        else:
            yield draft


def _shares(document: Document, known_place: Callable[[str], bool]) -> dict[Span, Span]:
    """Part span → total span, for sums that share a target out to places, each named once and known."""
    by_span = {quantity.span: quantity for quantity in document.quantities if quantity.role == Role.TARGET}
    shares: dict[Span, Span] = {}
    for one in document.sums:
        parts = [by_span[span] for span in one.parts if span in by_span]
        places = [part.place for part in parts if part.place]
        whole = one.operation == "sum" and one.total in by_span and len(parts) == len(one.parts)
        if whole and len(set(places)) == len(parts) and all(map(known_place, places)):
            shares |= {part.span: one.total for part in parts if part.span not in shares}
    # A share of a share would be counted twice; the larger total keeps its parts.
    return {part: total for part, total in shares.items() if total not in shares}


def _repeated(document: Document, shares: dict[Span, Span]) -> dict[Span, str]:
    """Span of a repetition → path of the same target elsewhere in the commitment, which is kept.

    Kept is the one that others are shares of, else the deepest: a measure has the owner and the deadline.
    """
    totals = set(shares.values())
    clauses = commitment_clauses(document)
    groups: dict[tuple[object, ...], list[Quantity]] = {}
    for quantity in document.quantities:
        commitment = commitment_of(quantity.clause, clauses)
        if quantity.role == Role.TARGET and quantity.span not in shares and commitment is not None:
            key = (commitment.path, quantity.value, quantity.unit, quantity.object, quantity.period, quantity.per)
            groups.setdefault(key, []).append(quantity)
    repeated: dict[Span, str] = {}
    for group in groups.values():
        kept = max(group, key=lambda item: (item.span in totals, item.clause.count("."), -item.span.begin))
        repeated |= {item.span: kept.clause for item in group if item is not kept}
    return repeated
