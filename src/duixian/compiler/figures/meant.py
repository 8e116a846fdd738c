"""Tells whether parts make a total, and where they do not, whether they were meant to; shared by all forms of sums."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import accumulate, pairwise

from duixian.compiler.figures.arithmetic import Part, add_up, agrees, claim, is_near
from duixian.compiler.reading import Comparator, Quantity, Sum

_GIVER = re.compile(
    r"^(?:争取)?(?:中央|国家|上级|自治区|自治州|省|州|市|县|区|乡|镇|村|地方|财政|社会|企业|群众|自筹|银行)"
)
# A list that names no places may leave others out unless it comes so near its total, two parts nearer than more.
_FEW_SHORT, _MANY_SHORT = Decimal("0.05"), Decimal("0.1")
# Farther off than this, the two were never meant for each other.
_FAR = 3
_NEXT_PART = re.compile(r"(?:[（(][^（）()]{0,60}[）)])?(?P<mark>[、，；,;和及与])\s?[^\d，。；、,;\n]{0,16}")


def judged(plain: str, total: Quantity, parts: list[Part], *, complete: bool, strict: bool = False) -> Iterator[Sum]:
    """The sum that the parts, or the first of them, make; one that does not hold only where that is what is meant."""
    if len(parts) < 2 or total.per or total.value_high is not None:  # noqa: PLR2004 - one part is no list
        return
    made = _first_that_make(plain, total, parts)
    if made:
        yield claim(total, made, computed=add_up(made), operation="sum")
        return
    computed = add_up(parts)
    if not strict and (agrees(total, computed) or _is_meant(plain, total, parts, complete=complete)):
        yield claim(total, parts, computed=computed, operation="sum")


def _first_that_make(plain: str, total: Quantity, parts: list[Part]) -> list[Part]:
    """The parts from the first on that make an exact total; none where fewer than two do."""
    if total.comparator is not Comparator.EQUAL:
        return []
    sums = enumerate(accumulate(part.value for part in parts), start=1)
    made = (parts[:count] for count, computed in sums if count > 1 and agrees(total, computed))
    return next((some for some in made if not _is_within_list(plain, parts, len(some))), [])


def _is_within_list(plain: str, parts: list[Part], count: int) -> bool:
    """Whether 、 leads on from the last of the first ``count`` parts: a list is taken whole."""
    end = parts[count - 1].quantities[-1].span.end
    return count < len(parts) and plain.startswith("、", end)


def _is_meant(plain: str, total: Quantity, parts: list[Part], *, complete: bool) -> bool:
    """Whether parts that do not make the total were meant to: a full list, or one that comes near or goes over."""
    computed = add_up(parts)
    even = _is_even(plain, total, parts, complete=complete)
    if even and (complete or computed > total.value):
        return total.value < computed * _FAR and computed < total.value * _FAR
    if not is_near(total, computed):
        return False
    if complete or computed > total.value or _by_place(parts) or _by_level(parts):
        return True
    return total.value - computed <= total.value * (_FEW_SHORT if len(parts) == 2 else _MANY_SHORT)  # noqa: PLR2004


def _is_even(plain: str, total: Quantity, parts: list[Part], *, complete: bool) -> bool:
    """Whether the parts are one list and nothing but it: 甲县3个、乙县4个, a name before each number."""
    gaps = (plain[one.quantities[-1].span.end : other.quantities[0].span.begin] for one, other in pairwise(parts))
    links = [_NEXT_PART.fullmatch(gap) for gap in gaps]
    if not all(links):
        return False
    return (
        complete or all(link and link["mark"] == "、" for link in links) or all(_is_of(total, part) for part in parts)
    )


def _is_of(total: Quantity, part: Part) -> bool:
    """Whether a part is of the total's kind: 充电车位 of 车位, not 配套座椅."""
    whole, own = total.object or "", part.quantities[-1].object or ""
    return bool(whole and own) and whole[-1] == own[-1]


def _by_place(parts: list[Part]) -> bool:
    return len({part.quantities[-1].place for part in parts}) == len(parts)


def _by_level(parts: list[Part]) -> bool:
    """中央资金…、县级自筹…: money by who gives it."""
    return all(_GIVER.search(part.quantities[-1].object or "") for part in parts)
