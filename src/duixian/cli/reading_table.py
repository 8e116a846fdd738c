"""Readings for a terminal: one line a target, with who answers for it and by when."""

import io
import sys
from collections.abc import Iterator, Sequence

from rich.cells import cell_len
from rich.console import Console, Group, RenderableType
from rich.text import Text

from duixian.cli.columns import fitted, line_of, widths_for
from duixian.cli.words import (
    ROLE_WORDS,
    SEVERITY_WORDS,
    SHOWN_ROLES,
    clause_heading,
    document_facts,
    document_title,
    owner_of,
    owners_by_clause,
    printable,
    shortened,
    totals,
    written_amount,
    written_deadline,
)
from duixian.compiler import Reading
from duixian.compiler.reading import Assignment, Document, Quantity, Role
from duixian.units import Finding, Severity

_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.NOTE: "dim"}
# In a pipe nothing is cut off: a program or a search wants whole names.
_PIPED_WIDTH = 1000
_QUOTE_CHARACTERS = 24
_HEADINGS = ("条", "对象", "数量", "地点", "牵头", "期限")
# Columns that may be cut, with how much they matter: what is promised more than where and by whom.
_WEIGHTS = {1: 2.5, 3: 1.0, 4: 1.25}


def print_readings(readings: Sequence[Reading], *, with_source: bool) -> None:
    """Prints to standard output: in a terminal fitted to its width and with colours, else plain and in full length."""
    console = Console(highlight=False, markup=False, emoji=False)
    if not console.is_terminal:
        sys.stdout.write(readings_as_text(readings, with_source=with_source))
        return
    console.print(_all(readings, with_source=with_source, width=console.width))


def readings_as_text(readings: Sequence[Reading], *, with_source: bool, width: int = _PIPED_WIDTH) -> str:
    """What the terminal would show, without colours; names are cut to fit only where ``width`` is small."""
    out = io.StringIO()
    Console(file=out, width=width, highlight=False, markup=False, emoji=False, color_system=None).print(
        _all(readings, with_source=with_source, width=width)
    )
    return "".join(line.rstrip() + "\n" for line in out.getvalue().splitlines())


def _all(readings: Sequence[Reading], *, with_source: bool, width: int) -> RenderableType:
    parts: list[RenderableType] = []
    for number, reading in enumerate(readings):
        if number:
            parts.append(Text())
        if with_source:
            parts.append(_text(f"== {reading.source}", "bold cyan"))
        parts += _reading(reading, width=width)
    return Group(*parts)


def _reading(reading: Reading, *, width: int) -> Iterator[RenderableType]:
    if not reading.documents:
        yield _text("没有认出公文。")
    for number, document in enumerate(reading.documents):
        if number:
            yield Text()
        yield from _document(document, width=width)
        yield from _findings(reading, [finding for finding in reading.findings if _concerns(finding, document)])
    outside = [one for one in reading.findings if not any(_concerns(one, document) for document in reading.documents)]
    yield from _findings(reading, outside)
    yield Text()
    yield _text(totals(reading), "bold")


def _document(document: Document, *, width: int) -> Iterator[RenderableType]:
    yield _text(document_title(document), "bold")
    if document.attached_title and document.title:
        yield _text(document.title, "dim")
    yield _text(" · ".join(document_facts(document)), "dim")
    targets = [quantity for quantity in document.quantities if quantity.role in SHOWN_ROLES]
    if targets:
        yield from _targets(document, targets, width=width)
    else:
        yield _text("  没有读到指标。")


def _targets(document: Document, targets: Sequence[Quantity], *, width: int) -> Iterator[Text]:
    """A line a target, under the headings of the clauses that they stand in; columns that say nothing are left out."""
    owners = owners_by_clause(document.assignments)
    rows = [_row(target, owner_of(target.clause, owners)) for target in targets]
    kept = [at for at in range(len(_HEADINGS)) if any(row[at] for row in rows)]
    shown = [[row[at] for at in kept] for row in (_HEADINGS, *rows)]
    widths = widths_for(shown, weights=[_WEIGHTS.get(at) for at in kept], width=width)
    yield Text(line_of([_HEADINGS[at] for at in kept], widths), style="underline")
    titles = {clause.path: clause_heading(clause) for clause in document.clauses}
    section = ""
    for target, row in zip(targets, rows, strict=True):
        top = target.clause.partition(".")[0] if not target.clause.startswith("0.") else target.clause
        if top != section and top in titles:
            yield _text(fitted(titles[top], min(cell_len(titles[top]), width)), "cyan")
        section = top
        yield Text(line_of([row[at] for at in kept], widths))


def _row(target: Quantity, owner: Assignment | None) -> tuple[str, ...]:
    done = f"（{ROLE_WORDS[Role.RESULT]}）" if target.role is Role.RESULT else ""
    cells = (
        target.clause,
        target.object or "",
        written_amount(target) + done,
        target.place or "",
        "、".join(owner.lead) if owner else "",
        written_deadline(owner),
    )
    return tuple(printable(" ".join(cell.split())) for cell in cells)


def _findings(reading: Reading, findings: Sequence[Finding]) -> Iterator[RenderableType]:
    for finding in findings:
        where = ""
        if finding.span is not None:
            line = reading.text.count("\n", 0, finding.span.begin) + 1
            where = f"（第 {line} 行“{shortened(finding.span.of(reading.text), characters=_QUOTE_CHARACTERS)}”）"
        message = f"  ! {SEVERITY_WORDS[finding.severity]} {finding.message}{where}"
        yield _text(message, _STYLES[finding.severity])


def _concerns(finding: Finding, document: Document) -> bool:
    return finding.span is not None and document.span.touches(finding.span)


def _text(content: str, style: str = "") -> Text:
    return Text(printable(content), style=style, overflow="fold")
