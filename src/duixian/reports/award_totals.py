"""Award money by article, payee, payer, games and county, and what the same claims would cost under another act.

What is decided is decided anew by the act in force, without traces: a what-if compares two outcomes of one rule engine.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from duixian.ledgers.claims.read import live_claims
from duixian.policy.acts.sports_awards import PAYEE_WORDS, TOTALS_BY, Claim, read_claim, shipped_act, what_if
from duixian.policy.engine.act import Act
from duixian.policy.engine.comparison import Comparison, Difference, changed_rows
from duixian.units import gettext_noop

BY_WORDS = {
    "article": gettext_noop("按条款"),
    "payee_kind": gettext_noop("按领奖者类别"),
    "payer": gettext_noop("按支付方"),
    "games": gettext_noop("按运动会"),
    "county": gettext_noop("按县市（县市财政支付的）"),
}


@dataclass(frozen=True, slots=True)
class Table:
    """One way of telling the totals. Units: yuan; ``before`` is the act in force, ``after`` the act to be tried."""

    by: str
    words: str
    lines: tuple[Difference, ...]

    @property
    def total(self) -> Difference:
        """The last line; the tables' totals agree, but for the counties', which leave out what counties do not pay."""
        before = sum((line.before for line in self.lines), Decimal(0))
        return Difference("", before, sum((line.after for line in self.lines), Decimal(0)))


@dataclass(frozen=True, slots=True)
class Tables:
    """All tables, how many claims they count, the values that were changed, and the claims that turned."""

    year: int
    claims: int
    tables: tuple[Table, ...]
    changes: tuple[str, ...] = ()
    turned: int = 0


def totals(*, year: int, after: Act | None = None) -> Tables:
    """The claims filed in ``year`` that stand, under the act in force and, where it is given, under ``after``."""
    claims = _claims_of(year)
    before = shipped_act()
    compared = what_if(claims, before=before, after=after or before)
    return Tables(
        year=year,
        claims=len(claims),
        tables=tuple(_table(compared, by) for by in BY_WORDS),
        changes=_changes(before, after) if after else (),
        turned=sum(1 for _ in compared.turned()),
    )


def _table(compared: Comparison[Claim], by: str) -> Table:
    lines = compared.differences(by=TOTALS_BY[by])
    told = (Difference(_key_words(by, one.key), one.before, one.after) for one in lines if one.key)
    return Table(by, BY_WORDS[by], tuple(told))


def _key_words(by: str, key: str) -> str:
    return PAYEE_WORDS.get(key, key) if by == "payee_kind" else key


def _claims_of(year: int) -> Sequence[Claim]:
    inputs = live_claims().filter(filed_day__year=year).values_list("input", flat=True)
    # Through text, so that numbers are read exactly as they were when the claim was decided.
    found = (read_claim(json.loads(json.dumps(raw), parse_float=Decimal)) for raw in inputs)
    return [claim for claim in found if isinstance(claim, Claim)]


def _changes(before: Act, after: Act) -> tuple[str, ...]:
    """Each changed row: table, keys, the old and the new value."""
    told = []
    for pair in changed_rows(before, after):
        row = pair.after or pair.before
        if row is None:
            continue
        key = "、".join(str(part) for part in row.key)
        told.append(f"{row.article} {row.table}（{key}）：{_value(pair.before)} → {_value(pair.after)}")
    return tuple(told)


def _value(row: object) -> str:
    if row is None:
        return "—"
    return str(getattr(row, "value", None) or getattr(row, "word", ""))
