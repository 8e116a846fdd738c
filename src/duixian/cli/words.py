"""What the kinds, roles and figures of a reading are called in Chinese, for the terminal and the page alike."""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from decimal import Decimal

from duixian.compiler import Reading
from duixian.compiler.marking import MarkKind
from duixian.compiler.reading import Assignment, Clause, Comparator, Document, Kind, Quantity, Role
from duixian.units import Severity, plain

KIND_WORDS: dict[Kind, str] = {
    Kind.ANNOUNCEMENT: "公告",
    Kind.WORK_PLAN: "工作方案",
    Kind.MEASURES: "办法",
    Kind.NOTICE: "通知",
    Kind.ROSTER: "名单",
    Kind.PRESS_PLAN: "发布计划",
    Kind.REPORT: "报告",
    Kind.NEWS: "新闻",
}
ROLE_WORDS: dict[Role, str] = {
    Role.TARGET: "目标",
    Role.RESULT: "已完成",
    Role.BASELINE: "基数",
    Role.BUDGET: "资金",
    Role.STANDARD: "标准",
    Role.QUALIFIER: "限定",
    Role.SCOPE: "范围",
    Role.BENEFICIARY: "惠及",
}
MARK_WORDS: dict[MarkKind, str] = {
    MarkKind.CLAUSE: "条款",
    MarkKind.QUANTITY: "数量",
    MarkKind.ASSIGNMENT: "责任",
    MarkKind.MILESTONE: "节点",
    MarkKind.RECURRENCE: "定期",
    MarkKind.SUM: "合计",
    MarkKind.MEMBER: "成员",
    MarkKind.RELEASE: "发布",
    MarkKind.FINDING: "疑点",
}
SEVERITY_WORDS: dict[Severity, str] = {Severity.ERROR: "错误", Severity.WARNING: "注意", Severity.NOTE: "提示"}
EVERY_WORDS = {"week": "每周", "month": "每月", "quarter": "每季度", "year": "每年"}
OPERATION_WORDS = {"sum": "相加", "product": "相乘", "ratio": "比率"}
_COMPARATOR_WORDS: dict[Comparator, str] = {
    Comparator.EQUAL: "",
    Comparator.AT_LEAST: "≥",
    Comparator.AT_MOST: "≤",
    Comparator.ABOUT: "约",
}
# What a commitment is followed by; the other roles explain these.
SHOWN_ROLES = (Role.TARGET, Role.RESULT)
_LARGE = ((Decimal(100_000_000), "亿"), (Decimal(10_000), "万"))
_SHORT_CHARACTERS = 12
# Control characters but tab and line feed, marks that turn the direction of writing, halves of surrogate pairs.
_COMMANDS = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def written_number(value: Decimal) -> str:
    """The number with 亿 or 万 as officials write it, no digit lost.

    >>> written_number(Decimal(279500)), written_number(Decimal(9600)), written_number(Decimal("1.50"))
    ('27.95万', '9600', '1.5')
    """
    for size, word in _LARGE:
        if abs(value) >= size:
            return plain(value / size) + word
    return plain(value)


def written_amount(quantity: Quantity) -> str:
    """Period, comparison, number and unit in one: ``每年≥4场``, ``1-2个``."""
    number = written_number(quantity.value)
    if quantity.value_high is not None:
        number = f"{number}-{written_number(quantity.value_high)}"
    every = EVERY_WORDS.get(quantity.period or "", "")
    per = f"每{quantity.per}" if quantity.per else ""
    return f"{every}{per}{_COMPARATOR_WORDS[quantity.comparator]}{number}{quantity.unit}"


def written_day(day: dt.date | None) -> str:
    """``2031-12-31``, or nothing."""
    return "" if day is None else day.isoformat()


def written_deadline(assignment: Assignment | None) -> str:
    """The last day; a duty that goes on all year says so instead, for its last day is the year's."""
    if assignment is None:
        return ""
    return "全年持续" if assignment.continuous else written_day(assignment.deadline)


def document_title(document: Document) -> str:
    """The title of what was decided: that of the plan, where a notice issues one."""
    return document.attached_title or document.title or "（无标题）"


def document_facts(document: Document) -> list[str]:
    """Kind, number, issuer and date, as far as they are known."""
    facts = [KIND_WORDS[document.kind], document.number, document.issuer, written_day(document.date)]
    if document.effective:
        facts.append(f"{written_day(document.effective)}起施行")
    return [fact for fact in facts if fact]


def owners_by_clause(assignments: Sequence[Assignment]) -> dict[str, Assignment]:
    """The first assignment of each clause that has one."""
    return {assignment.clause: assignment for assignment in reversed(assignments)}


def owner_of(clause: str, owners: Mapping[str, Assignment]) -> Assignment | None:
    """Who answers for the clause: named at the clause itself, else at the nearest clause above it."""
    path = clause
    while path and path not in owners:
        path = path.rpartition(".")[0]
    return owners.get(path)


def clause_heading(clause: Clause) -> str:
    """Label and title as one reads them: ``一、稳定就业``, ``第三条 适用范围``."""
    gap = " " if clause.label[-1:].isalnum() else ""
    return f"{clause.label}{gap}{clause.title}"


def totals(reading: Reading) -> str:
    """One line that counts what was read."""
    documents = reading.documents
    quantities = [quantity for document in documents for quantity in document.quantities]
    counts = (
        (len(documents), "份公文"),
        (sum(len(document.clauses) for document in documents), "个条款"),
        (len(quantities), "个数量"),
        (sum(quantity.role in SHOWN_ROLES for quantity in quantities), "个指标"),
        (sum(len(document.assignments) for document in documents), "项分工"),
        (sum(len(document.milestones) for document in documents), "个节点"),
        (len(reading.findings), "处疑点"),
    )
    return "共 " + "，".join(f"{count} {word}" for count, word in counts)


def shortened(text: str, *, characters: int = _SHORT_CHARACTERS) -> str:
    """The beginning of a long text on one line."""
    flat = " ".join(text.split())
    return flat if len(flat) <= characters else flat[: characters - 1] + "…"


def printable(text: str) -> str:
    """The text without characters that would command a terminal, turn its direction round or break a page.

    Shape: as long as before, so that places in it still hold.
    """
    return _COMMANDS.sub("\ufffd", text)
