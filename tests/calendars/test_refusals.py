import datetime as dt

import pytest

from duixian.calendars import Gaps, UnknownRegionError, UnpublishedYearError, calendar_of, load_calendars

NATION, XINJIANG = calendar_of("全国"), calendar_of("新疆")


def day(written):
    return dt.date.fromisoformat(written)


@pytest.mark.parametrize("gaps", Gaps)
@pytest.mark.parametrize("region", ["全国", "新疆"])
@pytest.mark.parametrize("written", ["2003-12-31", "2027-01-01", "2100-01-01"])
def test_a_year_the_nation_has_not_published_is_refused_whatever_the_caller_asks(region, gaps, written):
    calendar = calendar_of(region, gaps=gaps)
    with pytest.raises(UnpublishedYearError) as refused:
        calendar.is_working_day(day(written))
    assert (refused.value.region, refused.value.year) == (region, day(written).year)


def test_the_refusal_says_which_year_why_and_which_file_to_add_to():
    with pytest.raises(UnpublishedYearError) as refused:
        NATION.is_working_day(day("2027-03-01"))
    for part in ("2027年", "没有收录", "期限", "src/duixian/calendars/data/national.yaml", "years", "chinesecalendar"):
        assert part in str(refused.value)


def test_a_year_whose_local_days_are_missing_is_refused_with_the_regions_file():
    assert XINJIANG.is_working_day(day("2023-12-29"))
    with pytest.raises(UnpublishedYearError) as refused:
        XINJIANG.is_working_day(day("2024-01-02"))
    for part in ("2024年", "新疆的地方假日没有收录", "xinjiang.yaml", "未含地方假日"):
        assert part in str(refused.value)
    assert XINJIANG.is_working_day(day("2025-01-02"))


@pytest.mark.parametrize(
    "ask",
    [
        lambda: NATION.working_days_after(day("2026-12-31"), days=1),
        lambda: NATION.working_days_after(day("2026-12-25"), days=10),
        lambda: NATION.working_days_between(day("2026-12-30"), until=day("2027-01-04")),
        lambda: NATION.next_working_day(day("2027-01-04")),
        lambda: NATION.sources(2027),
        lambda: XINJIANG.working_days_after(day("2023-12-28"), days=2),
        lambda: XINJIANG.sources(2024),
    ],
)
def test_a_clock_that_runs_into_an_unknown_year_is_refused(ask):
    with pytest.raises(UnpublishedYearError):
        ask()


def test_a_clock_that_ends_the_day_before_an_unknown_year_is_not():
    assert NATION.working_days_after(day("2026-12-30"), days=1).due == day("2026-12-31")
    assert XINJIANG.working_days_after(day("2023-12-28"), days=1).due == day("2023-12-29")


def test_a_clock_that_starts_in_an_unknown_year_needs_only_the_days_after():
    assert XINJIANG.working_days_after(day("2024-12-31"), days=1).due == day("2025-01-02")


def test_a_region_without_a_file_is_refused_with_those_that_have_one():
    with pytest.raises(UnknownRegionError, match="没有“某省”的工作日历；已有：全国、新疆") as refused:
        calendar_of("某省")
    assert refused.value.known == ("全国", "新疆")


@pytest.mark.parametrize(
    ("code", "region"), [("654002", "新疆"), ("659008", "新疆"), ("650000", "新疆"), ("440100", None), ("", None)]
)
def test_a_division_belongs_to_the_region_whose_file_names_its_code(code, region):
    assert load_calendars().region_of(code) == region
