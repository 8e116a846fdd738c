import datetime as dt
import re

import pytest

from duixian.pace import Figure, NotInForceError, SchemeError, light, read_schemes, shipped_schemes

from .plans import day, plan

LINE = "{from: 2000-01-01, value: 5, source: 文件, reason: 理由}"
AGE = "figure_age: {unit: 天, values: [{from: 2000-01-01, value: 31, source: 文件, reason: 理由}]}"


def scheme(lines: str, *, unit: str = '"%"') -> str:
    return f"tolerance: {{unit: {unit}, values: [{lines}]}}\n{AGE}\n"


def test_the_shipped_scheme_names_source_and_reason_of_every_value() -> None:
    for values in shipped_schemes().values.values():
        assert all(value.source and value.reason for value in values)


def test_a_value_holds_from_its_day_until_the_next_one_s() -> None:
    second = '{from: 2026-07-01, value: "2.5", source: 文件, reason: 理由}'
    schemes = read_schemes(scheme(f"{LINE}, {second}"), name="scheme.yaml")
    held = [str(schemes.on("tolerance", day=day(at)).value) for at in ("6-30", "7-1", "7-2")]
    assert held == ["5", "2.5", "2.5"]


def test_a_changed_tolerance_lights_from_its_day_on_and_not_before() -> None:
    strict = read_schemes(scheme(f"{LINE}, {LINE.replace('2000', '2026').replace('5', '0')}"), name="scheme.yaml")
    total = (Figure(day("6-30"), plan().target / 365 * 170),)
    assert light(plan(), total, as_of=day("6-30")).code == "on-pace"
    assert light(plan(), total, as_of=day("6-30"), schemes=strict).code == "behind"


def test_before_the_first_day_no_value_is_in_force() -> None:
    schemes = read_schemes(scheme(LINE), name="scheme.yaml")
    assert schemes.on("tolerance", day=dt.date(2000, 1, 1)).value == 5
    with pytest.raises(NotInForceError, match="tolerance: no value in force on 1999-12-31"):
        schemes.on("tolerance", day=dt.date(1999, 12, 31))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a: [", "scheme.yaml: this is not YAML"),
        ("", "exactly the parameters tolerance, figure_age; found None"),
        (AGE, "exactly the parameters tolerance, figure_age; found figure_age"),
        (scheme(LINE, unit="点"), "scheme.yaml, tolerance: needs `unit: '%'`"),
        (scheme(""), "at least one line under `values`"),
        (scheme("{from: 2000-01-01, value: 5}"), "values line 1: needs exactly from, value, source, reason"),
        (scheme(LINE.replace("2000-01-01", "昨天")), "`from` must be a day like 2026-01-31; found '昨天'"),
        (scheme(LINE.replace("5", "2.5")), "`value` must be a whole number or one in quotes, zero or more; found 2.5"),
        (scheme(LINE.replace("5", '"-1"')), "found '-1'"),
        (scheme(LINE.replace("5", "true")), "found True"),
        (scheme(f"{LINE}, {LINE}"), "`from` must rise from line to line; found 2000-01-01, 2000-01-01"),
    ],
)
def test_a_wrong_file_is_refused_with_what_was_found_where(text: str, message: str) -> None:
    with pytest.raises(SchemeError, match=re.escape(message)):
        read_schemes(text, name="scheme.yaml")
