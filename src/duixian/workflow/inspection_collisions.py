"""What stands against a visit: too many to one body, the same matter again, several teams at once (第十五条)."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from duixian.ledgers.inspections.models import Inspected
from duixian.ledgers.inspections.post import NewInspection, Window
from duixian.ledgers.inspections.read import windows_in_force
from duixian.registers.models import Site
from duixian.units import Sentence, gettext_noop

# The same matter is not inspected again at the same body within this many days.
_SAME_MATTER_DAYS = 90


@dataclass(frozen=True, slots=True)
class Collision:
    """One reason against a window. ``code`` is frequency, many-headed or repeated."""

    code: str
    window: Window
    sentence: Sentence


def collisions(new: NewInspection) -> tuple[Collision, ...]:
    """Everything that stands against the plan, body by body; empty where nothing does."""
    most = Site.current().most_visits
    return tuple(found for window in new.windows for found in _of_window(new, window, most=most))


def _of_window(new: NewInspection, window: Window, *, most: int) -> Iterator[Collision]:
    reach = dt.timedelta(days=_SAME_MATTER_DAYS)
    around = list(
        windows_in_force(begins=window.begins - reach, ends=window.ends + reach, bodies=[window.body]).order_by(
            "begins"
        )
    )
    yield from _too_many(around, window, most=most)
    yield from _many_headed(around, window)
    yield from _repeated(around, window, new=new)


def _too_many(around: Iterable[Inspected], window: Window, *, most: int) -> Iterator[Collision]:
    for year, month in _months(window):
        held = [item for item in around if (year, month) in _months(Window(item.body, item.begins, item.ends))]
        if len(held) >= most:
            yield Collision(
                "frequency",
                window,
                Sentence(
                    gettext_noop("{body}在{year}年{month}月已安排督查 {held} 次（{numbers}），上限每月 {most} 次。"),
                    {
                        "body": str(window.body),
                        "year": str(year),
                        "month": month,
                        "held": len(held),
                        "numbers": "、".join(item.inspection.number for item in held),
                        "most": most,
                    },
                ),
            )


def _many_headed(around: Iterable[Inspected], window: Window) -> Iterator[Collision]:
    for item in around:
        if item.begins <= window.ends and item.ends >= window.begins:
            yield Collision(
                "many-headed",
                window,
                Sentence(
                    gettext_noop("{body}在 {begins} 至 {ends} 还有“{other}”（{number}），属多头督查，请合并或错开。"),
                    {
                        "body": str(window.body),
                        "begins": item.begins,
                        "ends": item.ends,
                        "other": item.inspection.title,
                        "number": item.inspection.number,
                    },
                ),
            )


def _repeated(around: Iterable[Inspected], window: Window, *, new: NewInspection) -> Iterator[Collision]:
    for item in around:
        same_order = new.order is not None and item.inspection.order_id == new.order.pk
        if same_order or item.inspection.title.strip() == new.title.strip():
            yield Collision(
                "repeated",
                window,
                Sentence(
                    gettext_noop("同一事项已由{number}于 {begins} 至 {ends} 督查过{body}，{days} 日内属重复督查。"),
                    {
                        "number": item.inspection.number,
                        "begins": item.begins,
                        "ends": item.ends,
                        "body": str(window.body),
                        "days": _SAME_MATTER_DAYS,
                    },
                ),
            )


def _months(window: Window) -> list[tuple[int, int]]:
    """Every month that the window touches."""
    first = window.begins.year * 12 + window.begins.month - 1
    last = window.ends.year * 12 + window.ends.month - 1
    return [(number // 12, number % 12 + 1) for number in range(first, last + 1)]
