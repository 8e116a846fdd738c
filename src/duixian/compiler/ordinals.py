"""Ordinals as headings and days write them: 三, 二十一, 〇, 12, ⑤, ㈢, Ⅳ."""

import re

NUMERALS = "〇零一二三四五六七八九十百两"
NUMERAL = f"[{NUMERALS}]{{1,6}}"
_VALUE = {mark: value for value, mark in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
# One character for number and mark, by the style of label that each stands for: ① ⑴ ⒈ ❶ ㈠ ㊀.
_SIGN_STYLES = (
    ("circled", 0x2460, 20),
    ("paren", 0x2474, 20),
    ("dot", 0x2488, 20),
    ("circled", 0x2776, 10),
    ("circled", 0x2780, 10),
    ("cn_paren", 0x3220, 10),
    ("circled", 0x3280, 10),
)
_SIGNS = {chr(first + n): (style, n + 1) for style, first, count in _SIGN_STYLES for n in range(count)}
SIGNS = "".join(_SIGNS)
ROMAN = "".join(chr(0x2160 + n) for n in range(12))
_ROMAN = {sign: n for n, sign in enumerate(ROMAN, 1)}
# The numerals of cheques, which older and traditional papers put before their parts: 壹、 貳、.
FORMAL = "[壹贰貳叁參参肆伍陆陸柒捌玖拾]{1,3}"
_PLAIN = str.maketrans("壹贰貳叁參参肆伍陆陸柒捌玖拾", "一二二三三三四五六六七八九十")
_NUMERAL = re.compile(NUMERAL)


def read_ordinal(written: str) -> int:
    """The ordinal's number; 0 where it is none.

    >>> [read_ordinal(mark) for mark in ("三", "十", "二十一", "一百零二", "12", "⑤", "甲")]
    [3, 10, 21, 102, 12, 5, 0]
    >>> read_ordinal("贰"), read_ordinal("㈣"), read_ordinal("Ⅳ")
    (2, 4, 4)
    """
    if written.isdecimal():
        return int(written)
    if written in _SIGNS:
        return _SIGNS[written][1]
    if written in _ROMAN:
        return _ROMAN[written]
    written = written.translate(_PLAIN)
    return _chinese(written) if _NUMERAL.fullmatch(written) else 0


def style_of_sign(sign: str) -> str:
    """The style of label that one character for number and mark stands for: ㈠ for （一）."""
    return _SIGNS[sign][0]


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
