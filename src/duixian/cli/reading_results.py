"""What was read, as HTML: documents, clauses and the items under each, every row linked to its mark in the source."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from duixian.cli.page import escaped
from duixian.cli.words import (
    EVERY_WORDS,
    OPERATION_WORDS,
    ROLE_WORDS,
    SEVERITY_WORDS,
    clause_heading,
    document_facts,
    document_title,
    shortened,
    written_amount,
    written_day,
    written_deadline,
)
from duixian.compiler import Reading
from duixian.compiler.marking import MarkKind, mark_id
from duixian.compiler.reading import Assignment, Document, Milestone, Official, Quantity, Recurrence, Roster, Sum
from duixian.units import plain

_COLUMNS = ("数量", "对象", "作用", "地点", "原文")


def results(reading: Reading, prefix: str) -> str:
    """The findings first, for they want a person; then each document, clause by clause."""
    documents = "".join(
        _Results(reading, prefix, number).document(document) for number, document in enumerate(reading.documents, 1)
    )
    return _findings(reading, prefix) + (documents or "<p>没有认出公文。</p>")


def _findings(reading: Reading, prefix: str) -> str:
    rows = []
    for number, finding in enumerate(reading.findings, 1):
        link = "" if finding.span is None else _link(f"finding-{number}", finding.span.of(reading.text), prefix)
        word = f'<span class="alarm">{SEVERITY_WORDS[finding.severity]}</span>'
        rows.append(f'<li id="{prefix}-r-finding-{number}">{word} {escaped(finding.message)} {link}</li>')
    return f'<h3>疑点</h3><ul class="findings">{"".join(rows)}</ul>' if rows else ""


def _link(id_: str, quote: str, prefix: str) -> str:
    return f'<a href="#{prefix}-m-{id_}" title="看原文">{escaped(shortened(quote, characters=24))}</a>'


class _Results:
    """The results of one document; items are grouped by clause once."""

    def __init__(self, reading: Reading, prefix: str, number: int) -> None:
        self._text = reading.text
        self._prefix = prefix
        self._number = number

    def document(self, document: Document) -> str:
        """Heading, then each clause with what stands directly in it, then rosters and releases."""
        items = _by_clause(document)
        facts = " · ".join(document_facts(document))
        title = f"<h3>{escaped(document_title(document))}</h3>"
        if document.attached_title and document.title:
            title += f"<p>{escaped(document.title)}</p>"
        title += f'<p class="quiet">{escaped(facts)}</p>'
        loose = self._items(items.pop("", {}))
        clauses = (
            self._clause(
                clause_heading(clause), at, items.pop(clause.path, {}), depth=clause.path.removeprefix("0.").count(".")
            )
            for at, clause in enumerate(document.clauses, 1)
        )
        # The clauses are built before what is left over is known: items of a path that has no clause.
        body = "".join(clauses) + "".join(self._items(rest) for rest in items.values())
        return title + loose + body + self._rosters(document.bodies) + self._releases(document)

    def _clause(self, heading: str, at: int, items: "_Items", *, depth: int) -> str:
        id_ = mark_id(self._number, MarkKind.CLAUSE, at)
        tag = "h4" if depth == 0 else "h5"
        link = f'<a href="#{self._prefix}-m-{id_}">{escaped(heading)}</a>'
        return f'<{tag} id="{self._prefix}-r-{id_}">{link}</{tag}>{self._items(items)}'

    def _items(self, items: "_Items") -> str:
        rows = "".join(
            self._quantity(at, item) for at, item in items.get(MarkKind.QUANTITY, ()) if isinstance(item, Quantity)
        )
        head = "".join(f'<th scope="col">{column}</th>' for column in _COLUMNS)
        table = f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>" if rows else ""
        others = [
            self._row(kind, at, self._words(item), item)
            for kind in (MarkKind.ASSIGNMENT, MarkKind.MILESTONE, MarkKind.RECURRENCE, MarkKind.SUM)
            for at, item in items.get(kind, ())
        ]
        return table + (f"<ul>{''.join(others)}</ul>" if others else "")

    def _quantity(self, at: int, quantity: Quantity) -> str:
        id_ = mark_id(self._number, MarkKind.QUANTITY, at)
        cells = (
            escaped(written_amount(quantity)),
            escaped(quantity.object or ""),
            ROLE_WORDS[quantity.role],
            escaped(quantity.place or ""),
            _link(id_, quantity.quote, self._prefix),
        )
        row = "".join(
            f'<td data-head="{column}"{_AMOUNT if column == _COLUMNS[0] else ""}>{cell}</td>'
            for column, cell in zip(_COLUMNS, cells, strict=True)
        )
        return f'<tr id="{self._prefix}-r-{id_}">{row}</tr>'

    def _row(self, kind: MarkKind, at: int, words: str, item: "_Item") -> str:
        id_ = mark_id(self._number, kind, at)
        span = item.total if isinstance(item, Sum) else item.span
        link = _link(id_, span.of(self._text), self._prefix)
        return f'<li id="{self._prefix}-r-{id_}">{escaped(words)} {link}</li>'

    def _words(self, item: "_Item") -> str:
        match item:
            case Assignment():
                return _assignment_words(item)
            case Milestone():
                days = "至".join(filter(None, (written_day(item.start), written_day(item.end))))
                return f"节点 {days}："
            case Recurrence():
                return f"{EVERY_WORDS.get(item.every, item.every)}："
            case Sum():
                return self._sum_words(item)
            case _:
                return ""

    def _sum_words(self, item: Sum) -> str:
        parts = "、".join(shortened(part.of(self._text)) for part in item.parts)
        difference = f"写明的数{'多' if item.off_by > 0 else '少'} {plain(abs(item.off_by))}"
        verdict = "相符" if item.holds else f"不符，{difference}"
        return f"{parts} {OPERATION_WORDS.get(item.operation, item.operation)}，{verdict}："

    def _rosters(self, rosters: Sequence[Roster]) -> str:
        at, parts = 0, []
        for roster in rosters:
            rows = []
            for member in roster.members:
                at += 1
                words = f"{member.role} {member.name} {member.post}"
                id_ = mark_id(self._number, MarkKind.MEMBER, at)
                link = _link(id_, member.span.of(self._text), self._prefix)
                rows.append(f'<li id="{self._prefix}-r-{id_}">{escaped(words)} {link}</li>')
            parts.append(f"<h4>{escaped(roster.name)}</h4><ul>{''.join(rows)}</ul>")
        return "".join(parts)

    def _releases(self, document: Document) -> str:
        rows = []
        for at, release in enumerate(document.releases, 1):
            id_ = mark_id(self._number, MarkKind.RELEASE, at)
            words = f"{release.ordinal}. {release.month}月 {release.topic}（{release.publisher}）"
            link = _link(id_, release.span.of(self._text), self._prefix)
            rows.append(f'<li id="{self._prefix}-r-{id_}">{escaped(words)} {link}</li>')
        return f"<h4>发布计划</h4><ul>{''.join(rows)}</ul>" if rows else ""


_AMOUNT = ' class="amount"'
_Item = Quantity | Assignment | Milestone | Recurrence | Sum
_Items = dict[MarkKind, list[tuple[int, _Item]]]


def _by_clause(document: Document) -> dict[str, _Items]:
    """The items of each clause path with their numbers in the document, counted from 1."""
    found: defaultdict[str, _Items] = defaultdict(lambda: defaultdict(list))
    kinds: tuple[tuple[MarkKind, Sequence[_Item]], ...] = (
        (MarkKind.QUANTITY, document.quantities),
        (MarkKind.ASSIGNMENT, document.assignments),
        (MarkKind.MILESTONE, document.milestones),
        (MarkKind.RECURRENCE, document.recurrences),
        (MarkKind.SUM, document.sums),
    )
    for kind, items in kinds:
        for at, item in enumerate(items, 1):
            found[item.clause][kind].append((at, item))
    return found


def _assignment_words(assignment: Assignment) -> str:
    return "；".join(_assignment_parts(assignment)) + "："


def _assignment_parts(assignment: Assignment) -> Iterator[str]:
    if assignment.lead:
        yield f"牵头 {'、'.join(assignment.lead)}"
    if assignment.support:
        yield f"配合 {'、'.join(assignment.support)}"
    for word, officials in (("牵头领导", assignment.lead_officials), ("责任人", assignment.responsible_officials)):
        if officials:
            yield f"{word} {'、'.join(map(_official_words, officials))}"
    if deadline := written_deadline(assignment):
        yield f"期限 {deadline}"


def _official_words(official: Official) -> str:
    return f"{official.org or ''}{official.post}{official.name}"
