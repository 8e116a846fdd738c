"""What inspections ask of a body, of the supervision office, and of the leader who approves and decides."""

import datetime as dt
from collections.abc import Iterator

from duixian.ledgers.models import Inspection, InspectionStep
from duixian.registers.lookup import is_body
from duixian.registers.models import Body, Role
from duixian.reports.duty import NO_DAY, Duty, told
from duixian.reports.inspections import BodyLine, Row, rows
from duixian.units import Sentence, gettext_noop

_PAGE = "office:inspection"


def inspection_duties(*, role: str, body: Body | None, as_of: dt.date) -> Iterator[Duty]:
    """The steps that wait for this role; for a reporter those of ``body`` alone."""
    for row in rows(as_of=as_of):
        if row.at.refusal or row.at.closing:
            continue
        if not row.at.approval:
            if role == Role.LEADER:
                yield _duty(row.inspection, gettext_noop("批准或不批准督查方案 {number} {title}"))
            continue
        for line in row.lines:
            yield from _of_line(row, line, role=role, body=body)


def _of_line(row: Row, line: BodyLine, *, role: str, body: Body | None) -> Iterator[Duty]:
    at, inspection = line.at, row.inspection
    if role == Role.REPORTER and is_body(body, line.planned.body):
        if at.conclusion and not at.receipt:
            yield _duty(inspection, gettext_noop("签收督查结论 {number} {title}"))
        elif line.may_object:
            yield _duty(inspection, gettext_noop("对督查结论如有异议请提出 {number} {title}"), by=at.receipt)
    if at.waits_for_decision and role in (Role.SUPERVISION, Role.LEADER):
        yield _duty(inspection, gettext_noop("复核对督查结论的异议 {number} {title}"), by=at.objection)
    if role == Role.SUPERVISION and not at.conclusion:
        words = gettext_noop("到场并反馈结论 {number} {title}")
        basis = Sentence(gettext_noop("方案批准的到场时间"))
        yield Duty(line.planned.ends, basis, _sentence(inspection, words), _PAGE, inspection.pk)


def _duty(inspection: Inspection, words: str, *, by: InspectionStep | None = None) -> Duty:
    basis = told(str(by.clock.get("told", ""))) if by is not None and by.due else NO_DAY
    return Duty(by.due if by else None, basis, _sentence(inspection, words), _PAGE, inspection.pk)


def _sentence(inspection: Inspection, words: str) -> Sentence:
    return Sentence(words, {"number": inspection.number, "title": inspection.title})
