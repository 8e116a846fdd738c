import datetime as dt
import re
from decimal import Decimal

import pytest

from duixian.pace import (
    LOOKS,
    Code,
    Figure,
    Light,
    NotInForceError,
    Schemes,
    history,
    light,
    read_schemes,
    shipped_schemes,
)
from duixian.units.yaml_nodes import DataFileError

from .plans import day, figures, plan

LINE = "{from: 2000-01-01, value: VALUE, source: 文件, reason: 理由}"
LIGHTS = {
    code.value: f"{{word: {look.word}, shape: {look.shape}, colour: {look.colour}}}" for code, look in LOOKS.items()
}


def line(value: object, *, begins: str = "2000-01-01") -> str:
    return LINE.replace("VALUE", str(value)).replace("2000-01-01", begins)


def block(*, begins: str = "2000-01-01", **changed: str | None) -> str:
    """A block of looks; ``at_risk=None`` leaves that light out."""
    lights = {code: text for code, text in LIGHTS.items() if changed.get(code.replace("-", "_"), "") is not None}
    lights |= {code.replace("_", "-"): text for code, text in changed.items() if text is not None}
    written = ", ".join(f"{code}: {text}" for code, text in lights.items())
    return f"{{from: {begins}, name: 甲, source: 文件, reason: 理由, lights: {{{written}}}}}"


def scheme(
    *,
    tolerance: str = line(5),
    unit: str = '"%"',
    age: str = line(31),
    quantile: str = line(80),
    least: str = line(3),
    looks: str = "",
) -> str:
    return (
        f"tolerance: {{unit: {unit}, values: [{tolerance}]}}\n"
        f"figure_age: {{unit: 天, values: [{age}]}}\n"
        f'forecast_quantile: {{unit: "%", values: [{quantile}]}}\n'
        f"least_history: {{unit: 次, values: [{least}]}}\n"
        f"looks: [{looks or block()}]\n"
    )


def read(**parts: str) -> Schemes:
    return read_schemes(scheme(**parts), file="scheme.yaml")


def test_the_shipped_scheme_names_source_and_reason_of_every_value() -> None:
    shipped = shipped_schemes()
    for values in (*shipped.values.values(), shipped.looks):
        assert all(value.source and value.reason for value in values)


def test_no_shipped_line_that_was_in_force_is_ever_changed() -> None:
    """What lights were judged by stays on record: whoever wants another value adds a line with a later day."""
    beginning = dt.date(2000, 1, 1)
    first = {name: (values[0].from_day, values[0].value) for name, values in shipped_schemes().values.items()}
    assert first == {
        "tolerance": (beginning, 5),
        "figure_age": (beginning, 31),
        "forecast_quantile": (beginning, 80),
        "least_history": (beginning, 3),
    }


def test_a_value_holds_from_its_day_until_the_next_one_s() -> None:
    schemes = read(tolerance=f"{line(5)}, {line(2.5, begins='2026-07-01')}")
    held = [str(schemes.on("tolerance", day=day(at)).value) for at in ("6-30", "7-1", "7-2")]
    assert held == ["5", "2.5", "2.5"]


def test_a_changed_tolerance_lights_from_its_day_on_and_not_before() -> None:
    strict = read(tolerance=f"{line(5)}, {line(0, begins='2026-06-30')}")
    total = (Figure(day("6-1"), Decimal(145)),)
    lit = [light(plan(), total, as_of=day(at), schemes=strict).code for at in ("6-29", "6-30")]
    assert lit == [Code.ON_PACE, Code.BEHIND]
    turned = history(plan(), total, until=day("7-1"), schemes=strict)
    assert turned[-1] == (day("6-30"), Code.BEHIND)


def test_a_place_may_do_without_risk_and_acceptance() -> None:
    three = read(looks=block(at_risk=None, accepted=None))
    slowing = figures(d1_31=80, d2_28=130, d3_31=180, d4_30=181, d5_31=182, d6_30=183)

    def lit(**given: dt.date) -> Light:
        return light(plan(), slowing, as_of=day("6-30"), schemes=three, **given)

    assert light(plan(), slowing, as_of=day("6-30")).code is Code.AT_RISK
    assert lit().code is Code.ON_PACE
    done = figures(d6_30=365)
    assert light(plan(), done, as_of=day("6-30"), accepted=day("6-30"), schemes=three).code is Code.DONE


def test_words_and_colours_are_the_scheme_s_of_the_day() -> None:
    later = block(begins="2026-07-01", behind="{word: 红灯, shape: ▲, colour: red}")
    schemes = read(looks=f"{block()}, {later}")
    lit = [light(plan(), figures(d6_30=30), as_of=day(at), schemes=schemes) for at in ("6-30", "7-1")]
    assert [(one.word, one.colour) for one in lit] == [("滞后", "amber"), ("红灯", "red")]


def test_before_the_first_day_no_value_is_in_force() -> None:
    assert read().on("tolerance", day=dt.date(2000, 1, 1)).value == 5
    with pytest.raises(NotInForceError, match="tolerance: no value in force on 1999-12-31"):
        read().on("tolerance", day=dt.date(1999, 12, 31))
    with pytest.raises(NotInForceError, match="looks"):
        read().looks_on(dt.date(1999, 12, 31))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a: [", "scheme.yaml 第 1 行：不是 YAML"),
        ("", "第 1 行：文件是空的"),
        (scheme().replace("figure_age", "age"), "第 2 行：不认识“age”"),
        (scheme().replace("figure_age: {unit: 天", "# "), "缺少“figure_age”"),
        (scheme(unit="点"), "第 1 行：tolerance 的单位不是“%”。请写 unit: '%'"),
        (scheme(tolerance=""), "第 1 行：一行都没有"),
        (scheme(tolerance="{from: 2000-01-01, value: 5}"), "缺少“source”"),
        (scheme(tolerance=line(5, begins="昨天")), "“昨天”不是日期"),
        (scheme(tolerance=line(-1)), "“-1”不是数"),
        (scheme(tolerance=line(101)), "tolerance 不能是 101。请写 0 到 100 之间的数"),
        (scheme(age=line("1.5")), "第 2 行：figure_age 不能是 1.5。请写整数"),
        (scheme(quantile=line(81)), "第 3 行：forecast_quantile 不能是 81。可以写：75、80、90、95"),
        (scheme(least=line(1)), "第 4 行：least_history 不能是 1。请写 2 到 60 之间的数"),
        (scheme(tolerance=f"{line(5)}, {line(5)}"), "2000-01-01 不晚于上一行的 2000-01-01"),
        (scheme(looks=block(done=None)), "第 5 行：缺少“done”"),
        (scheme(looks=block(done="{word: 滞后, shape: ●, colour: blue}")), "名称或形状相同"),
        (scheme(looks=block(done="{word: 办结, shape: ▲, colour: blue}")), "颜色不能是唯一的区别"),
        (scheme(looks=block(done="{word: 办结, shape: 圆, colour: blue}")), "没有“圆”这个形状"),
        (scheme(looks=block(done="{word: 办结, shape: ●, colour: pink}")), "没有“pink”这个颜色"),
    ],
)
def test_a_wrong_file_is_refused_with_its_line_what_was_found_and_the_cure(text: str, message: str) -> None:
    with pytest.raises(DataFileError, match=re.escape(message)):
        read_schemes(text, file="scheme.yaml")
