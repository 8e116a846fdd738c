import datetime as dt

import pytest

from duixian.calendars import (
    Gaps,
    Grade,
    HoursUnknownError,
    OfficeHours,
    RestDayError,
    Session,
    UnpublishedYearError,
    calendar_of,
)
from duixian.calendars.hours import Season, hours_on

NATION, XINJIANG = calendar_of("全国"), calendar_of("新疆")


def day(written):
    return dt.date.fromisoformat(written)


@pytest.mark.parametrize(
    ("written", "hours"),
    [
        # 30 April is worked, 1 to 5 May are not: the season turns on the day, the office on the 6th.
        ("2025-04-30", "10:00—14:00、15:30—19:30"),
        ("2025-05-06", "10:00—14:00、16:00—20:00"),
        ("2025-09-30", "10:00—14:00、16:00—20:00"),
        ("2025-10-09", "10:00—14:00、15:30—19:30"),
        # Winter goes on over the end of the year.
        ("2025-12-31", "10:00—14:00、15:30—19:30"),
        ("2026-01-04", "10:00—14:00、15:30—19:30"),
    ],
)
def test_xinjiangs_offices_follow_summer_and_winter(written, hours):
    assert str(XINJIANG.office_hours(day(written))) == hours


@pytest.mark.parametrize(
    ("calendar", "written", "end"),
    [
        (XINJIANG, "2025-09-30", "2025-09-30T20:00:00+08:00"),
        (XINJIANG, "2025-10-09", "2025-10-09T19:30:00+08:00"),
        (XINJIANG, "2025-10-11", "2025-10-11T19:30:00+08:00"),
        (NATION, "2025-09-30", "2025-09-30T17:00:00+08:00"),
        (NATION, "2024-02-29", "2024-02-29T17:00:00+08:00"),
    ],
)
def test_a_working_day_ends_when_offices_close_by_beijing_time(calendar, written, end):
    assert calendar.end_of_day(day(written)).isoformat() == end


def test_the_nations_hours_say_that_nobody_verified_them():
    assert NATION.office_hours(day("2025-09-30")).grade is Grade.U
    assert XINJIANG.office_hours(day("2025-09-30")).grade is Grade.B


@pytest.mark.parametrize(("written", "reason"), [("2025-06-06", "古尔邦节（新疆）"), ("2025-06-14", "周末")])
def test_a_rest_day_has_no_hours_and_no_end(written, reason):
    for ask in (XINJIANG.office_hours, XINJIANG.end_of_day):
        with pytest.raises(RestDayError, match="不是新疆的工作日") as refused:
            ask(day(written))
        assert refused.value.reason == reason
        assert "顺延" in str(refused.value)


def test_hours_before_the_first_ones_known_are_refused_and_not_taken_from_the_nation():
    marked = calendar_of("新疆", gaps=Gaps.MARKED)
    with pytest.raises(HoursUnknownError, match=r"xinjiang\.yaml.*hours"):
        marked.office_hours(day("2022-04-29"))
    assert marked.office_hours(day("2022-05-06"))


def test_hours_of_an_unpublished_year_are_refused():
    with pytest.raises(UnpublishedYearError):
        NATION.end_of_day(day("2027-03-01"))


def season(begins, *, since, until=None, opens):
    sessions = (Session(dt.time(opens), dt.time(opens + 8)),)
    return Season(day(since), day(until) if until else None, begins, OfficeHours(sessions, "某通知", Grade.A))


@pytest.mark.parametrize(
    ("written", "opens"),
    [
        # The first and last day in force.
        ("2024-12-31", None),
        ("2025-01-01", 9),
        ("2026-12-31", 9),
        ("2027-01-01", 8),
        # The day before a season, its first day, and the end of the year before.
        ("2025-04-30", 9),
        ("2025-05-01", 10),
        ("2025-09-30", 10),
        ("2025-10-01", 9),
        ("2026-01-01", 9),
        # One rule ends for good and the other goes on.
        ("2026-10-01", 9),
        ("2027-05-01", 8),
    ],
)
def test_a_season_begins_on_its_day_and_holds_while_its_rule_is_in_force(written, opens):
    seasons = [
        season((10, 1), since="2025-01-01", until="2026-12-31", opens=9),
        season((5, 1), since="2025-01-01", until="2026-12-31", opens=10),
        season((1, 1), since="2027-01-01", opens=8),
    ]
    hours = hours_on(day(written), seasons=seasons)
    assert (hours.sessions[0].opens.hour if hours else None) == opens
