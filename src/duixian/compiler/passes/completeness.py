"""Notices which commitments name nobody or no day; reads clauses, assignments and milestones, writes findings."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from duixian.compiler.page import Page
from duixian.compiler.reading import Clause, Document, Kind
from duixian.units import Finding, Severity

_COMMITTING = (Kind.ANNOUNCEMENT, Kind.WORK_PLAN)
# Headings of a plan's frame: they promise nothing that somebody has to deliver.
_FRAME = re.compile(
    "(?:保障|组织|推进)措施|工作要求|有关要求|相关要求|组织领导|组织保障|组织实施|总体要求|总体思路|指导思想|基本原则|工作原则"
    "|(?:主要|总体|工作)目标|实施步骤|工作步骤|监督|考核|附则|^附|督促|督查|宣传|责任分工|分解表"
)
_LONGEST_QUOTE = 24


def read_completeness(page: Page, document: Document) -> Document:
    """``document`` with findings on commitments without owner or time limit, and on one that has none to adopt."""
    if document.kind in _COMMITTING:
        commitments = _commitments(document)
        found = (*_unowned(document, commitments), *_undated(document, commitments))
    else:
        commitments, found = (), ()
    if not commitments and not document.clauses and document.kind in (*_COMMITTING, Kind.NOTICE):
        found = (_nothing_to_adopt(page, document),)
    return replace(document, findings=(*document.findings, *found))


def no_document(documents: Sequence[Document]) -> tuple[Finding, ...]:
    """What to say of a text in which no document was read; nothing where there is one."""
    if documents:
        return ()
    message = (
        "这段文字里没有读到公文：没有标题、编号条目或成段的正文。"
        "后面的步骤都要以公文为单位。请确认文件没有损坏、不是扫描图片，也不是网页的导航页。"
    )
    return (Finding("document-not-found", Severity.WARNING, message),)


def _commitments(document: Document) -> tuple[Clause, ...]:
    return tuple(one for one in document.clauses if "." not in one.path and not _FRAME.search(one.title))


def _unowned(document: Document, commitments: Sequence[Clause]) -> Iterator[Finding]:
    owned = {one.clause for one in document.assignments if one.lead}
    if commitments and not owned:
        yield _nobody_named(document, commitments)
        return
    for commitment in commitments:
        if not _covers(commitment, owned):
            yield _without_owner(commitment)


def _undated(document: Document, commitments: Sequence[Clause]) -> Iterator[Finding]:
    """A plan that sets time limits and leaves some out has forgotten them; one that sets none goes by its year."""
    dated = {one.clause for one in document.assignments if one.deadline} | {one.clause for one in document.milestones}
    if commitments and not dated:
        yield _no_day_named(document, commitments)
        return
    for commitment in commitments:
        if not _covers(commitment, dated):
            yield _without_deadline(document, commitment)


def _covers(commitment: Clause, paths: set[str]) -> bool:
    """Whether one of ``paths`` is the commitment's own or lies below it."""
    return any(path.partition(".")[0] == commitment.path for path in paths)


def _quote(clause: Clause) -> str:
    words = clause.title if len(clause.title) <= _LONGEST_QUOTE else clause.title[: _LONGEST_QUOTE - 1] + "…"
    return f"“{clause.label}{words}”"


def _without_owner(clause: Clause) -> Finding:
    message = (
        f"{_quote(clause)}（第{clause.path}项）没有写明牵头单位或责任单位。没有责任单位，任务无法分派、进度无人填报。"
        "请核对原文，或在采纳时补上牵头单位。"
    )
    return Finding("commitment-without-owner", Severity.WARNING, message, clause.heading)


def _nobody_named(document: Document, commitments: Sequence[Clause]) -> Finding:
    message = (
        f"全文{len(commitments)}项承诺（从{_quote(commitments[0])}起）都没有写明责任单位。向社会发布的公告通常如此，责任单位写在配套的工作方案里。"
        "请一并读入工作方案，或在采纳时逐项补上牵头单位。"
    )
    return Finding("document-without-owners", Severity.NOTE, message, document.span)


def _without_deadline(document: Document, clause: Clause) -> Finding:
    message = (
        f"{_quote(clause)}（第{clause.path}项）没有写明完成时限，而本文其他项写了。没有时限就无法判断是否逾期。"
        f"请核对原文；采纳时不填，按{_end_of_year(document)}计。"
    )
    return Finding("commitment-without-deadline", Severity.NOTE, message, clause.heading)


def _no_day_named(document: Document, commitments: Sequence[Clause]) -> Finding:
    message = (
        f"全文{len(commitments)}项承诺（从{_quote(commitments[0])}起）都没有写明完成时限。没有时限就无法判断是否逾期。"
        f"请核对原文；采纳时不填，按{_end_of_year(document)}计。"
    )
    return Finding("document-without-deadlines", Severity.NOTE, message, document.span)


def _end_of_year(document: Document) -> str:
    return f"{document.year}年12月31日" if document.year else "当年12月31日"


def _nothing_to_adopt(page: Page, document: Document) -> Finding:
    opening = " ".join(document.span.of(page.text)[:_LONGEST_QUOTE].split())
    message = (
        f"“{opening}”这份文件里没有读到可以采纳的事项：没有带编号的标题或条目。"
        "登记承诺要以条目为单位。请确认上传的是承诺或方案的全文；如果正文在附件里，请上传附件。"
    )
    return Finding("document-without-commitments", Severity.WARNING, message, document.span)
