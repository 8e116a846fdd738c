"""Exact arithmetic on yuan, and the one place where it is rounded."""

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Context, Decimal, DivisionByZero, Inexact, InvalidOperation, Overflow

from duixian.units import gettext_noop

YUAN = gettext_noop("元")
PERCENT = "%"
HUNDRED = Decimal(100)
FEN = Decimal("0.01")
# A context of our own: the process's may be changed by anybody, and this one refuses to lose a digit in silence.
EXACT = Context(prec=60, traps=[Inexact, InvalidOperation, DivisionByZero, Overflow])
_ROUNDING = Context(prec=60, rounding=ROUND_HALF_UP, traps=[InvalidOperation, Overflow])


def round_half_up_to_fen(amount: Decimal) -> Decimal:
    """``amount`` in yuan to the fen, half a fen up. Source: no act rounds otherwise than offices do (四舍五入).

    >>> round_half_up_to_fen(Decimal("2469.135")), round_half_up_to_fen(Decimal(7))
    (Decimal('2469.14'), Decimal('7.00'))
    """
    return amount.quantize(FEN, context=_ROUNDING)


def exact_share(base: Decimal, *, percentages: Iterable[Decimal]) -> Decimal:
    """``base`` times each percentage, with every digit.

    >>> exact_share(Decimal(20000), percentages=(Decimal(60), Decimal(30)))
    Decimal('3600')
    """
    for percentage in percentages:
        base = EXACT.divide(EXACT.multiply(base, percentage), HUNDRED)
    return base


def exact_sum(amounts: Iterable[Decimal]) -> Decimal:
    """The sum with every digit."""
    total = Decimal(0)
    for amount in amounts:
        total = EXACT.add(total, amount)
    return total
