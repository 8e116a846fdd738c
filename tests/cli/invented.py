"""A reading built by hand from an invented text, so that what is shown does not hang on what is read."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal

from duixian.compiler import Reading
from duixian.compiler.reading import (
    Assignment,
    Clause,
    Comparator,
    Document,
    Kind,
    Member,
    Milestone,
    Official,
    Quantity,
    Recurrence,
    Release,
    Role,
    Roster,
    Sum,
)
from duixian.units import Finding, Severity, Span

TEXT = """首页 > 政务公开
岚州2031年民生实事工作方案
一、稳定就业
新增城镇就业不少于5万人，每季度报送进展；已培训3.2万人次。投入1.25亿元，其中省级1亿元、州级0.29亿元。
牵头单位：州人社局 责任人：甲某某 完成时限：2031年12月31日
5月底前完成<b>摸底</b> & 建账。
组长 乙某某 副州长
3月 养老服务 州民政局
"""
PLAN = "岚州2031年民生实事工作方案"


def place_of(quote: str) -> Span:
    assert TEXT.count(quote) == 1, quote
    return Span(TEXT.index(quote), TEXT.index(quote) + len(quote))


def quantity(quote: str, value: str, unit: str, **more) -> Quantity:
    return Quantity("1", place_of(quote), quote, Decimal(value), more.pop("high", None), unit, **more)


def document(**more) -> Document:
    sentence, heading = place_of("牵头单位：州人社局 责任人：甲某某 完成时限：2031年12月31日"), place_of("一、稳定就业")
    filled = Document(
        key="plan",
        kind=Kind.WORK_PLAN,
        span=Span(TEXT.index(PLAN), len(TEXT)),
        title="关于印发方案的通知",
        attached_title=PLAN,
        issuer="岚州人民政府",
        number="岚政发〔2031〕3号",
        date=dt.date(2031, 3, 1),
        clauses=(Clause("1", "一、", "稳定就业", Span(heading.begin, len(TEXT)), heading),),
        quantities=(
            quantity("不少于5万人", "50000", "人", comparator=Comparator.AT_LEAST, object="城镇新增就业", place="岚州"),
            quantity("3.2万人次", "32000", "人次", comparator=Comparator.EQUAL, role=Role.RESULT, object="培训"),
            quantity("1.25亿元", "125000000", "元", comparator=Comparator.EQUAL, role=Role.BUDGET, object="资金"),
        ),
        assignments=(
            Assignment(
                "1",
                ("州人社局",),
                ("各县市人民政府",),
                sentence,
                lead_officials=(Official(None, "副州长", "乙某某"),),
                deadline=dt.date(2031, 12, 31),
            ),
        ),
        milestones=(Milestone("1", "5月底前", place_of("5月底前"), None, dt.date(2031, 5, 31)),),
        recurrences=(Recurrence("1", "每季度", place_of("每季度"), "quarter"),),
        sums=(
            Sum(
                "1",
                place_of("1.25亿元"),
                (place_of("省级1亿元"), place_of("州级0.29亿元")),
                "sum",
                False,
                Decimal(-4000000),
            ),
        ),
        bodies=(
            Roster(
                "领导小组", (Member("组长", "乙某某", "副州长", place_of("乙某某 副州长")),), place_of("组长 乙某某")
            ),
        ),
        releases=(Release(1, 3, "养老服务", "州民政局", place_of("3月 养老服务 州民政局")),),
    )
    return replace(filled, **more)


def reading(*documents: Document, findings: tuple[Finding, ...] | None = None) -> Reading:
    if findings is None:
        findings = (Finding("sum-off", Severity.ERROR, "合计与分项不符", place_of("投入1.25亿元")),)
    return Reading("方案.txt", TEXT, documents or (document(),), findings)
