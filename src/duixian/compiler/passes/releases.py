"""Reads the dated lines of a plan for press conferences; reads the clauses, writes the releases."""

import re
from collections.abc import Iterator
from dataclasses import replace

from duixian.compiler.bodies import is_body, read_bodies
from duixian.compiler.ordinals import NUMERAL, read_ordinal
from duixian.compiler.page import Page
from duixian.compiler.points import TIME_CELL
from duixian.compiler.reading import Clause, Document, Kind, Release
from duixian.compiler.tables import row_cells
from duixian.units import Span

_RELEASE = re.compile(
    rf"(?:20\d\d年)?(?P<month>\d{{1,2}}|{NUMERAL})月(?:份|上旬|中旬|下旬|底|初)?[，,：:、\s]{{0,4}}(?:拟|计划)?(?:召开|举行|举办|发布)?"
    r"(?P<topic>[^\n（()）]{2,120}?(?:[（(][^（()）\n]{1,40}[)）][^\n（()）]{0,60}?)?)[，,；;\s]{0,4}"
    r"[（(]?\s{0,4}(?:发布|主办|责任|牵头|承办|主发布|组织)(?:单位|部门)\s{0,4}[:：]\s{0,4}(?P<publisher>[^（()）\n；;。]{2,60})"
)
_MONTHS, _MOST_CELLS = 12, 8


def read_releases(page: Page, document: Document) -> Document:
    """``document`` with one release a line of its calendar, numbered from 1 in the order written."""
    if document.kind is not Kind.PRESS_PLAN:
        return document
    return replace(document, releases=tuple(_releases(page, document)))


def _releases(page: Page, document: Document) -> Iterator[Release]:
    found = (_written(page, clause) or _tabled(page, clause) for clause in document.clauses)
    for ordinal, (month, topic, publisher, span) in enumerate(filter(None, found), 1):
        yield Release(ordinal, month, topic, publisher, span)


_Found = tuple[int, str, str, Span]


def _written(page: Page, clause: Clause) -> _Found | None:
    """A line that says it in words: 3月，春季农业生产情况（发布单位：…）."""
    match = _RELEASE.match(page.plain, clause.heading.begin + _label_length(page, clause), clause.span.end)
    month = read_ordinal(match["month"]) if match else 0
    if not match or not 1 <= month <= _MONTHS:
        return None
    publisher = "".join(match["publisher"].split())
    return month, match["topic"].strip(" ，,"), publisher, Span(match.start(), match.end())


def _tabled(page: Page, clause: Clause) -> _Found | None:
    """A table's row: one cell is a month, the last with bodies says who publishes, the first other is the topic."""
    lines = page.lines_in(clause.span)
    cells = [cell for line in lines[:_MOST_CELLS] for cell in row_cells(line) or [line]]
    month = next((match for cell in cells if (match := TIME_CELL.fullmatch(cell.text)) and match["month"]), None)
    words = [cell for cell in cells if not TIME_CELL.fullmatch(cell.text) and not cell.text.isdecimal()]
    publisher = next((cell for cell in words[:0:-1] if _names_bodies(cell.text)), None)
    if not month or not publisher or not 1 <= read_ordinal(month["month"]) <= _MONTHS:
        return None
    span = Span(clause.span.begin, max(publisher.span.end, words[0].span.end))
    return read_ordinal(month["month"]), words[0].text, "".join(publisher.text.split()), span


def _names_bodies(text: str) -> bool:
    names = read_bodies(text).names
    return bool(names) and all(map(is_body, names))


def _label_length(page: Page, clause: Clause) -> int:
    """How far the clause's words stand behind its beginning."""
    at = page.plain.find(clause.title, clause.heading.begin, clause.span.end)
    return max(0, at - clause.heading.begin)
