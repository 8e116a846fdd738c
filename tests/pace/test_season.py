import datetime as dt
import re
from decimal import Decimal

import pytest

from duixian.pace import Basis, MonthDay, Season, Stage, expected_on, plan_curve, read_seasons, shipped_seasons
from duixian.units.yaml_nodes import DataFileError

from .plans import YEAR_END, day, plan, tendered

SUMMER = Season(MonthDay(4, 1), MonthDay(10, 31))  # 214 days
TEXT = """outdoor_words: [公路, 管网]
seasons:
  - {from: 2000-01-01, codes: ["65"], opens: "04-01", closes: "10-31", source: 甲, reason: 乙}
  - {from: 2026-01-01, codes: ["6542"], opens: "05-01", closes: "09-30", source: 甲, reason: 乙}
"""


def test_out_of_season_nothing_more_is_expected() -> None:
    curve = plan_curve(plan(target=Decimal(214), season=SUMMER))
    expected = [expected_on(curve, day(at)) for at in ("1-1", "3-31", "4-1", "4-30", "10-31", "12-31")]
    assert expected == [0, 0, 1, 30, 214, 214]
    assert curve.basis == (Basis.SEASON,)


def test_a_season_and_the_document_s_stages_both_have_a_part() -> None:
    """Works from April to 30 September lie wholly within the season: the document alone draws the curve."""
    late = plan(
        target=Decimal(31),
        season=SUMMER,
        stages=(Stage(text="9月底前筛查", start=None, end=day("9-30"), kind="prepare"),),
    )
    curve = plan_curve(late)
    assert [expected_on(curve, day(at)) for at in ("9-30", "10-1", "10-31", "11-30")] == [0, 1, 31, 31]
    assert curve.basis == (Basis.STAGES, Basis.SEASON)
    assert plan_curve(plan(season=SUMMER, stages=tendered().stages)).basis == (Basis.STAGES,)


def test_a_plan_with_no_day_in_the_season_is_not_silenced() -> None:
    winter = plan(begins=day("11-1"), due=YEAR_END, target=Decimal(61), season=SUMMER)
    assert expected_on(plan_curve(winter), day("11-30")) == 30
    assert plan_curve(winter).basis == (Basis.EVEN,)


def test_a_plan_of_two_years_rests_in_the_winter_between() -> None:
    two = plan(target=Decimal(428), due=dt.date(2027, 12, 31), season=SUMMER)
    expected = [expected_on(plan_curve(two), on) for on in (day("10-31"), dt.date(2027, 3, 31), dt.date(2027, 10, 31))]
    assert expected == [214, 214, 428]


SHAPE = tuple(map(Decimal, (0, 0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100)))


def test_without_a_stage_last_year_s_shape_is_followed() -> None:
    curve = plan_curve(plan(target=Decimal(200), shape=SHAPE))
    assert [expected_on(curve, day(at)) for at in ("2-28", "3-31", "6-30", "12-31")] == [0, 20, 80, 200]
    assert curve.basis == (Basis.SHAPE,)


def test_a_shape_is_stretched_to_a_shorter_period() -> None:
    short = plan(target=Decimal(60), begins=day("4-1"), due=day("9-30"), shape=SHAPE)
    assert [expected_on(plan_curve(short), day(at)) for at in ("3-31", "4-30", "9-30")] == [0, 10, 60]


def test_the_document_s_stages_come_before_last_year_s_shape() -> None:
    assert plan_curve(plan(stages=tendered().stages, shape=SHAPE)).basis == (Basis.STAGES,)


@pytest.mark.parametrize("shape", [SHAPE[1:], SHAPE[::-1], (*SHAPE[:-1], Decimal(99))])
def test_a_shape_that_is_no_year_s_course_is_refused(shape: tuple[Decimal, ...]) -> None:
    with pytest.raises(ValueError, match="twelve percentages"):
        plan(shape=shape)


def test_only_works_out_of_doors_in_a_cold_region_have_a_season() -> None:
    seasons = read_seasons(TEXT, file="seasons.yaml")
    assert seasons.season_for("农村公路", code="650000", day=day("1-1")) == SUMMER
    assert seasons.season_for("养老护理员", code="650000", day=day("1-1")) is None
    assert seasons.season_for("农村公路", code="440000", day=day("1-1")) is None


def test_the_longer_code_wins_from_its_own_day_on() -> None:
    seasons = read_seasons(TEXT, file="seasons.yaml")
    opens = [seasons.season_for("公路", code="654200", day=on) for on in (dt.date(2025, 12, 31), day("1-1"))]
    assert [one.opens.month for one in opens if one] == [4, 5]


def test_every_shipped_season_names_source_and_reason() -> None:
    assert shipped_seasons().lines
    assert all(line.source and line.reason for line in shipped_seasons().lines)


@pytest.mark.parametrize(
    ("was", "written", "message"),
    [
        ('"04-01"', '"02-29"', "第 3 行：“02-29”不是每年都有的一天"),
        ('"04-01"', '"4月"', "“4月”不是每年都有的一天"),
        ('"10-31"', '"03-31"', "第 3 行：停工日在开工日之前"),
        ("seasons:", "winters:", "第 2 行：不认识“winters”"),
    ],
)
def test_a_wrong_file_is_refused_with_line_and_cure(was: str, written: str, message: str) -> None:
    with pytest.raises(DataFileError, match=re.escape(message)):
        read_seasons(TEXT.replace(was, written, 1), file="seasons.yaml")
