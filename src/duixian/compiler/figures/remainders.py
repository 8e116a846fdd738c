"""Finds totals told as done and left: 任务32项，已完成30项，其余2项; only those that the parts make."""

import re
from collections.abc import Iterator, Sequence

from duixian.compiler.figures.arithmetic import Part, add_up, claim
from duixian.compiler.figures.sentences import Sentences
from duixian.compiler.lexicon.units import AGES, RATES, TIMES
from duixian.compiler.reading import Comparator, Quantity, Sum

_LEFT = re.compile(r"(?:其余|剩余|余下|剩下|尚余|跨年实施|结转)[^，。；、,;\d]{0,8}$")
_OF_WHICH = re.compile(r"[^，。；、,;\d]{0,10}中，")
_UNSUMMED = AGES | RATES | TIMES
_MOST_PARTS = 6
_AROUND = 16
_BACK = 16


def remainders(plain: str, quantities: Sequence[Quantity], sentences: Sentences) -> Iterator[Sum]:
    """The totals before what is left of them, and those that 中， divides; parts that do not make one claim nothing."""
    for index, quantity in enumerate(quantities):
        at = sentences.at(quantity.span.begin)
        begin, end = sentences.spans[at]
        if _LEFT.search(plain, max(begin, quantity.span.begin - _BACK), quantity.span.begin):
            told = [one for one in quantities[max(0, index - _AROUND) : index] if one.span.begin >= begin]
            yield from _ending_in(quantity, [one for one in told if _is_alike(one, quantity)])
        elif _OF_WHICH.match(plain, quantity.span.end):
            rest = [one for one in quantities[index + 1 : index + _AROUND] if one.span.begin < end]
            yield from _made_of(quantity, [one for one in rest if _is_alike(one, quantity)][:_MOST_PARTS])


def _ending_in(left: Quantity, told: Sequence[Quantity]) -> Iterator[Sum]:
    """The nearest total before ``left`` that it makes with all of its kind between them, or with one of those."""
    for at in range(len(told) - 2, -1, -1):
        total, between = told[at], told[at + 1 :]
        for parts in ([*between, left], *([one, left] for one in between)):
            if _makes(total, parts):
                yield _sum(total, parts)
                return


def _made_of(total: Quantity, parts: Sequence[Quantity]) -> Iterator[Sum]:
    if len(parts) > 1 and _makes(total, parts):
        yield _sum(total, parts)


def _is_alike(one: Quantity, other: Quantity) -> bool:
    return (
        one.unit == other.unit
        and one.unit not in _UNSUMMED
        and one.comparator is Comparator.EQUAL
        and one.per is None
        and one.value_high is None
    )


def _makes(total: Quantity, parts: Sequence[Quantity]) -> bool:
    return sum(part.value for part in parts) == total.value


def _sum(total: Quantity, parts: Sequence[Quantity]) -> Sum:
    held = [Part(part.value, (part,)) for part in parts]
    return claim(total, held, computed=add_up(held), operation="sum")
