"""Finds rates that are the quotient of two numbers of their sentence or of their row in a table."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache

from duixian.compiler.figures.arithmetic import Part, agrees, claim
from duixian.compiler.figures.cells import Cell, Cells, Column
from duixian.compiler.figures.sentences import Sentences
from duixian.compiler.lexicon.units import AGES, MONEY, RATES, TIMES
from duixian.compiler.reading import Comparator, Quantity, Sum

_RATE_NAMED = re.compile(
    r"[\u4e00-\u9fff]率[^，。；\d]{0,6}$|占[^，。；\d]{0,12}的?$|完成(?:年度|全年)?(?:计划|目标|任务)*的?$"
    r"|为(?:年度|全年)(?:计划|目标|任务)(?:数|量)?的$|(?:目标|任务|计划|占)[^，。；\d]{0,6}[\d.]{1,8}[万亿]?[\u4e00-\u9fff]{1,2}的$"
)
_SURE_RATE = re.compile(
    r"(?:完成|开工|竣工|拨付|执行|支出|合格|办结|建成|到位)率[^，。；\d]{0,4}$|完成(?:年度|全年)?(?:目标|任务|计划)+的$"
    r"|(?:完成|占)(?:年度|全年)?(?:目标|任务|计划)+(?:总?[数量额])?[\d.,]{1,10}[万亿]?[\u4e00-\u9fff]{1,2}的$"
)
# Two numbers make a rate where one was set and the other reached; any two side by side may give any quotient.
_SET_AND_DONE = re.compile(r"计划|任务|目标|应|已|实际|全部|累计|完成|其中|占|合格|[开完竣]工|中，")
_SURE_COLUMN = re.compile(r"完成(?:率|比例)")
_VERB_OF_RATE = re.compile(r"(?P<verb>[\u4e00-\u9fff]{2})率[^，。；\d]{0,4}$")
_PLANNED = re.compile(r"(?:计划|目标|任务|应)[^，。；\d]{0,20}$")
# What is left is neither what was set nor what was reached.
_LEFT = re.compile(r"(?:其余|剩余|余下)$")
_Pairs = list[tuple[Quantity, Quantity]]
_UNCOUNTED = AGES | RATES | TIMES | MONEY
_AROUND = 10
_HUNDRED, _THOUSAND = Decimal(100), Decimal(1000)


def ratios(plain: str, quantities: Sequence[Quantity], sentences: Sentences, cells: Cells) -> Iterator[Sum]:
    """The ratios that hold, and those that fail where the wording leaves one reading."""
    for index, rate in enumerate(quantities):
        if rate.unit not in {"%", "‰"}:
            continue
        cell = cells.at(rate.span.begin)
        if cell is not None and cell.column is Column.RATE:
            yield from _of_row(rate, quantities[max(0, index - 2 * _AROUND) : index], cell, cells)
        else:
            yield from _of_sentence(plain, rate, quantities[max(0, index - _AROUND) : index], sentences)


def _of_row(rate: Quantity, before: Sequence[Quantity], cell: Cell, cells: Cells) -> Iterator[Sum]:
    """目标 4所 | 完成 3所 | 75%: any number reached over any set in its row, the first of each where none fits."""
    held = {Column.SET: [], Column.DONE: []}  # type: dict[Column, list[Quantity]]
    for quantity in before:
        other = cells.at(quantity.span.begin)
        if other and other.row == cell.row and other.column in held and quantity.unit not in _UNCOUNTED:
            held[other.column].append(quantity)
    pairs = [(w, p) for w in held[Column.SET] for p in held[Column.DONE] if w.unit == p.unit and w.value]
    for whole, part in pairs:
        if agrees(rate, part.value / whole.value * _scale(rate)):
            yield _quotient(rate, whole, part)
            return
    if pairs and _SURE_COLUMN.search(cell.name):
        yield from _beyond_all(rate, pairs)


def _beyond_all(rate: Quantity, pairs: _Pairs) -> Iterator[Sum]:
    """A rate that lies outside all that the row can give; one between two of them may be their mean."""
    made = [(part.value / whole.value * _scale(rate), whole, part) for whole, part in pairs]
    rates = [one[0] for one in made]
    if not min(rates) < rate.value < max(rates):
        _, whole, part = min(made, key=lambda one: abs(one[0] - rate.value))
        yield _quotient(rate, whole, part)


def _of_sentence(plain: str, rate: Quantity, before: Sequence[Quantity], sentences: Sentences) -> Iterator[Sum]:
    told = plain[max(0, rate.span.begin - 16) : rate.span.begin]
    if rate.comparator is not Comparator.EQUAL or not _RATE_NAMED.search(told):
        return
    at = sentences.at(rate.span.begin)
    held = [q for q in before if sentences.at(q.span.begin) == at and q.per is None and q.unit != rate.unit]
    held = [q for q in held if not _LEFT.search(_said(plain, q))]
    if not held or not _SET_AND_DONE.search(plain, max(sentences.begins[at], held[0].span.begin - 16), rate.span.begin):
        return
    pairs = [(whole, part) for i, whole in enumerate(held) for part in held[i + 1 :] if whole.unit == part.unit]
    both = [*pairs, *((part, whole) for whole, part in pairs)]
    set_first = [pair for pair in both if _PLANNED.search(_said(plain, pair[0]))]
    for whole, part in set_first or both:
        if whole.value and part.value < whole.value * 3 and agrees(rate, part.value / whole.value * _scale(rate)):
            yield _quotient(rate, whole, part)
            return
    planned = [pair for pair in set_first if pair in pairs or len(pairs) == 1]
    certain = planned if len(pairs) == 1 else _named(plain, rate, pairs)
    if _SURE_RATE.search(told) and len(certain) == 1 and certain[0][0].value:
        yield _quotient(rate, *certain[0])


def _named(plain: str, rate: Quantity, pairs: _Pairs) -> _Pairs:
    """Of 计划开工12个，已开工9个，其中完工7个，开工率75% those that set and reached what the rate is named for."""
    found = _VERB_OF_RATE.search(plain, max(0, rate.span.begin - 10), rate.span.begin)
    if found is None:
        return []
    reached = _reached(found["verb"])
    return [(w, p) for w, p in pairs if _PLANNED.search(_said(plain, w)) and reached.search(_said(plain, p))]


@lru_cache(maxsize=64)
def _reached(verb: str) -> re.Pattern[str]:
    return re.compile(rf"(?:已|实际|全部|累计)(?:全面)?{verb}[^，。；\d]*$")


def _said(plain: str, quantity: Quantity) -> str:
    """The words right before the number, in its own phrase."""
    return plain[max(0, quantity.span.begin - 24) : quantity.span.begin].rpartition("，")[2]


def _scale(rate: Quantity) -> Decimal:
    return _HUNDRED if rate.unit == "%" else _THOUSAND


def _quotient(rate: Quantity, whole: Quantity, part: Quantity) -> Sum:
    first, second = sorted((whole, part), key=lambda q: q.span.begin)
    computed = part.value / whole.value * _scale(rate)
    return claim(rate, [Part(computed, (first, second))], computed=computed, operation="ratio")
