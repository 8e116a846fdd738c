"""Writes a counting number in the formats that Word's automatic numbering knows."""

from collections.abc import Callable

_DIGITS = "零一二三四五六七八九"
_UNITS = ("", "十", "百", "千")
_LEGAL = str.maketrans("零一二三四五六七八九十百千", "零壹贰叁肆伍陆柒捌玖拾佰仟")
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_LARGEST = 9999


def write_number(number: int, number_format: str) -> str:
    """``number`` as Word shows it in ``number_format`` (ST_NumberFormat of ECMA-376); unknown formats are decimal.

    >>> [write_number(n, "chineseCounting") for n in (3, 10, 12, 20, 105)]
    ['三', '十', '十二', '二十', '一百零五']
    >>> write_number(2, "decimalEnclosedCircle"), write_number(28, "lowerLetter"), write_number(9, "upperRoman")
    ('②', 'bb', 'IX')
    """
    writer = _FORMATS.get(number_format, str)
    return writer(number) if 0 < number <= _LARGEST else str(number)


def _chinese(number: int) -> str:
    written, gap = "", False
    for position, digit in enumerate(reversed(str(number))):
        if digit == "0":
            gap = bool(written)
            continue
        written = _DIGITS[int(digit)] + _UNITS[position] + ("零" if gap else "") + written
        gap = False
    return written.removeprefix("一") if written.startswith("一十") else written


def _letters(number: int) -> str:
    """Word goes on with aa, bb, cc after z."""
    times, letter = divmod(number - 1, 26)
    return chr(ord("a") + letter) * (times + 1)


def _roman(number: int) -> str:
    written = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        written += letters * count
    return written


def _from(first: str, last: int) -> Callable[[int], str]:
    """Signs that follow ``first`` in Unicode for 1 to ``last``; beyond, plain digits, as Word has no sign either."""
    return lambda number: chr(ord(first) + number - 1) if number <= last else str(number)


def _of(signs: str) -> Callable[[int], str]:
    return lambda number: signs[(number - 1) % len(signs)]


def _full_width(number: int) -> str:
    return "".join(chr(ord("０") + int(digit)) for digit in str(number))


_FORMATS: dict[str, Callable[[int], str]] = {
    "decimalZero": lambda number: f"{number:02}",
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerLetter": _letters,
    "upperRoman": _roman,
    "lowerRoman": lambda number: _roman(number).lower(),
    "chineseCounting": _chinese,
    "chineseCountingThousand": _chinese,
    "japaneseCounting": _chinese,
    "taiwaneseCounting": _chinese,
    "taiwaneseCountingThousand": _chinese,
    "ideographDigital": lambda number: "".join("〇一二三四五六七八九"[int(digit)] for digit in str(number)),
    "chineseLegalSimplified": lambda number: _chinese(number).translate(_LEGAL),
    "ideographLegalTraditional": lambda number: _chinese(number).translate(_LEGAL),
    "ideographTraditional": _of("甲乙丙丁戊己庚辛壬癸"),
    "ideographZodiac": _of("子丑寅卯辰巳午未申酉戌亥"),
    "decimalEnclosedCircle": _from("①", 20),
    "decimalEnclosedCircleChinese": _from("①", 20),
    "decimalEnclosedParen": _from("⑴", 20),
    "decimalEnclosedFullstop": _from("⒈", 20),
    "ideographEnclosedCircle": _from("㊀", 10),
    "decimalFullWidth": _full_width,
    "decimalFullWidth2": _full_width,
}
