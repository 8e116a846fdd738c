"""Ordinals as headings and days write them: 三, 二十一, 〇, 12, ⑤."""

import re

NUMERAL = "[〇零一二三四五六七八九十百两]{1,6}"
_VALUE = {mark: value for value, mark in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_CIRCLED = {chr(0x2460 + n): n + 1 for n in range(20)}
CIRCLED = "[①-⑳]"
# The numerals of cheques, which older and traditional papers put before their parts: 壹、 貳、.
FORMAL = "[壹贰貳叁參参肆伍陆陸柒捌玖拾]{1,3}"
_PLAIN = str.maketrans("壹贰貳叁參参肆伍陆陸柒捌玖拾", "一二二三三三四五六六七八九十")
_NUMERAL = re.compile(NUMERAL)


def read_ordinal(written: str) -> int:
    """The ordinal's number; 0 where it is none.

    >>> [read_ordinal(mark) for mark in ("三", "十", "二十一", "一百零二", "12", "⑤", "甲")]
    [3, 10, 21, 102, 12, 5, 0]
    >>> read_ordinal("贰")
    2
    """
    if written.isdecimal():
        return int(written)
    if written in _CIRCLED:
        return _CIRCLED[written]
    written = written.translate(_PLAIN)
    return _chinese(written) if _NUMERAL.fullmatch(written) else 0


def _chinese(written: str) -> int:
    total = digit = 0
    for mark in written:
        if mark == "百":
            total, digit = total + (digit or 1) * 100, 0
        elif mark == "十":
            total, digit = total + (digit or 1) * 10, 0
        else:
            digit = _VALUE[mark]
    return total + digit
