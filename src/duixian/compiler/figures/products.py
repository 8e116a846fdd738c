"""Finds count × rate = amount, and rates that are the quotient of two numbers; w"
"orks on quantities with their ``per``.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from duixian.compiler.figures.arithmetic import Part, agrees, claim
from duixian.compiler.figures.sentences import Sentences
from duixian.compiler.reading import Comparator, Quantity, Sum

_AMOUNT_BEFORE = re.compile(r"(?:共计|合计|总计|共需|总需|共|需资金|总投资|总额|资金)[^，。；\d]{0,6}$")
_RATE_NAMED = re.compile(
    r"[\u4e00-\u9fff]率[^，。；\d]{0,6}$|占[^，。；\d]{0,12}的?$|完成(?:年度|全年)?(?:计划|目标|任务)*的?$"
    r"|(?:目标|任务|计划|占)[^，。；\d]{0,6}[\d.]{1,8}[万亿]?[\u4e00-\u9fff]{1,2}的$"
)
_SURE_RATE = re.compile(
    r"(?:完成|开工|竣工|拨付|执行|支出|合格|办结|建成|到位)率[^，。；\d]{0,4}$|完成(?:年度|全年)?(?:目标|任务|计划)+的$"
)
# Two numbers make a rate where one was set and the other reached; any two side by side may give any quotient.
_SET_AND_DONE = re.compile(r"计划|任务|目标|应|已|实际|全部|累计|完成|其中|占|合格")
_PERSONS = {"人", "名", "位", "人次"}
_AROUND = 10
_PERCENT = Decimal(100)


def products_and_ratios(plain: str, quantities: Sequence[Quantity], sentences: Sentences) -> Iterator[Sum]:
    """Products and ratios; one that does not hold only where the wording leaves one reading."""
    for index, quantity in enumerate(quantities):
        around = quantities[max(0, index - _AROUND) : index + _AROUND]
        if quantity.per is not None and quantity.value_high is None:
            yield from _product(plain, quantity, around, sentences)
        elif quantity.unit in {"%", "‰"}:
            yield from _ratio(plain, quantity, quantities[max(0, index - _AROUND) : index], sentences)


def _product(plain: str, rate: Quantity, around: Sequence[Quantity], sentences: Sentences) -> Iterator[Sum]:
    at = sentences.at(rate.span.begin)
    near = [q for q in around if abs(sentences.at(q.span.begin) - at) <= 1 and q.span != rate.span]
    counts = [q for q in near if _counts(q, rate.per or "")]
    amounts = [q for q in near if q.unit == rate.unit and q.per is None and q.value > rate.value]
    for amount in amounts:
        for count in sorted(counts, key=lambda q: abs(q.span.begin - rate.span.begin)):
            if count.value * rate.value == amount.value and count.value > 1:
                yield _times(amount, count, rate)
                return
    here = [q for q in near if sentences.at(q.span.begin) == at]
    if not any(q.per is not None and q.unit == rate.unit for q in here):
        yield from _wrong_product(plain, rate, [q for q in counts if q in here], amounts)


def _wrong_product(plain: str, rate: Quantity, counts: list[Quantity], amounts: list[Quantity]) -> Iterator[Sum]:
    """每个1万元，共380个，资金400万元: the amount follows the rate and says 共计 or 资金, the count is the nearest."""
    if rate.period or not counts:
        return
    for amount in amounts:
        before = plain[max(0, amount.span.begin - 12) : amount.span.begin]
        if 0 < amount.span.begin - rate.span.end < 40 and _AMOUNT_BEFORE.search(before):  # noqa: PLR2004 - one sentence
            count = min(counts, key=lambda q: abs(q.span.begin - rate.span.begin))
            yield _times(amount, count, rate)
            return


def _times(amount: Quantity, count: Quantity, rate: Quantity) -> Sum:
    first, second = sorted((count, rate), key=lambda q: q.span.begin)
    computed = count.value * rate.value
    return claim(amount, [Part(computed, (first, second))], computed=computed, operation="product")


def _counts(quantity: Quantity, per: str) -> bool:
    """Whether the quantity counts what the rate is for each of: 每个托位 and 380个托位, 元/户 and 500户."""
    if quantity.per is not None or quantity.value_high is not None:
        return False
    if quantity.unit == per or (per in _PERSONS and quantity.unit in _PERSONS):
        return True
    thing = quantity.object or ""
    return bool(per) and bool(thing) and (thing.endswith(per) or per.endswith(thing))


def _ratio(plain: str, rate: Quantity, before: Sequence[Quantity], sentences: Sentences) -> Iterator[Sum]:
    told = plain[max(0, rate.span.begin - 16) : rate.span.begin]
    if rate.comparator is not Comparator.EQUAL or not _RATE_NAMED.search(told):
        return
    at = sentences.at(rate.span.begin)
    held = [q for q in before if sentences.at(q.span.begin) == at and q.per is None and q.unit != rate.unit]
    if not held or not _SET_AND_DONE.search(plain, max(sentences.begins[at], held[0].span.begin - 16), rate.span.begin):
        return
    scale = _PERCENT if rate.unit == "%" else _PERCENT * 10
    pairs = [(whole, part) for i, whole in enumerate(held) for part in held[i + 1 :] if whole.unit == part.unit]
    both = [*pairs, *((part, whole) for whole, part in pairs)]
    for whole, part in both:
        if whole.value and part.value < whole.value * 3 and agrees(rate, part.value / whole.value * scale):
            yield _quotient(rate, whole, part, scale)
            return
    if _SURE_RATE.search(told) and len(pairs) == 1 and pairs[0][0].value:
        yield _quotient(rate, *pairs[0], scale)


def _quotient(rate: Quantity, whole: Quantity, part: Quantity, scale: Decimal) -> Sum:
    first, second = sorted((whole, part), key=lambda q: q.span.begin)
    computed = round(part.value / whole.value * scale, 2)
    return claim(rate, [Part(computed, (first, second))], computed=computed, operation="ratio")
