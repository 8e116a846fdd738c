"""Reads the dated lines of a plan for press conferences; reads the clauses, writes the releases."""

import re
from collections.abc import Iterator
from dataclasses import replace

from duixian.compiler.ordinals import NUMERAL, read_ordinal
from duixian.compiler.page import Page
from duixian.compiler.reading import Clause, Document, Kind, Release
from duixian.units import Span

_RELEASE = re.compile(
    rf"(?:20\d\d年)?(?P<month>\d{{1,2}}|{NUMERAL})月(?:份|上旬|中旬|下旬|底|初)?[，,：:、\s]{{0,4}}(?:拟|计划)?(?:召开|举行|举办|发布)?"
    r"(?P<topic>[^\n（()）]{2,120}?(?:[（(][^（()）\n]{1,40}[)）][^\n（()）]{0,60}?)?)[，,；;\s]{0,4}"
    r"[（(]?\s{0,4}(?:发布|主办|责任|牵头|承办|主发布|组织)(?:单位|部门)\s{0,4}[:：]\s{0,4}(?P<publisher>[^（()）\n；;。]{2,60})"
)
_MONTHS = 12


def read_releases(page: Page, document: Document) -> Document:
    """``document`` with one release a line of its calendar, numbered from 1 in the order written."""
    if document.kind is not Kind.PRESS_PLAN:
        return document
    return replace(document, releases=tuple(_releases(page, document)))


def _releases(page: Page, document: Document) -> Iterator[Release]:
    ordinal = 0
    for clause in document.clauses:
        match = _match(page, clause)
        month = read_ordinal(match["month"]) if match else 0
        if match and 1 <= month <= _MONTHS:
            ordinal += 1
            span = Span(match.start(), match.end())
            yield Release(ordinal, month, match["topic"].strip(" ，,"), "".join(match["publisher"].split()), span)


def _match(page: Page, clause: Clause) -> re.Match[str] | None:
    return _RELEASE.match(page.plain, clause.heading.begin + _label_length(page, clause), clause.span.end)


def _label_length(page: Page, clause: Clause) -> int:
    """How far the clause's words stand behind its beginning."""
    at = page.plain.find(clause.title, clause.heading.begin, clause.span.end)
    return max(0, at - clause.heading.begin)
