"""Finds totals whose parts stand in other clauses: in a section's points, or one amount in each section."""

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from duixian.compiler.figures.arithmetic import Part, add_up, claim
from duixian.compiler.lexicon.units import AGES, MONEY, RATES, TIMES
from duixian.compiler.reading import Quantity, Role, Sum
from duixian.units import Span

_UNSUMMED = AGES | RATES | TIMES
_MOST_PARTS = 60
_FEWEST_SECTIONS = 3
# 年度投资：6200万元, 计划投资1.4亿元: what is put in for the whole of a section or of the plan.
_PUT_IN = re.compile(r"(?:总|年度|计划|概算|估算)?(?:总?投资|资金(?:安排|需求|概算)?)(?:额|约|为|共|计|达|\s|[:：])*$")
_BACK = 12


def across_clauses(quantities: Sequence[Quantity], known: AbstractSet[Span]) -> Iterator[Sum]:
    """A total in a section and its parts in one of the section's points, where they make it exactly."""
    by_clause: dict[str, list[Quantity]] = {}
    for quantity in quantities:
        by_clause.setdefault(quantity.clause, []).append(quantity)
    children: dict[str, list[list[Quantity]]] = {}
    for clause, held in by_clause.items():
        children.setdefault(clause.rpartition(".")[0], []).append(held)
    for clause, held in by_clause.items():
        under = children.get(clause, [])[:_MOST_PARTS] if clause else []
        for total in held[:_MOST_PARTS]:
            if total.span in known or total.role is not Role.TARGET or total.unit in _UNSUMMED or total.per:
                continue
            yield from _made_in(total, under)


def _made_in(total: Quantity, children: list[list[Quantity]]) -> Iterator[Sum]:
    for held in children:
        alike = [
            q for q in held[:_MOST_PARTS] if q.unit == total.unit and q.role is total.role and _same_thing(q, total)
        ]
        parts = [Part(q.value, (q,)) for q in alike if q.per is None and q.value_high is None]
        if len(parts) > 1 and all(p.value != total.value for p in parts) and add_up(parts) == total.value:
            yield claim(total, parts, computed=add_up(parts), operation="sum")
            return


def _same_thing(one: Quantity, other: Quantity) -> bool:
    """公办学位 and 学位: one name ends the other."""
    first, second = one.object or "", other.object or ""
    return bool(first and second) and (first.endswith(second) or second.endswith(first))


def of_sections(plain: str, quantities: Sequence[Quantity], known: AbstractSet[Span]) -> Iterator[Sum]:
    """A sum of money put in for the whole plan, and what each of its sections says first of its own."""
    put_in = [one for one in quantities if one.unit in MONEY and one.per is None and _is_put_in(plain, one)]
    sections: dict[str, dict[str, Quantity]] = {}
    for one in put_in:
        sections.setdefault(one.clause.rpartition(".")[0], {}).setdefault(one.clause, one)
    made = {
        sum(one.value for one in held.values()): held for held in sections.values() if len(held) >= _FEWEST_SECTIONS
    }
    for total in put_in:
        held = made.get(total.value, {})
        if held and total.span not in known and all(total.span < one.span for one in held.values()):
            parts = [Part(one.value, (one,)) for one in held.values()]
            yield claim(total, parts, computed=total.value, operation="sum")


def _is_put_in(plain: str, one: Quantity) -> bool:
    return bool(_PUT_IN.search(plain, max(0, one.span.begin - _BACK), one.span.begin))
