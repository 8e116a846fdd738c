"""The strips as one drawing for the wall and for documents: an Altair specification, and SVG or PNG made of it here.

The page draws strips itself (decision 8): a picture of forty rows takes the server too long and a telephone cannot
read it. This is the same rows for paper.
"""

import datetime as dt
import json
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any

import altair as alt
import vl_convert

from duixian.reports.gantt import Strip
from duixian.units import gettext_noop

_FONTS = "Noto Sans CJK SC, Source Han Sans SC, Microsoft YaHei, PingFang SC, WenQuanYi Micro Hei, sans-serif"
# Printable on white, and told apart in grey: the same names as the schemes' colours.
_COLOURS = {
    "red": "#b3261e",
    "amber": "#8f5300",
    "yellow": "#665c00",
    "green": "#17704a",
    "teal": "#0a666b",
    "blue": "#1d5fa8",
    "violet": "#6941a5",
    "grey": "#55606e",
}
_PLAN, _INK, _SEAL = "#d5dbe3", "#1b2330", "#9c1c1c"
_ROW_PX, _WIDTH_PX, _NAME_PX = 26, 900, 360
_KEY = gettext_noop(
    "截至{day}（竖虚线）；浅条为计划，深条为按目标折算的已完成，◆ 为节点，红线为预计完成日的早侧到晚侧，红竖线居中"
)


def spec(
    strips: Sequence[Strip], *, as_of: dt.date, title: str, say: Callable[[str], str] = lambda text: text
) -> dict[str, Any]:
    """A Vega-Lite specification with all its data, for vl-convert or for any program that draws one.

    Shape: one strip at least, one row each in their order, named by light and title; bars for the plan and the share
    done, diamonds where a stage ends, a line from the forecast's early to its late side with a stroke at its middle, a
    dotted rule at ``as_of``. ``say`` translates msgids.
    Time: the axis is in UTC, for a day is not to move with the server's clock.
    """
    chart = alt.layer(*_bars(strips), _stages(strips), *_forecasts(strips), _now(as_of))
    heading = alt.TitleParams(text=title, subtitle=say(_KEY).format(day=as_of.isoformat()))
    whole = chart.properties(title=heading, width=_WIDTH_PX, height=_ROW_PX * max(1, len(strips)))
    return dict(whole.configure(font=_FONTS, padding=12).configure_title(fontSize=18, anchor="start").to_dict())


def as_svg(drawn: dict[str, Any]) -> bytes:
    """The specification drawn; its text stays text."""
    return _svg(json.dumps(drawn, sort_keys=True, ensure_ascii=False)).encode()


def as_png(drawn: dict[str, Any], *, scale: int = 2) -> bytes:
    """The specification drawn in pixels, ``scale`` of them for each of its own."""
    return _png(json.dumps(drawn, sort_keys=True, ensure_ascii=False), scale)


# A drawing takes 170 to 400 ms; the same rows are asked for again by whoever opens the file.
@lru_cache(maxsize=16)
def _svg(text: str) -> str:
    return str(vl_convert.vegalite_to_svg(json.loads(text)))


@lru_cache(maxsize=4)
def _png(text: str, scale: int) -> bytes:
    return bytes(vl_convert.vegalite_to_png(json.loads(text), scale=scale))


def _label(strip: Strip, at: int) -> str:
    """The row's name; numbered, for two commitments may have one title and would fall into one row."""
    return f"{at}. {strip.light.shape} {strip.name}"


def _rows(strips: Sequence[Strip], begins: Sequence[dt.date | None], ends: Sequence[dt.date | None]) -> alt.InlineData:
    """A bar's data: from the beginning of one day to the end of another; rows without one are left out."""
    values = [
        {
            "name": _label(strip, at),
            "begin": begin.isoformat(),
            "end": (end + dt.timedelta(days=1)).isoformat(),
            "colour": _COLOURS[strip.light.colour],
        }
        for at, (strip, begin, end) in enumerate(zip(strips, begins, ends, strict=True), 1)
        if begin is not None and end is not None
    ]
    return alt.InlineData(values=values)


def _x(field: str) -> Any:
    axis = alt.Axis(format="%Y-%m", title=None, orient="top", grid=True, labelOverlap=True)
    return alt.X(f"{field}:T", scale=alt.Scale(type="utc"), axis=axis)


def _y(strips: Sequence[Strip]) -> Any:
    names = [_label(strip, at) for at, strip in enumerate(strips, 1)]
    axis = alt.Axis(title=None, labelLimit=_NAME_PX, labelFontSize=13, ticks=False, domain=False)
    return alt.Y("name:N", sort=names, scale=alt.Scale(domain=names), axis=axis)


def _bars(strips: Sequence[Strip]) -> tuple[Any, Any]:
    begins = [strip.begins for strip in strips]
    plan = _rows(strips, begins, [strip.due for strip in strips])
    done = _rows(strips, begins, [_done_until(strip) for strip in strips])
    at = {"x": _x("begin"), "x2": "end", "y": _y(strips)}
    return (
        alt.Chart(plan).mark_bar(height=16, color=_PLAN).encode(**at),
        alt.Chart(done).mark_bar(height=8).encode(**at, color=alt.Color("colour:N", scale=None)),
    )


def _done_until(strip: Strip) -> dt.date | None:
    """The last day of the bar whose length is the share done of the plan's own; None where it has no length."""
    if not strip.done_share:
        return None
    days = int(((strip.deadline - strip.begins).days + 1) * strip.done_share / 100)
    return strip.begins + dt.timedelta(days=days - 1) if days else None


def _stages(strips: Sequence[Strip]) -> Any:
    values = [
        {"name": _label(strip, at), "end": stage.end.isoformat()}
        for at, strip in enumerate(strips, 1)
        for stage in strip.stages
    ]
    mark = alt.Chart(alt.InlineData(values=values)).mark_point(
        shape="diamond", size=50, filled=True, color=_INK, stroke="white"
    )
    return mark.encode(x=_x("end"), y=_y(strips))


def _forecasts(strips: Sequence[Strip]) -> tuple[Any, Any]:
    early, median, late = zip(*(_days(strip) for strip in strips), strict=True)
    between, middle = _rows(strips, early, late), _rows(strips, median, median)
    at = {"x": _x("begin"), "y": _y(strips)}
    return (
        alt.Chart(between).mark_rule(color=_SEAL, strokeWidth=3).encode(**at, x2="end"),
        alt.Chart(middle).mark_tick(color=_SEAL, thickness=3, size=16).encode(**at),
    )


def _days(strip: Strip) -> tuple[dt.date | None, dt.date | None, dt.date | None]:
    """Early side, middle and late side of the forecast; an interval without end is drawn to its middle."""
    if strip.finish is None:
        return None, None, None
    return strip.finish.early, strip.finish.median, strip.finish.late or strip.finish.median


def _now(as_of: dt.date) -> Any:
    data = alt.InlineData(values=[{"day": as_of.isoformat()}])
    return alt.Chart(data).mark_rule(color=_SEAL, strokeDash=[2, 4], strokeWidth=2).encode(x=_x("day"))
