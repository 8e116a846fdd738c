"""The year's award plan (奖励方案) and the notice of a decision (决定通知书), as documents for a seal."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from duixian.ledgers.claims.balance import due_yuan
from duixian.ledgers.models import Claim
from duixian.reports.award_plan import PREFECTURE_FINANCE, PlanPage
from duixian.reports.official_paper import OfficialPaper
from duixian.units import plain

_PLAN_COLUMNS = ("序号", "领奖者", "类别", "运动会和项目", "金额（元）", "支付", "依据")
_PLAN_WIDTHS = (12, 26, 22, 28, 20, 18, 30)
_LINE_COLUMNS = ("领奖者", "类别", "金额（元）", "支付", "依据")
_LINE_WIDTHS = (34, 32, 26, 24, 40)


@dataclass(frozen=True, slots=True)
class Form:
    """Who issues a document, under which number and when. Without a number it is a draft."""

    issuer: str
    number: str
    day: dt.date
    copied_to: tuple[str, ...] = ()


def plan_document(page: PlanPage, form: Form, *, addressee: str, act: str) -> bytes:
    """The plan with the totals by payer, and every line in its attachment. Units: yuan."""
    year = page.plan.year
    paper = OfficialPaper(form.issuer, title=f"{year}年度体育竞赛奖励方案", number=form.number)
    paper.address(addressee)
    paper.paragraph(
        f"根据{act}，经受理、会同有关单位审核并公示满期，"
        f"{year}年度拟奖励申请{len(page.claims)}项，奖金合计{plain(page.total)}元。现将奖励方案报请批准。"
    )
    paper.heading("一、资金来源")
    for payer, amount in page.payers.items():
        payer_words = payer if payer == PREFECTURE_FINANCE else f"{payer}财政"
        paper.paragraph(f"{payer_words}：{plain(amount)}元。")
    paper.heading("二、奖励明细")
    paper.paragraph(f"共{len(page.rows)}笔，逐笔金额和依据见附件。")
    listed = f"{year}年度体育竞赛奖励明细表"
    paper.list_attachments([listed])
    paper.sign(day=form.day)
    paper.attachment(listed)
    paper.table(_PLAN_COLUMNS, _plan_rows(page), widths_mm=_PLAN_WIDTHS, numbers={4})
    paper.colophon(printed_by=form.issuer, day=form.day, copied_to=form.copied_to)
    return paper.data()


def decision_notice(claim: Claim, form: Form) -> bytes:
    """What was decided on one claim: the lines in one attachment, how each was worked out in another. Units: yuan."""
    outcome = claim.outcome
    paper = OfficialPaper(form.issuer, title="体育竞赛奖励决定通知书", number=form.number)
    paper.address(claim.body.name)
    event = f"{claim.games}{claim.event}"
    paper.paragraph(
        f"你单位{claim.filed_day.year}年受理的{event}奖励申请（受理号{claim.receipt}），依据{claim.act}，"
        f"应发奖金合计{plain(Decimal(outcome['total_yuan']))}元。"
    )
    paper.paragraph("逐笔金额、支付单位和依据见附件1，计算过程见附件2。")
    lines = [outcome["payments"][number] for number in due_yuan(outcome["payments"])]
    if outcome["not_due"]:
        paper.heading("列了名、没有奖金的")
        for one in outcome["not_due"]:
            paper.paragraph(f"{one['payee']}（{one['payee_words']}）：{one['sentence']}")
    paper.list_attachments(["奖金明细表", "奖金计算过程"])
    paper.sign(day=form.day)
    paper.attachment("奖金明细表")
    paper.table(_LINE_COLUMNS, map(_line_row, lines), widths_mm=_LINE_WIDTHS, numbers={2})
    paper.attachment("奖金计算过程")
    _tell_workings(paper, lines)
    paper.colophon(printed_by=form.issuer, day=form.day, copied_to=form.copied_to)
    return paper.data()


def _plan_rows(page: PlanPage) -> Iterator[tuple[str, ...]]:
    for number, row in enumerate(page.rows, 1):
        event = f"{row.claim.games} {row.claim.event}"
        yield str(number), row.payee, row.payee_words, event, plain(row.amount), row.payer, row.basis
    yield "合计", "", "", "", plain(page.total), "", ""


def _line_row(line: Mapping[str, Any]) -> tuple[str, ...]:
    amount = plain(Decimal(line["amount_yuan"]))
    payer = f"{line['county']}财政" if line["county"] else line["payer"]
    return line["payee"], line["payee_words"], amount, payer, "、".join(line["basis"])


def _tell_workings(paper: OfficialPaper, lines: Sequence[Mapping[str, Any]]) -> None:
    for number, line in enumerate(lines, 1):
        amount = plain(Decimal(line["amount_yuan"]))
        paper.heading(f"{number}. {line['payee']}（{line['payee_words']}）：{amount}元", level=3)
        for count, step in enumerate(line["trace"], 1):
            paper.paragraph(f"（{count}）{step}")
