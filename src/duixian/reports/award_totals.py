"""Award money by article, payee, payer, games and county, and what the same claims would cost under another act.

What is decided is decided anew by the act in force, without traces: a what-if compares two outcomes of one rule engine.
"""

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from duixian.ledgers.claims.read import live_claims
from duixian.ledgers.models import Claim as LedgerClaim
from duixian.policy.acts.sports_awards import (
    PAYEE_WORDS,
    TOTALS_BY,
    Claim,
    Conduct,
    decide,
    read_claim,
    shipped_act,
    standing_lines,
)
from duixian.policy.acts.sports_awards.misconduct import RECORDED
from duixian.policy.engine.act import Act
from duixian.policy.engine.comparison import Comparison, Difference, changed_rows, compare
from duixian.policy.engine.decision import Decision
from duixian.policy.engine.money import exact_sum
from duixian.units import gettext_noop

BY_WORDS = {
    "article": gettext_noop("按条款"),
    "payee_kind": gettext_noop("按领奖者类别"),
    "payer": gettext_noop("按支付方"),
    "games": gettext_noop("按运动会"),
    "county": gettext_noop("按县市（县市财政支付的）"),
}


@dataclass(frozen=True, slots=True)
class Row:
    """One line of one way of telling the totals. Units: yuan."""

    by: str
    key: str
    before: Decimal
    after: Decimal
    change: Decimal


@dataclass(frozen=True, slots=True)
class Table:
    """One way of telling the totals. Units: yuan; ``before`` is the act in force, ``after`` the act to be tried."""

    by: str
    words: str
    lines: tuple[Difference, ...]

    @property
    def total(self) -> Difference:
        """The last line; the tables' totals agree, but for the counties', which leave out what counties do not pay."""
        before = exact_sum(line.before for line in self.lines)
        return Difference("", before, exact_sum(line.after for line in self.lines))


@dataclass(frozen=True, slots=True)
class Tables:
    """All tables, how many claims they count, the values that were changed, and the claims that turned."""

    year: int
    claims: int
    tables: tuple[Table, ...]
    changes: tuple[str, ...] = ()
    turned: int = 0

    def rows(self) -> tuple[Row, ...]:
        """Every line of every table, for files and for programs."""
        return tuple(
            Row(table.by, line.key, line.before, line.after, line.change)
            for table in self.tables
            for line in table.lines
        )


@dataclass(frozen=True, slots=True)
class Standing:
    """A claim as it was filed and as it stands, with those who lost their awards since."""

    filed: Claim
    stands: Claim
    fallen: frozenset[str]


def rows(*, as_of: dt.date, after: Act | None = None) -> tuple[Row, ...]:
    """The claims filed in the year of ``as_of``, up to that day, that stand now; see ``totals``."""
    return totals(year=as_of.year, until=as_of, after=after).rows()


def totals(*, year: int, until: dt.date | None = None, after: Act | None = None) -> Tables:
    """The claims filed in ``year`` that stand, under the act in force and, where it is given, under ``after``."""
    claims = _claims_of(year, until or dt.date(year, 12, 31))
    before = shipped_act()
    compared = compare(claims, decide=_decided, before=before, after=after or before)
    return Tables(
        year=year,
        claims=len(claims),
        tables=tuple(_table(compared, by) for by in BY_WORDS),
        changes=_changes(before, after) if after else (),
        turned=sum(1 for _ in compared.turned()),
    )


def _decided(case: Standing, act: Act) -> Decision:
    """What the act gives, without what persons lost since by misconduct."""
    if not case.fallen:
        return decide(case.filed, act=act, tracing=False)
    lines = standing_lines(case.filed, case.stands, fallen=case.fallen, act=act).lines
    return Decision(tuple(line for line in lines if line is not None))


def _table(compared: Comparison[Standing], by: str) -> Table:
    lines = compared.differences(by=TOTALS_BY[by])
    told = (Difference(_key_words(by, one.key), one.before, one.after) for one in lines if one.key)
    return Table(by, BY_WORDS[by], tuple(told))


def _key_words(by: str, key: str) -> str:
    return PAYEE_WORDS.get(key, key) if by == "payee_kind" else key


def _claims_of(year: int, until: dt.date) -> tuple[Standing, ...]:
    found = live_claims().filter(filed_day__year=year, filed_day__lte=until).prefetch_related("amendments")
    return tuple(one for claim in found if (one := _standing(claim)) is not None)


def _standing(claim: LedgerClaim) -> Standing | None:
    amendments = list(claim.amendments.all())
    filed, stands = _read(claim.input), _read(amendments[-1].input if amendments else claim.input)
    if filed is None or stands is None:
        return None
    fallen = frozenset(one.person for one in amendments if Conduct(one.conduct) not in RECORDED)
    return Standing(filed, stands, fallen)


def _read(raw: Mapping[str, Any]) -> Claim | None:
    """Through text, so that numbers are read exactly as they were when the claim was decided."""
    found = read_claim(json.loads(json.dumps(raw), parse_float=Decimal))
    return found if isinstance(found, Claim) else None


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
    found = getattr(row, "value", None)
    return str(getattr(row, "word", "") if found is None else found)
