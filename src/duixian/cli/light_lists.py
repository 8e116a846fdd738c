"""The lines of ``duixian lights``: the same lights as on the pages, with all that explains them."""

import datetime as dt
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from shutil import get_terminal_size
from typing import Any

from django.utils import timezone

from duixian.cli.columns import line_of, widths_for
from duixian.cli.words import printable
from duixian.ledgers.progress.series import WHOLE, Series
from duixian.pace import BASIS_WORDS, SEVERITY, Code, Course, Forecast, Light, light_of
from duixian.pace.backtest import Trial, backtest, covered, median_error
from duixian.registers.lookup import find_place
from duixian.registers.models import Place, Site, Target
from duixian.reports.lit.lamps import lamps
from duixian.reports.lit.read import batched
from duixian.reports.schemes import site_schemes
from duixian.units import plain

_HEADINGS = ("亮灯", "起始日", "实事", "指标", "地区", "完成/目标", "期限", "预计完成（早～晚）", "原因")
_WEIGHTS = (None, None, 2.0, 2.0, None, None, None, None, 4.0)
_CHUNK = 100


@dataclass(frozen=True, slots=True)
class Asked:
    """What to list: the lights of ``day``, of one place's shares or of whole targets, of one code or of all."""

    day: dt.date
    place: Place | None
    code: Code | None


@dataclass(frozen=True, slots=True)
class Line:
    """One light. ``owner`` is the share's place or body, None for the target's own."""

    target: Target
    owner: str | None
    light: Light


def asked(*, as_of: dt.date | None, place: str | None, light: str | None) -> Asked:
    """Errors: ValueError with the cure for a place or light that is not known, or a day that has not come."""
    today = Site.current().day(timezone.localdate())
    if as_of is not None and as_of > today:
        raise ValueError(f"{as_of.isoformat()} 还没有到（今天是 {today.isoformat()}）。请写今天或以前的日期。")
    day = as_of or today
    found = None
    if place is not None:
        found = Place.objects.filter(code=place).first() or find_place(place)
        if found is None:
            raise ValueError(f"没有“{place}”这个地区。请写全称、简称或区划代码。")
    return Asked(day, found, _code(light, day) if light else None)


def lines(wanted: Asked, *, notify: Callable[[int, int], None]) -> list[Line]:
    """The lights that are wanted, worst first, then by deadline. ``notify`` is told how many targets are read."""
    targets = Target.objects.order_by("pk")
    if wanted.place is not None:
        targets = targets.filter(allocations__place=wanted.place)
    keys = list(targets.values_list("pk", flat=True))
    found: list[Line] = []
    for number, some in enumerate(batched(keys, _CHUNK), 1):
        found += _lit(some, wanted)
        notify(min(number * _CHUNK, len(keys)), len(keys))
    found = [line for line in found if wanted.code is None or line.light.code == wanted.code]
    return sorted(found, key=lambda line: (SEVERITY.index(line.light.code), line.target.due, line.target.pk))


def as_json(found: Sequence[Line], wanted: Asked) -> str:
    """One object: the day, and a light for each line with rule, inputs, what turns it green, since and forecast."""
    told = {"as_of": wanted.day.isoformat(), "lights": [_told(line) for line in found]}
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def as_table(found: Sequence[Line], wanted: Asked) -> str:
    """A line a light, as wide as the terminal, and how many there are of each."""
    if not found:
        return f"截至 {wanted.day.isoformat()}，没有符合的灯。\n"
    rows = [_HEADINGS, *(tuple(printable(cell) for cell in _cells(line)) for line in found)]
    widths = widths_for(rows, weights=_WEIGHTS, width=max(get_terminal_size((160, 0)).columns, 100))
    looks = site_schemes().looks_on(wanted.day).looks
    codes = [line.light.code for line in found]
    counts = "、".join(f"{looks[code].word} {codes.count(code)}" for code in SEVERITY if code in codes)
    return "\n".join([*(line_of(row, widths) for row in rows), f"截至 {wanted.day.isoformat()}：{counts}", ""])


def told_backtest() -> str:
    """How the forecast did on every beginning of every history, of whole targets and of shares."""
    keys = list(Target.objects.order_by("pk").values_list("pk", flat=True))
    today = Site.current().day(timezone.localdate())
    found: dict[bool, list[Course]] = {True: [], False: []}
    for some in batched(keys, _CHUNK):
        for lamp in lamps(some, as_of=today, schemes=site_schemes()):
            found[lamp.series == WHOLE].append(lamp.course)
    return "".join(_told_backtest(words, found[whole]) for whole, words in ((True, "指标"), (False, "各地各单位分解")))


def _told_backtest(words: str, courses: Sequence[Course]) -> str:
    found = backtest(courses)
    errors = median_error(trial.error for trial in found.values)
    days = median_error(trial.error for trial in found.finishes)
    return (
        f"{words}，以后各次填报的数：{_coverage(found.values)}（应为 {found.nominal}%）；"
        f"中位误差占目标 {_or_none(errors)}%，直线外推 {_or_none(median_error(found.straight))}%\n"
        f"{words}，完成日：{_coverage(found.finishes)}（应为 {found.nominal}%）；中位误差 {_or_none(days)} 天\n"
    )


def _coverage(trials: Sequence[Trial]) -> str:
    return f"{len(trials)} 次预测，区间覆盖 {_or_none(covered(trials))}%"


def _or_none(value: object) -> str:
    return "—" if value is None else str(value)


def _code(written: str, day: dt.date) -> Code:
    looks = site_schemes().looks_on(day).looks
    for code, look in looks.items():
        if written in (code.value, look.word):
            return code
    known = "、".join(f"{code.value}（{look.word}）" for code, look in looks.items())
    raise ValueError(f"没有“{written}”这种灯。可以写：{known}。")


def _lit(keys: Sequence[int], wanted: Asked) -> Iterator[Line]:
    shares = wanted.place is not None
    for lamp in lamps(keys, as_of=wanted.day, schemes=site_schemes(), shares=shares):
        if _is_wanted(lamp.series, wanted.place):
            owner = wanted.place.name if wanted.place else None
            yield Line(lamp.target, owner, light_of(lamp.course, as_of=wanted.day))


def _is_wanted(series: Series, place: Place | None) -> bool:
    return series.place == (place.pk if place else None) and series.body is None


def _cells(line: Line) -> tuple[str, ...]:
    lit = line.light
    actual = "未填报" if lit.actual is None else plain(lit.actual)
    return (
        f"{lit.shape} {lit.word}",
        lit.since.isoformat(),
        line.target.commitment.title,
        line.target.object,
        line.owner or "",
        f"{actual}/{plain(lit.at.plan.target)}{lit.at.plan.unit}",
        line.target.due.isoformat(),
        _days(lit.forecast),
        str(lit.rule),
    )


def _days(forecast: Forecast) -> str:
    if forecast.due_median is None:
        return ""
    early, late = (day.isoformat() if day else "两年以后" for day in (forecast.early, forecast.late))
    return f"{early}～{late}"


def _told(line: Line) -> dict[str, Any]:
    lit = line.light
    return {
        "target": line.target.pk,
        "commitment": line.target.commitment.title,
        "object": line.target.object,
        "place": line.owner,
        "year": line.target.commitment.year,
        "code": lit.code.value,
        "word": lit.word,
        "colour": lit.colour,
        "since": lit.since.isoformat(),
        "until": _day(lit.until),
        "rule": str(lit.rule),
        "inputs": {label: str(value) for label, value in lit.inputs.items()},
        "green": str(lit.green),
        "curve": [{"basis": basis.value, "word": BASIS_WORDS[basis]} for basis in lit.course.curve.basis],
        "forecast": _told_forecast(lit.forecast),
    }


def _told_forecast(forecast: Forecast) -> dict[str, Any]:
    """Values as strings, exact; a day is null where it lies beyond two years after the deadline, or nothing is told."""
    values = {"due_low": forecast.due_low, "due_median": forecast.due_median, "due_high": forecast.due_high}
    return {
        "outlook": forecast.outlook.value,
        "method": str(forecast.method),
        "quantile": forecast.quantile,
        "increments": forecast.steps,
        "pace": None if forecast.pace is None else plain(forecast.pace),
        "early": _day(forecast.early),
        "median": _day(forecast.median),
        "late": _day(forecast.late),
        **{name: None if value is None else plain(value) for name, value in values.items()},
    }


def _day(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None
