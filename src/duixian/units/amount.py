"""Decimal numbers, read and written exactly."""

from decimal import Decimal, InvalidOperation


def parse_decimal(written: str) -> Decimal | None:
    """The number that ``written`` is in plain digits, or None: a missing number is never zero.

    >>> parse_decimal("1,350.50")
    Decimal('1350.50')
    >>> parse_decimal("") is None
    True
    >>> parse_decimal("NaN") is None
    True
    """
    try:
        value = Decimal(written.replace(",", "").strip())
    except InvalidOperation:
        return None
    return value if value.is_finite() else None


def plain(value: Decimal) -> str:
    """``value`` without exponent and without zeros that say nothing.

    >>> plain(Decimal("4080E4")), plain(Decimal("1.50")), plain(Decimal("0.00"))
    ('40800000', '1.5', '0')
    """
    text = f"{value:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text or "0"


def trimmed(value: Decimal) -> Decimal:
    """The same number without the zeros that a database column adds, so that its last digit means something.

    >>> trimmed(Decimal("86.0000"))
    Decimal('86')
    """
    return Decimal(plain(value))
