"""A plan curve and the reported figures as points of a small drawing: geometry only, no colours."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from duixian.pace import Curve, Figure

# The drawing's own units; the page scales it. Room is left for the labels of both axes.
WIDTH, HEIGHT = 640, 220
LEFT, RIGHT, TOP, BOTTOM = 64, 16, 14, 30


@dataclass(frozen=True, slots=True)
class Tick:
    """A place on an axis and the words beside it."""

    at: float
    words: str


@dataclass(frozen=True, slots=True)
class Chart:
    """Shape: ``plan`` and ``done`` are SVG point lists; ``dots`` the reported figures; ``today`` an x or None."""

    plan: str
    done: str
    dots: tuple[tuple[float, float, Figure], ...]
    today: float | None
    months: tuple[Tick, ...]
    values: tuple[Tick, ...]
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT
    right: int = WIDTH - RIGHT
    top: int = TOP
    bottom: int = HEIGHT - BOTTOM


def chart(curve: Curve, figures: Iterable[Figure], *, as_of: dt.date) -> Chart:
    """The drawing of one target up to ``as_of``."""
    shown = list(figures)
    first, last = curve.knots[0].day, max([curve.knots[-1].day, *(figure.day for figure in shown)])
    most = max([curve.knots[-1].value, *(figure.value for figure in shown), Decimal(1)])
    days = max(1, (last - first).days)

    def x(day: dt.date) -> float:
        return round(LEFT + (WIDTH - LEFT - RIGHT) * (day - first).days / days, 1)

    def y(value: Decimal) -> float:
        return round(HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * float(value / most), 1)

    dots = tuple((x(figure.day), y(figure.value), figure) for figure in shown)
    return Chart(
        plan=" ".join(f"{x(knot.day)},{y(knot.value)}" for knot in curve.knots),
        done=" ".join(f"{at},{height}" for at, height, _ in dots),
        dots=dots,
        today=x(as_of) if first <= as_of <= last else None,
        months=tuple(Tick(x(day), str(day.month)) for day in _month_starts(first, last)),
        values=tuple(Tick(y(value), _short(value)) for value in (Decimal(0), curve.knots[-1].value)),
    )


def _month_starts(first: dt.date, last: dt.date) -> list[dt.date]:
    """The first day of every month between the two, thinned to at most thirteen."""
    months = range(first.year * 12 + first.month, last.year * 12 + last.month)
    days = [dt.date(number // 12, number % 12 + 1, 1) for number in months]
    return days[:: len(days) // 13 + 1]


def _short(value: Decimal) -> str:
    """``value`` short enough for an axis.

    >>> _short(Decimal(193000)), _short(Decimal(8000)), _short(Decimal("12.50"))
    ('19.3万', '8000', '12.5')
    """
    large = value >= 100_000  # noqa: PLR2004 -- six digits no longer fit beside the axis
    return f"{(value / 10_000).normalize():f}万" if large else f"{value.normalize():f}"
