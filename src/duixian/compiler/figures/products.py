"""Finds count × rate = amount in quantities with their ``per``; a product that fails only where nothing else fits."""

import re
from collections.abc import Iterator, Sequence

from duixian.compiler.figures.arithmetic import Part, agrees, claim
from duixian.compiler.figures.sentences import Sentences
from duixian.compiler.reading import Comparator, Quantity, Role, Sum
from duixian.units import Span

_AMOUNT_BEFORE = re.compile(r"(?:共计|合计|总计|共需|总需|共|需资金|总投资|总额|资金)[^，。；\d]{0,6}$")
_SEATS = ("学位", "托位", "床位", "座位")
_PERSONS = {"人", "名", "位", "人次"}
# A sentence can list a share for each of a hundred places between the count and its rate.
_AROUND = 120
_REACH = 40


def products(
    plain: str, quantities: Sequence[Quantity], sentences: Sentences, *, summed: frozenset[Span]
) -> Iterator[Sum]:
    """The products that hold, and those that fail with one count and one amount that can be meant.

    ``summed`` are the parts of totals already found: 每个8万元 is for each of the total, not of the last place's share.
    """
    for index, rate in enumerate(quantities):
        if rate.per is None or rate.value_high is not None:
            continue
        at = sentences.at(rate.span.begin)
        begin, end = sentences.spans[max(0, at - 1)].begin, sentences.spans[min(at + 1, len(sentences.spans) - 1)].end
        near = [
            q
            for q in quantities[max(0, index - _AROUND) : index + _AROUND]
            if begin <= q.span.begin < end and q.span != rate.span
        ]
        counts = [q for q in near if _counts(q, rate.per)]
        amounts = [q for q in near if q.unit == rate.unit and q.per is None and q.value > rate.value]
        holding = _holding(plain, rate, counts, amounts) or _holding(plain, rate, counts, _seats(rate, near))
        here = [q for q in near if sentences.at(q.span.begin) == at]
        if holding is not None:
            yield holding
        elif not any(q.per is not None and q.unit == rate.unit for q in here):
            counted = [q for q in counts if q in here and q.span not in summed]
            yield from _failing(plain, rate, counted, [q for q in amounts if q in here])


def _seats(rate: Quantity, near: Sequence[Quantity]) -> list[Quantity]:
    """学位1620个 where 每班45人 is the rate: seats are counted in persons."""
    return [q for q in near if rate.unit in _PERSONS and q.per is None and (q.object or "").endswith(_SEATS)]


def _holding(plain: str, rate: Quantity, counts: Sequence[Quantity], amounts: Sequence[Quantity]) -> Sum | None:
    """The product that any count and amount around the rate make, the nearest count first."""
    nearest = sorted(counts, key=lambda q: abs(q.span.begin - rate.span.begin))
    for amount in amounts:
        rounded = _follows(plain, rate, amount)
        for count in nearest:
            computed = count.value * rate.value
            if count.value > 1 and (computed == amount.value or (rounded and agrees(amount, computed))):
                return _times(amount, count, rate)
    return None


def _failing(plain: str, rate: Quantity, counts: Sequence[Quantity], amounts: Sequence[Quantity]) -> Iterator[Sum]:
    """每个1万元，共380个，资金400万元: one count, and one amount after the rate that says 共计 or 资金."""
    exact = rate.comparator is Comparator.EQUAL and not rate.period
    counted = [q for q in counts if q.role not in {Role.BENEFICIARY, Role.SCOPE} or q.unit == rate.per]
    said = [q for q in amounts if _follows(plain, rate, q)]
    if exact and len(counted) == 1 and len(said) == 1:
        computed = counted[0].value * rate.value
        short = counted[0].comparator is Comparator.AT_LEAST and said[0].value < computed
        if short or counted[0].comparator is Comparator.EQUAL:
            yield _times(said[0], counted[0], rate)


def _follows(plain: str, rate: Quantity, amount: Quantity) -> bool:
    before = plain[max(rate.span.end, amount.span.begin - 12) : amount.span.begin]
    return 0 < amount.span.begin - rate.span.end < _REACH and bool(_AMOUNT_BEFORE.search(before))


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
