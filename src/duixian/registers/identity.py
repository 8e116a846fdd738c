"""Numbers of identity cards: told from slips of the pen, and never shown whole."""

import re

_FORM = re.compile(r"[1-9][0-9]{16}[0-9X]")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK = "10X98765432"
_SHOWN = 4


def is_identity_number(written: str) -> bool:
    """Whether the last character is the check of the first seventeen. Source: GB 11643-1999.

    >>> is_identity_number("11010519491231002X"), is_identity_number("110105194912310021")
    (True, False)
    """
    if not _FORM.fullmatch(written):
        return False
    total = sum(int(digit) * weight for digit, weight in zip(written[:-1], _WEIGHTS, strict=True))
    return _CHECK[total % 11] == written[-1]


def masked(number: str) -> str:
    """The last four characters behind stars; nothing for no number.

    >>> masked("11010519491231002X")
    '**************002X'
    """
    return "*" * (len(number) - _SHOWN) + number[-_SHOWN:] if number else ""
