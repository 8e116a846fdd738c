"""The year's award plan (奖励方案) and a decision notice, as documents for a seal."""

import datetime as dt
from decimal import Decimal
from typing import Any

from duixian.ledgers.models import Claim
from duixian.reports.award_plan import PREFECTURE_FINANCE, PlanPage
from duixian.reports.official_paper import OfficialPaper
from duixian.units import plain

_PLAN_COLUMNS = ("序号", "领奖者", "类别", "运动会和项目", "金额（元）", "支付", "依据")


def plan_document(page: PlanPage, *, issuer: str, addressee: str, act: str, day: dt.date) -> bytes:
    """The plan with every line, the totals by payer, and room for its number. Units: yuan."""
    paper = OfficialPaper(f"{page.plan.year}年度体育竞赛奖励方案")
    paper.address(addressee)
    total = plain(page.total)
    paper.paragraph(
        f"根据{act}，经受理、会同有关单位审核并公示满期，"
        f"{page.plan.year}年度拟奖励申请{len(page.claims)}项，奖金合计{total}元。现将奖励方案报请批准。"
    )
    paper.heading("一、资金来源")
    for payer, amount in page.payers.items():
        payer_words = payer if payer == PREFECTURE_FINANCE else f"{payer}财政"
        paper.paragraph(f"{payer_words}：{plain(amount)}元。")
    paper.heading("二、奖励明细")
    rows = (
        (
            str(n),
            row.payee,
            row.payee_words,
            f"{row.claim.games} {row.claim.event}",
            plain(row.amount),
            row.payer,
            row.basis,
        )
        for n, row in enumerate(page.rows, 1)
    )
    paper.table(_PLAN_COLUMNS, rows)
    paper.signed(issuer, day=day)
    return paper.data()


def decision_notice(claim: Claim, *, issuer: str, day: dt.date) -> bytes:
    """What was decided on one claim, each amount with its working, for the claimant. Units: yuan."""
    paper = OfficialPaper("体育竞赛奖励决定通知书", number=f"受理号 {claim.receipt}")
    paper.address(claim.body.name)
    total = plain(Decimal(claim.decision["total_yuan"]))
    event = f"{claim.games}{claim.event}"
    paper.paragraph(f"你单位{claim.filed_day.year}年受理的{event}奖励申请，依据{claim.act}，应发奖金合计{total}元。")
    for number, line in enumerate(claim.decision["payments"], 1):
        _tell_line(paper, number, line)
    paper.signed(issuer, day=day)
    return paper.data()


def _tell_line(paper: OfficialPaper, number: int, line: dict[str, Any]) -> None:
    paper.heading(f"{number}. {line['payee']}（{line['payee_words']}）：{plain(Decimal(line['amount_yuan']))}元")
    paper.paragraph(f"支付：{line['county']}{line['payer']}；依据：{'、'.join(line['basis'])}。")
    for step in line["trace"]:
        paper.paragraph(f"· {step}")
