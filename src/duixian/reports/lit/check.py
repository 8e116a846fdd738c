"""Proves that the kept lights are what registers, ledgers and pace say."""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence

from duixian.registers.models import Target
from duixian.reports.lit.lamps import lamps
from duixian.reports.lit.models import LitLine, LitMark
from duixian.reports.lit.read import batched
from duixian.reports.lit.refresh import line_of_lamp, unfollowed_targets
from duixian.reports.schemes import site_schemes

_CHUNK = 200
_COMPARED = ("code", "severity", "since", "day_until", "value", "value_day", "early", "median", "late")


def wrong_lights(*, notify: Callable[[int, int], None] | None = None) -> list[str]:
    """A line for each kept light that lighting again does not give; empty where all is well, or none are kept.

    ``notify`` is told how many targets were lit again, of how many.

    Time: on the day they were last made good for. Lines that wait to be lit again, for the log or the calendar says so,
    are passed over: nobody is told them as today's.
    """
    mark = LitMark.objects.filter(pk=1).first()
    if mark is None or mark.day is None:
        return []
    moved = unfollowed_targets(mark)
    keys = Target.objects.order_by("pk").values_list("pk", flat=True)
    known = [key for key in keys if moved is not None and key not in moved]
    wrong: list[str] = []
    for number, some in enumerate(batched(known, _CHUNK), 1):
        wrong += _wrong(some, mark.day)
        if notify:
            notify(min(number * _CHUNK, len(known)), len(known))
    return wrong


def _wrong(keys: Sequence[int], day: dt.date) -> Iterator[str]:
    lines = LitLine.objects.filter(target__in=keys).exclude(day_until__lt=day)
    kept = {(line.target_id, line.place_id, line.for_body_id): line for line in lines}
    for lamp in lamps(sorted({key[0] for key in kept}), as_of=day, schemes=site_schemes()):
        line = kept.pop((lamp.target.pk, lamp.series.place, lamp.series.body), None)
        whose = f"指标 {lamp.target.pk}（{lamp.target.object}）、地区 {lamp.series.place or '—'}"
        if line is None:
            yield f"{whose}：没有留存的灯"
        else:
            yield from _differences(line, line_of_lamp(lamp, day=line.day_from), whose)
    for target, place, body in kept:
        yield f"指标 {target}、地区 {place or '—'}、单位 {body or '—'}：留有灯，但没有这项分解"


def _differences(line: LitLine, again: LitLine, whose: str) -> Iterator[str]:
    for name in _COMPARED:
        kept, now = getattr(line, name), getattr(again, name)
        if kept != now:
            yield f"{whose}：留存的灯 {name} 是 {kept}，重算是 {now}"
