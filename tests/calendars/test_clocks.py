import datetime as dt

import pytest

from duixian.calendars import Gaps, Unit, add_months, calendar_of

NATION, XINJIANG = calendar_of("全国"), calendar_of("新疆")


def day(written):
    return dt.date.fromisoformat(written)


def days_of(marked):
    return [f"{one.day:%m-%d} {one.reason}" for one in marked]


@pytest.mark.parametrize(
    ("calendar", "start", "days", "due"),
    [
        # The day itself is not counted, whether it is worked or not.
        (NATION, "2025-09-05", 1, "2025-09-08"),
        (NATION, "2025-09-06", 1, "2025-09-08"),
        (NATION, "2025-09-07", 1, "2025-09-08"),
        (NATION, "2025-09-08", 1, "2025-09-09"),
        # Before, on and after a make-up Sunday and a holiday.
        (NATION, "2025-09-26", 1, "2025-09-28"),
        (NATION, "2025-09-27", 1, "2025-09-28"),
        (NATION, "2025-09-28", 1, "2025-09-29"),
        (NATION, "2025-09-30", 1, "2025-10-09"),
        (NATION, "2025-10-01", 1, "2025-10-09"),
        (NATION, "2025-10-08", 1, "2025-10-09"),
        (NATION, "2025-10-09", 1, "2025-10-10"),
        # Over a leap day, and over the same end of February in a common year.
        (NATION, "2024-02-27", 3, "2024-03-01"),
        (NATION, "2023-02-27", 3, "2023-03-02"),
        (NATION, "2024-02-28", 1, "2024-02-29"),
        (NATION, "2024-02-29", 1, "2024-03-01"),
        # Over the end of a year.
        (NATION, "2025-12-30", 1, "2025-12-31"),
        (NATION, "2025-12-31", 1, "2026-01-04"),
        (NATION, "2026-01-01", 1, "2026-01-04"),
        (NATION, "2025-12-29", 5, "2026-01-06"),
        (NATION, "2022-12-30", 20, "2023-02-02"),
        # The same start by the nation's days and by the region's.
        (NATION, "2025-06-05", 1, "2025-06-06"),
        (XINJIANG, "2025-06-05", 1, "2025-06-11"),
        (XINJIANG, "2025-06-06", 1, "2025-06-11"),
        (XINJIANG, "2025-06-10", 1, "2025-06-11"),
        (XINJIANG, "2025-06-11", 1, "2025-06-12"),
        (NATION, "2023-06-21", 5, "2023-06-29"),
        (XINJIANG, "2023-06-21", 5, "2023-07-04"),
        (XINJIANG, "2022-12-28", 5, "2023-01-05"),
    ],
)
def test_a_clock_of_working_days_is_due_on_a_working_day(calendar, start, days, due):
    clock = calendar.working_days_after(day(start), days=days)
    assert (clock.due, clock.counted, clock.start) == (day(due), days, day(start))
    assert clock.unit is Unit.WORKING_DAY


def test_a_clock_shows_each_skipped_day_and_each_weekend_day_that_was_worked():
    clock = XINJIANG.working_days_after(day("2025-09-26"), days=8)
    assert days_of(clock.skipped) == [
        "09-27 周末",
        *(f"10-{number:02} 国庆节" for number in range(1, 6)),
        "10-06 中秋节",
        "10-07 国庆节",
        "10-08 国庆节",
        "10-12 周末",
    ]
    assert days_of(clock.made_up) == ["09-28 调休上班（国庆节）", "10-11 调休上班（国庆节）"]
    assert clock.remarks == ()


def test_a_clock_tells_itself_in_a_sentence_with_days_of_one_reason_together():
    assert str(XINJIANG.working_days_after(day("2025-06-05"), days=3)) == (
        "自2025年6月5日的次日起算，3个工作日，至2025年6月13日；跳过2025年6月6日至6月10日古尔邦节（新疆）"
    )
    assert str(NATION.working_days_after(day("2022-12-30"), days=1)) == (
        "自2022年12月30日的次日起算，1个工作日，至2023年1月3日；跳过2022年12月31日至2023年1月2日元旦"
    )
    assert str(NATION.working_days_after(day("2025-09-26"), days=1)) == (
        "自2025年9月26日的次日起算，1个工作日，至2025年9月28日；跳过2025年9月27日周末；"
        "计入2025年9月28日调休上班（国庆节）"
    )


def test_two_weekends_are_told_apart():
    assert str(NATION.working_days_after(day("2025-09-05"), days=6)).endswith(
        "跳过2025年9月6日至9月7日周末、2025年9月13日至9月14日周末"
    )


def test_a_clock_without_rest_days_says_nothing_of_them():
    assert (
        str(NATION.working_days_after(day("2025-09-08"), days=2))
        == "自2025年9月8日的次日起算，2个工作日，至2025年9月10日"
    )


def test_a_clock_that_leaves_local_days_out_says_so_for_each_year_it_touches():
    marked = calendar_of("新疆", gaps=Gaps.MARKED)
    assert marked.working_days_after(day("2023-12-28"), days=1).remarks == ()
    (remark,) = marked.working_days_after(day("2023-12-29"), days=1).remarks
    assert remark == "2024年未含地方假日（新疆的通知没有收录）"
    clock = marked.working_days_after(day("2020-12-31"), days=250)
    assert [text[:11] for text in clock.remarks] == ["2021年未含地方假日"]


def test_a_clock_that_rests_on_a_single_source_says_which():
    (remark,) = XINJIANG.working_days_after(day("2026-05-26"), days=1).remarks
    assert remark.startswith("2026年的放假安排只有C级来源，请核对：")
    assert XINJIANG.working_days_after(day("2025-06-05"), days=1).remarks == ()


@pytest.mark.parametrize(
    ("since", "until", "counted"),
    [
        ("2025-06-05", "2025-06-05", 0),
        ("2025-06-05", "2025-06-10", 0),
        ("2025-06-05", "2025-06-11", 1),
        ("2025-06-05", "2025-06-12", 2),
        ("2025-09-26", "2025-09-28", 1),
        ("2025-12-31", "2026-01-03", 0),
        ("2025-12-31", "2026-01-04", 1),
    ],
)
def test_working_days_between_count_the_last_day_and_not_the_first(since, until, counted):
    clock = XINJIANG.working_days_between(day(since), until=day(until))
    assert clock.counted == counted
    assert clock.counted + len(clock.skipped) == (day(until) - day(since)).days


@pytest.mark.parametrize(
    ("start", "due", "skipped"),
    [
        ("2025-06-05", "2025-06-05", 0),
        ("2025-06-06", "2025-06-11", 5),
        ("2025-06-10", "2025-06-11", 1),
        ("2025-06-11", "2025-06-11", 0),
        ("2025-09-28", "2025-09-28", 0),
    ],
)
def test_the_next_working_day_is_the_day_itself_where_that_is_worked(start, due, skipped):
    clock = XINJIANG.next_working_day(day(start))
    assert (clock.due, len(clock.skipped)) == (day(due), skipped)


@pytest.mark.parametrize(
    ("start", "days", "due"),
    [
        ("2025-09-30", 7, "2025-10-07"),
        ("2024-02-28", 1, "2024-02-29"),
        ("2024-02-28", 2, "2024-03-01"),
        ("2023-02-28", 1, "2023-03-01"),
        ("2025-12-31", 1, "2026-01-01"),
        ("2031-01-01", 30, "2031-01-31"),
    ],
)
def test_calendar_days_are_counted_whole_from_the_day_after_in_any_year(start, days, due):
    clock = XINJIANG.calendar_days_after(day(start), days=days)
    assert (clock.due, clock.counted, clock.skipped) == (day(due), days, ())
    assert clock.unit is Unit.CALENDAR_DAY


def test_a_clock_of_calendar_days_tells_itself_too():
    clock = NATION.calendar_days_after(day("2025-09-30"), days=7)
    assert str(clock) == "自2025年9月30日的次日起算，7日，至2025年10月7日"


@pytest.mark.parametrize("days", [0, -1])
def test_a_clock_of_no_days_is_refused(days):
    for clock in (NATION.working_days_after, NATION.calendar_days_after):
        with pytest.raises(ValueError, match="at least one"):
            clock(day("2025-09-30"), days=days)


def test_an_end_before_the_beginning_is_refused():
    with pytest.raises(ValueError, match="lies before"):
        NATION.working_days_between(day("2025-09-30"), until=day("2025-09-29"))


@pytest.mark.parametrize(
    ("start", "months", "due"),
    [
        ("2025-01-30", 1, "2025-02-28"),
        ("2024-01-30", 1, "2024-02-29"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2024-02-29", 48, "2028-02-29"),
        ("2025-02-28", 1, "2025-03-28"),
        ("2025-08-31", 6, "2026-02-28"),
        ("2025-12-31", 1, "2026-01-31"),
        ("2025-12-31", 2, "2026-02-28"),
        ("2025-03-31", -1, "2025-02-28"),
        ("2025-01-31", -1, "2024-12-31"),
        ("2025-06-15", 0, "2025-06-15"),
    ],
)
def test_months_end_on_the_same_day_or_on_the_months_last(start, months, due):
    assert add_months(day(start), months=months) == day(due)


@pytest.mark.parametrize(("start", "months"), [("9999-12-01", 1), ("0001-01-31", -1)])
def test_a_month_beyond_the_calendar_is_refused(start, months):
    with pytest.raises(ValueError, match="no day"):
        add_months(day(start), months=months)
