import datetime as dt

import chinese_calendar
import pytest

from duixian.calendars import Gaps, Grade, calendar_of

NATION, XINJIANG = calendar_of("全国"), calendar_of("新疆")


def day(written):
    return dt.date.fromisoformat(written)


@pytest.mark.parametrize(
    ("written", "working", "reason"),
    [
        # National Day of 2025, its make-up days before and after.
        ("2025-09-27", False, "周末"),
        ("2025-09-28", True, "调休上班（国庆节）"),
        ("2025-09-30", True, ""),
        ("2025-10-01", False, "国庆节"),
        ("2025-10-06", False, "中秋节"),
        ("2025-10-08", False, "国庆节"),
        ("2025-10-09", True, ""),
        ("2025-10-11", True, "调休上班（国庆节）"),
        ("2025-10-12", False, "周末"),
        # A leap day, and the days beside it.
        ("2024-02-28", True, ""),
        ("2024-02-29", True, ""),
        ("2024-03-01", True, ""),
        ("2020-02-29", False, "周末"),
        # The end of a year whose next year's notice reached back into it.
        ("2022-12-30", True, ""),
        ("2022-12-31", False, "元旦"),
        ("2023-01-02", False, "元旦"),
        ("2023-01-03", True, ""),
        # Festivals by their full names.
        ("2025-04-04", False, "清明节"),
        ("2025-06-02", False, "端午节"),
        ("2015-09-03", False, "中国人民抗日战争暨世界反法西斯战争胜利70周年纪念日"),
    ],
)
def test_a_day_of_the_nation_is_worked_or_not_and_says_why(written, working, reason):
    assert (NATION.is_working_day(day(written)), NATION.reason(day(written))) == (working, reason)


@pytest.mark.parametrize(
    ("written", "working", "reason"),
    [
        ("2023-04-20", True, ""),
        ("2023-04-21", False, "肉孜节（新疆）"),
        ("2023-04-22", False, "周末"),
        ("2023-04-23", True, "调休上班（劳动节）"),
        ("2023-06-27", True, ""),
        ("2023-06-28", False, "古尔邦节（新疆）"),
        ("2023-06-30", False, "古尔邦节（新疆）"),
        ("2023-07-01", False, "周末"),
        ("2023-07-03", True, ""),
        ("2025-03-28", True, ""),
        ("2025-03-29", False, "肉孜节（新疆）"),
        ("2025-03-31", False, "肉孜节（新疆）"),
        ("2025-04-01", True, ""),
        ("2025-06-05", True, ""),
        ("2025-06-06", False, "古尔邦节（新疆）"),
        ("2025-06-10", False, "古尔邦节（新疆）"),
        ("2025-06-11", True, ""),
        # What the region's notice repeats from the nation's keeps the nation's reason.
        ("2025-01-26", True, "调休上班（春节）"),
        ("2025-02-08", True, "调休上班（春节）"),
        ("2025-04-27", True, "调休上班（劳动节）"),
        ("2025-09-28", True, "调休上班（国庆节）"),
        ("2025-10-11", True, "调休上班（国庆节）"),
        ("2025-10-01", False, "国庆节"),
    ],
)
def test_a_day_of_xinjiang_follows_its_own_notice_first(written, working, reason):
    assert (XINJIANG.is_working_day(day(written)), XINJIANG.reason(day(written))) == (working, reason)


@pytest.mark.parametrize("written", ["2023-04-21", "2023-06-28", "2025-03-31", "2025-06-06", "2025-06-10"])
def test_what_xinjiang_has_off_the_nation_works(written):
    assert NATION.is_working_day(day(written))


def test_the_nation_agrees_day_for_day_with_the_package_its_days_come_from():
    days = (
        dt.date(2004, 1, 1) + dt.timedelta(days=more) for more in range((day("2027-01-01") - day("2004-01-01")).days)
    )
    assert [one for one in days if NATION.is_working_day(one) != chinese_calendar.is_workday(one)] == []


def test_where_the_caller_asks_a_year_without_local_days_goes_by_the_nation():
    marked = calendar_of("新疆", gaps=Gaps.MARKED)
    assert marked.is_working_day(day("2024-04-10"))
    assert not marked.is_working_day(day("2024-10-01"))
    assert not marked.is_working_day(day("2025-06-06")), "a year that has them keeps them"


def test_a_time_of_day_is_refused_for_no_table_of_holidays_holds_it():
    noon = dt.datetime(2025, 10, 1, 12)  # noqa: DTZ001 -- what a careless caller hands over
    for ask in (NATION.is_working_day, NATION.reason, NATION.office_hours, NATION.next_working_day):
        with pytest.raises(TypeError, match="a day is wanted"):
            ask(noon)
    with pytest.raises(TypeError):
        NATION.calendar_days_after(noon, days=1)


def test_every_year_tells_its_sources_the_nations_first():
    nation, local = XINJIANG.sources(2025)
    assert (nation.grade, local.grade) == (Grade.B, Grade.B)
    assert "国务院办公厅" in nation.source
    assert "自治区" in local.source
    assert [year.year for year in calendar_of("新疆", gaps=Gaps.MARKED).sources(2024)] == [2024]
