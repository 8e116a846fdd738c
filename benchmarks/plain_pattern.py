"""The honest baseline: one pattern of number and unit. A reader that is not well above it has earned nothing."""

import re
from decimal import Decimal
from typing import NamedTuple

_UNITS = (
    "平方公里|平方米|立方米|个工作日|个百分点|人次|场次|批次|公里|万吨|小时|周岁|㎡|个|户|人|名|套|所|座|处|家|项|场|次|元"
    "|吨|亩|栋|台|辆|间|张|期|件|类|%"
)
_PATTERN = re.compile(
    rf"(?P<number>\d+(?:,\d{{3}})*(?:\.\d+)?|[一二两三四五六七八九十百千]+)(?P<large>[万亿]?)(?:余|多)?(?P<unit>{_UNITS})"
)
_LARGE = {"": Decimal(1), "万": Decimal(10_000), "亿": Decimal(100_000_000)}
_DIGITS = {"一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_PLACES = {"十": 10, "百": 100, "千": 1000}


class Found(NamedTuple):
    """Where a number with its unit stands, its value multiplied out, and its unit."""

    begin: int
    end: int
    value: Decimal
    unit: str


def find_plainly(text: str) -> list[Found]:
    """Everything that looks like a number and a unit."""
    return [
        Found(match.start(), match.end(), _value(match["number"]) * _LARGE[match["large"]], match["unit"])
        for match in _PATTERN.finditer(text)
    ]


def _value(number: str) -> Decimal:
    if number[0].isdigit():
        return Decimal(number.replace(",", ""))
    total = digit = 0
    for character in number:
        if character in _PLACES:
            total, digit = total + (digit or 1) * _PLACES[character], 0
        else:
            digit = _DIGITS[character]
    return Decimal(total + digit)
