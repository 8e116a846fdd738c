"""A second act, on one page: a site that owes wages is warned, and a deposit is asked of its contractor.

It shows that the engine knows no sports: other tables, other units, other refusals.
"""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from duixian.policy.engine.act import Act, TableShape, number_of
from duixian.policy.engine.act_file import read_act
from duixian.policy.engine.amounts import rate, share_of, supplied
from duixian.policy.engine.answers import Known, Missing, NotInForce, Unknown, Zero
from duixian.policy.engine.decision import Decision, Payment, first_refusal, refuse
from duixian.policy.engine.narrator import Narrator

SHAPE = {
    "warning_days": TableShape("天", ("level",)),
    "deposit_share": TableShape("%", ("trade",)),
    "trade": TableShape(None, ("written",), ("房建", "水利", "绿化")),
}
TEXT = """\
act: {title: 示例工资预警办法, number: 示例〔2025〕1号, from: 2025-01-01}
articles:
  - {article: 第一条, effect: none, about: 目的}
  - {article: 第二条, effect: condition, about: 预警天数}
  - {article: 第三条, effect: award, about: 保证金}
values:
  warning_days:
    name: 欠薪预警天数
    unit: 天
    keys: [level]
    rows:
      - {level: 黄, value: 15, from: 2025-01-01, to: 2025-06-30, article: 第二条（一）}
      - {level: 黄, value: 10, from: 2025-07-01, article: 第二条（一）}
      - {level: 红, value: 30, from: 2025-01-01, article: 第二条（二）}
  deposit_share:
    name: 工资保证金比例
    unit: "%"
    keys: [trade]
    rows:
      - {trade: 房建, value: 3, from: 2025-01-01, article: 第三条}
      - {trade: 水利, value: 1.5, from: 2025-03-01, to: 2025-12-31, article: 第三条}
      - {trade: 绿化, value: 0, from: 2025-01-01, article: 第三条}
words:
  trade:
    name: 行业
    keys: [written]
    rows:
      - {written: 房屋建筑, word: 房建, from: 2025-01-01, article: 第二条}
"""


@dataclass(frozen=True)
class Site:
    """A building site: its trade, its contract, since when wages are owed."""

    trade: str | None
    contract_yuan: Decimal
    unpaid_since: dt.date
    day: dt.date


def act(text=TEXT):
    return read_act(text, file="wages.yaml", shape=SHAPE)


def warning(the_act: Act, site: Site) -> str | None:
    """The level of the warning on the day."""
    owed = (site.day - site.unpaid_since).days
    for level in ("红", "黄"):
        row = number_of(the_act.value("warning_days", level, day=site.day))
        if row is not None and owed >= row.value:
            return level
    return None


def no_share(site: Site):
    """Each of the answers that are no number has its own refusal; zero is a number."""
    match act().value("deposit_share", site.trade, day=site.day):
        case Missing():
            return refuse("TRADE_MISSING", "没有写明行业")
        case Unknown():
            return refuse("TRADE_UNKNOWN", "办法没有{trade}", trade=site.trade or "")
        case NotInForce(rows=rows):
            return refuse("NOT_YET", "自 {first} 起", first=rows[0].from_day)
        case Known() | Zero():
            return None


def decide(site: Site) -> Decision:
    """The deposit that the contractor pays in."""
    if (refusal := first_refusal(site, checks=(no_share,))) is not None:
        return Decision(refusal=refusal)
    row = number_of(act().value("deposit_share", site.trade, day=site.day))
    if row is None or not row.value:
        return Decision()
    narrator = Narrator(on=True)
    contract = supplied(site.contract_yuan, narrator.say("合同价"))
    deposit = share_of(contract, rate(row, narrator.say("保证金比例")), words=narrator.say("应缴保证金"))
    return Decision((Payment("专户", "account", "施工单位", deposit),))
