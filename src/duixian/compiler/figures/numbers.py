"""Chinese and Arabic numerals as exact decimals; pure functions for the passes that meet a number."""

import re
from decimal import Decimal

_DIGIT = {"〇": 0, "零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_STEP = {"十": 10, "百": 100, "千": 1000}
_GROUP = {"万": 10**4, "亿": 10**8}
_MULTIPLIER = {**_STEP, **_GROUP}
# Bad recognition writes letters for digits: l50, 8OOO, 4,3O0, l.5.
_MISREAD = str.maketrans({"l": "1", "I": "1", "O": "0", "o": "0"})

CHINESE_DIGITS = "〇零一二两三四五六七八九十百千万亿"
# Lengths are bounded so that no run of digits or commas, however long, costs more than one look at each place.
ARABIC = r"(?:\d{1,3}(?:[,，]\d{3}){1,5}(?!\d)|\d{1,15})(?:\.\d{1,8})?"
# 9 800延米: thousands parted by a blank, only where the number follows a word; two columns of a table stand alike.
SPACED = r"\d{1,3}(?: \d{3}){1,2}(?![\d,，.])"
MISREAD = (
    r"(?:(?=[lIOo]{0,6}\d)[\dlIOo]{2,9}(?:\.\d{1,4})?|[lIOo]\.\d{1,4}|l{1,2}(?![.,，])"
    r"|[\dlIOo]{1,3}(?:[,，][\dlIOo]{3}){1,3}(?![\dlIOo.]))"
)
CHINESE = rf"[{CHINESE_DIGITS}]{{1,16}}(?:点[〇零一二三四五六七八九]{{1,6}}(?:[万亿]{{1,2}})?)?"
NUMBER = (
    rf"(?:\d{{1,5}}亿\d{{1,4}}万|(?:(?<=[\u4e00-\u9fff]){SPACED}|{ARABIC}|{MISREAD})(?:[余多几]?(?:[十百千]?[万亿]{{1,2}}|[百千](?![米克瓦伏卡分])))?"
    rf"|{CHINESE}(?:[余多][万亿])?)(?!(?!k?m(?![A-Za-z]))[A-Za-z])"
)
# Every sign with which a number can begin, as in a character class.
NUMBER_BEGINS = rf"\dlIOo{CHINESE_DIGITS}"

# 1亿8600万元.
_HUNDREDS_OF_MILLIONS = re.compile(r"(\d{1,5})亿(\d{1,4})万")
_ARABIC_PARTS = re.compile(r"([\d.]+)([余多几]?)([十百千万亿]*)")


def read_number(written: str) -> Decimal | None:
    """The exact value of a numeral, or None where it is none: 万 and 亿 multiplied out, 余 and 多 left aside.

    >>> read_number("27.95万"), read_number("三万五千二百"), read_number("8OOO"), read_number("十余万")
    (Decimal('279500'), Decimal('35200'), Decimal('8000'), Decimal('100000'))
    """
    if written.isdecimal() and written.isascii():
        return Decimal(written)
    plain = written.replace(",", "").replace("，", "").replace(" ", "")
    if plain and plain[0] in CHINESE_DIGITS:
        return read_chinese(plain.replace("余", "").replace("多", ""))
    if (hundreds := _HUNDREDS_OF_MILLIONS.fullmatch(plain)) is not None:
        return Decimal(hundreds[1]) * _GROUP["亿"] + Decimal(hundreds[2]) * _GROUP["万"]
    found = _ARABIC_PARTS.fullmatch(plain.translate(_MISREAD))
    if found is None or found[1].count(".") > 1 or not found[1].strip("."):
        return None
    value = Decimal(found[1])
    for step in found[3]:
        value *= _MULTIPLIER[step]
    return _tidy(value)


def read_chinese(written: str) -> Decimal | None:
    """The value of a numeral in Chinese characters, or None.

    >>> read_chinese("二千零五"), read_chinese("十二点五万"), read_chinese("百"), read_chinese("二〇二三")
    (Decimal('2005'), Decimal('125000'), Decimal('100'), Decimal('2023'))
    """
    whole, point, rest = written.partition("点")
    if point:
        return _with_fraction(whole, rest)
    if len(whole) > 1 and all(sign in _DIGIT for sign in whole):
        return Decimal("".join(str(_DIGIT[sign]) for sign in whole))
    value = _read_groups(whole)
    return None if value is None else Decimal(value)


def _with_fraction(whole: str, rest: str) -> Decimal | None:
    digits = rest.rstrip("万亿")
    head = read_chinese(whole)
    if head is None or not digits or any(sign not in _DIGIT for sign in digits):
        return None
    value = head + Decimal("0." + "".join(str(_DIGIT[sign]) for sign in digits))
    for step in rest[len(digits) :]:
        value *= _GROUP[step]
    return _tidy(value)


def _read_groups(written: str) -> int | None:
    """Sums of groups under 万, times their 万 and 亿; 万亿 multiplies both."""
    if not written:
        return None
    total, group = 0, ""
    for sign in written:
        if sign not in _GROUP:
            group += sign
            continue
        part = _read_group(group) if group else (0 if total else 1)
        if part is None:
            return None
        total = (total + part) * _GROUP[sign] if total < _GROUP[sign] else total + part * _GROUP[sign]
        group = ""
    return _add_tail(total, group, written)


def _add_tail(total: int, group: str, written: str) -> int | None:
    if not group:
        return total
    tail = _read_group(group)
    if tail is None:
        return None
    # 三万五 says 35,000: a lone digit after 万, 千 or 百 counts in tenths of it.
    before = written[-2] if len(written) > 1 and group == written[-1] else ""
    if before in _GROUP and tail < 10:  # noqa: PLR2004 - one digit
        tail *= _GROUP[before] // 10
    return total + tail


def _read_group(written: str) -> int | None:
    """A numeral under 万: 三千五百, 十二, 二百五 (250), 一百零五."""
    value, digit, last = 0, None, 1
    for sign in written:
        if sign in _STEP:
            value += (1 if digit is None else digit) * _STEP[sign]
            digit, last = None, _STEP[sign]
        elif sign not in _DIGIT or digit not in (None, 0):
            return None
        else:
            digit, last = _DIGIT[sign], last if _DIGIT[sign] else 1
    if digit is None:
        return value
    return value + digit * (last // 10 if last >= 100 else 1)  # noqa: PLR2004 - 二百五, not 十五


def _tidy(value: Decimal) -> Decimal:
    """A whole value without decimal zeros; anything else without the zeros that say nothing."""
    return Decimal(int(value)) if value == int(value) else value.normalize()


_WRITTEN = re.compile(rf"(?P<digits>{SPACED}|{ARABIC}|{MISREAD})(?:[余多几])?(?P<steps>[十百千万亿]{{0,3}})")


def last_digit(quote: str) -> Decimal:
    """What one more in the last written digit of the number would mean: a figure cannot be more exact than that.

    >>> last_digit("1.14亿元"), last_digit("380万元"), last_digit("12.5%"), last_digit("三所")
    (Decimal('1000000'), Decimal('10000'), Decimal('0.1'), Decimal('1'))
    """
    found = _WRITTEN.search(quote)
    if found is None:
        return Decimal(1)
    decimals = len(found["digits"].partition(".")[2])
    step = Decimal(1).scaleb(-decimals)
    for sign in found["steps"]:
        step *= _MULTIPLIER[sign]
    return _tidy(step)
