"""Notes what a person should look at in the figures read; reads all before it, writes findings, repairs nothing."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import partial

from duixian.compiler.figures.agreement import differing_targets, overlapping_bounds
from duixian.compiler.figures.sentences import ClauseFinder
from duixian.compiler.lexicon import cautions as words
from duixian.compiler.lexicon.units import MONEY
from duixian.compiler.page import Page
from duixian.compiler.reading import Clause, Document, Kind, Quantity, Role, Sum
from duixian.units import Finding, Severity, Span, plain

_PROMISES = {Kind.ANNOUNCEMENT, Kind.WORK_PLAN, Kind.NOTICE}
_VAGUE_COUNT = re.compile(words.VAGUE_COUNT)
_VAGUE_DEGREE = re.compile(words.VAGUE_DEGREE)
_HEDGE = re.compile(words.HEDGE)
_WINDOW = 40
_FEW = 3
_WAN = 10_000


def check_figures(page: Page, document: Document) -> Document:
    """The document with findings about its figures, in the order of the text, after those it had."""
    found = [*_arithmetic(page, document), *overlapping_bounds(document)]
    if document.kind in _PROMISES:
        found += [*differing_targets(document), *_hedged(page, document), *_late_milestones(document)]
        found += [*_vague(page, document), *_without_number(document)]
    ordered = sorted(found, key=lambda finding: finding.span or Span(0, 0))
    return replace(document, findings=(*document.findings, *ordered))


def _arithmetic(page: Page, document: Document) -> Iterator[Finding]:
    units = {quantity.span: quantity.unit for quantity in document.quantities}
    for one in document.sums:
        if one.holds:
            continue
        told = partial(_arithmetic_message, page, one, unit=units.get(one.total, ""))
        if one.operation == "sum":
            yield Finding("sum-does-not-hold", Severity.ERROR, told("各部分相加", "＋"), one.total)
        elif one.operation == "product":
            yield Finding("product-does-not-hold", Severity.ERROR, told("数量乘以标准", "×"), one.total)
        else:
            yield Finding("ratio-does-not-hold", Severity.ERROR, told("两数相除", "、"), one.total)


def _arithmetic_message(page: Page, one: Sum, operation: str, sign: str, *, unit: str) -> str:
    parts = sign.join(span.of(page.text).strip() for span in one.parts)
    where = f"第{one.clause}条" if one.clause else "文中"
    more = "多" if one.off_by > 0 else "少"
    gap = f"{more}了{_amount(one.off_by, unit=unit)}"
    return (
        f"{where}写“{one.total.of(page.text)}”，但{operation}（{parts}）与它不符：写的数{gap}。"
        "对外公布和考核都以此数为准，请核对原文并确定哪个数有误；系统不作改动。"
    )


def _amount(value: Decimal, *, unit: str) -> str:
    """400万元 rather than 4000000元."""
    size = abs(value)
    if unit in MONEY and size >= _WAN and size % _WAN == 0:
        return f"{plain(size / _WAN)}万{unit}"
    return f"{plain(size)}{unit}"


def _hedged(page: Page, document: Document) -> Iterator[Finding]:
    for quantity in document.quantities:
        before = page.unwrapped[max(document.span.begin, quantity.span.begin - _WINDOW) : quantity.span.begin]
        hedge = _HEDGE.search(before)
        if quantity.role is Role.TARGET and hedge:
            word = hedge.group()[:2]
            yield Finding(
                "hedged-target",
                Severity.NOTE,
                f"{_where(quantity)}的“{quantity.quote}”前写有“{word}”，未完成时难以判定是否兑现。"
                "请确认它是必须完成的指标还是努力方向，采用时注明。",
                quantity.span,
            )


def _where(quantity: Quantity) -> str:
    return f"第{quantity.clause}条" if quantity.clause else "文中"


def _late_milestones(document: Document) -> Iterator[Finding]:
    """A stage that ends after the day by which its whole clause is due."""
    due = {assignment.clause: assignment.deadline for assignment in document.assignments if assignment.deadline}
    for milestone in document.milestones:
        deadline = due.get(milestone.clause)
        if deadline is None or milestone.end is None or milestone.end <= deadline:
            continue
        yield Finding(
            "deadline-before-milestone",
            Severity.WARNING,
            f"第{milestone.clause}条的完成时限是{deadline.isoformat()}，但其中节点“{milestone.text[:30]}”到{milestone.end.isoformat()}才结束，"
            "时限早于节点，亮灯会提前判为逾期。请核对两个日期。",
            milestone.span,
        )


def _vague(page: Page, document: Document) -> Iterator[Finding]:
    """一批, 若干 wherever they are promised; 进一步提升 once in a point that holds nothing else to check."""
    find = ClauseFinder(document.clauses)
    checkable = _checkable_clauses(document)
    said = {clause.path for clause in _numberless_clauses(document)}
    for match in _VAGUE_COUNT.finditer(page.unwrapped, document.span.begin, document.span.end):
        said.add(find.path_at(match.start()))
        yield _not_checkable(match, find.path_at(match.start()))
    for match in _VAGUE_DEGREE.finditer(page.unwrapped, document.span.begin, document.span.end):
        path = find.path_at(match.start())
        if path and path not in checkable and path.split(".")[0] not in {"0", *said} and not _is_frame(document, path):
            said.add(path.split(".")[0])
            yield _not_checkable(match, path)


def _not_checkable(match: re.Match[str], path: str) -> Finding:
    where = f"第{path}条" if path else "文中"
    return Finding(
        "measure-cannot-be-checked",
        Severity.NOTE,
        (
            f"{where}写“{match.group()[:36]}”，没有数量和时间，年"
            f"底无法核验是否做到。请牵头单位补充可核验的数量，或在采用时列为不计量的措施。"
        ),
        Span(match.start(), match.end()),
    )


def _checkable_clauses(document: Document) -> set[str]:
    """The paths that hold a target, a stage or a repeating duty, with the paths above them."""
    held = [q.clause for q in document.quantities if q.role is Role.TARGET]
    held += [milestone.clause for milestone in document.milestones]
    held += [recurrence.clause for recurrence in document.recurrences]
    return {".".join(path.split(".")[:depth]) for path in held for depth in range(1, path.count(".") + 2)}


def _is_frame(document: Document, path: str) -> bool:
    """Whether the clause, or the section it lies in, only frames the plan."""
    titles = [c.title for c in document.clauses if path == c.path or path.startswith(f"{c.path}.")]
    return any(word in title[:12] for title in titles for word in words.FRAME)


def _without_number(document: Document) -> Iterator[Finding]:
    return (_numberless(clause) for clause in _numberless_clauses(document))


def _numberless_clauses(document: Document) -> list[Clause]:
    """The commitments without any figure, among others that have some."""
    top = [clause for clause in document.clauses if "." not in clause.path]
    checkable = _checkable_clauses(document)
    if sum(clause.path in checkable for clause in top) < _FEW:
        return []
    bare = [clause for clause in top if clause.path not in checkable]
    return [clause for clause in bare if not any(word in clause.title[:12] for word in words.FRAME)]


def _numberless(clause: Clause) -> Finding:
    return Finding(
        "commitment-without-number",
        Severity.NOTE,
        (
            f"第{clause.path}件“{clause.title[:30]}”没有一个"
            f"可核验的数量、节点或周期，进度只能靠文字说明。请牵头单位提出可计量的指标，或说明以什么认定完成。"
        ),
        clause.heading,
    )
