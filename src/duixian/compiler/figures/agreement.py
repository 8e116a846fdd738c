"""Where two figures of one document do not agree: one target with two numbers, bounds that both hold the same value."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from duixian.compiler.reading import Document, Quantity, Role
from duixian.units import Finding, Severity, plain

_SHORT = 4
_NEAR = 60


def differing_targets(document: Document) -> Iterator[Finding]:
    """The same thing, place and unit promised with two numbers, once in a section and once in a point under it."""
    summed = {span for one in document.sums for span in (one.total, *one.parts)}
    groups: dict[tuple[object, ...], list[Quantity]] = {}
    for quantity in document.quantities:
        if quantity.role is Role.TARGET and quantity.per is None and quantity.span not in summed:
            key = (quantity.object, quantity.unit, quantity.place, quantity.period, quantity.clause.split(".")[0])
            groups.setdefault(key, []).append(quantity)
    for (name, *_), held in groups.items():
        if isinstance(name, str) and len(name) >= _SHORT:
            yield from _two_numbers(name, held)


def _two_numbers(name: str, held: Sequence[Quantity]) -> Iterator[Finding]:
    """Only where each of the two clauses names the thing once: a list of several is no contradiction."""
    first = held[0]
    named = Counter(quantity.clause for quantity in held)
    once = [quantity for quantity in held if named[quantity.clause] == 1]
    for other in once:
        under = other.clause.startswith(f"{first.clause}.")
        if under and named[first.clause] == 1 and (other.value, other.value_high) != (first.value, first.value_high):
            yield Finding(
                "same-target-two-numbers",
                Severity.WARNING,
                (
                    f"“{name}”在第{first.clause}条写“{first.quote}”，在第{other.clause}条写“{other.quote}”，同一指标"
                    f"两个数，无法确定按哪个考核。请核对原文，采用时选定一个。"
                ),
                other.span,
            )


def overlapping_bounds(document: Document) -> Iterator[Finding]:
    """100户以下…，100户以上…: both include the number itself (民法典 §1259), so one case falls under two rules."""
    near = zip_longest(document.quantities, document.quantities[1:], document.quantities[2:])
    for first, second in ((first, other) for first, *others in near for other in others if other):
        same = first.value == second.value and first.unit == second.unit and first.clause == second.clause
        ends = {first.quote[-2:], second.quote[-2:]}
        if same and ends == {"以上", "以下"} and second.span.begin - first.span.end < _NEAR:
            yield Finding(
                "overlapping-bounds",
                Severity.WARNING,
                (
                    f"“{first.quote}”和“{second.quote}”都包含本数（民法"
                    f"典第一千二百五十九条），恰为{plain(first.value)}{first.unit}时两档同时适用。请明确本数归哪一档。"
                ),
                second.span,
            )
