"""What holds for any clock, checked against the plainest way to count: day after day."""

import datetime as dt
from itertools import count, takewhile

from hypothesis import given
from hypothesis import strategies as st

from duixian.calendars import Gaps, add_months, calendar_of

# Long clocks that start in the last months would run into 2027, which is refused.
DAYS = st.dates(dt.date(2004, 1, 1), dt.date(2025, 12, 31))
COUNTS = st.integers(1, 200)
CALENDARS = st.sampled_from([calendar_of("全国"), calendar_of("新疆", gaps=Gaps.MARKED)])


def days_after(start, until):
    return list(takewhile(lambda day: day <= until, (start + dt.timedelta(days=more) for more in count(1))))


@given(CALENDARS, DAYS, COUNTS)
def test_so_many_days_are_counted_and_the_others_are_all_skipped(calendar, start, days):
    clock = calendar.working_days_after(start, days=days)
    passed = days_after(start, clock.due)
    rest = [day for day in passed if not calendar.is_working_day(day)]
    assert clock.counted == days == len(passed) - len(rest)
    assert [marked.day for marked in clock.skipped] == rest
    assert calendar.is_working_day(clock.due)
    assert start < clock.due


@given(CALENDARS, DAYS, COUNTS)
def test_each_skipped_day_says_why_and_each_made_up_day_is_a_weekend_that_was_worked(calendar, start, days):
    clock = calendar.working_days_after(start, days=days)
    assert all(reason and "上班" not in reason for _, reason in clock.skipped)
    assert all(day.weekday() >= 5 and reason.startswith("调休上班") for day, reason in clock.made_up)
    weekends = [day for day in days_after(start, clock.due) if day.weekday() >= 5 and calendar.is_working_day(day)]
    assert [day for day, _ in clock.made_up] == weekends


@given(CALENDARS, DAYS, COUNTS)
def test_one_more_day_is_due_later_and_with_none_left_out(calendar, start, days):
    sooner, later = (calendar.working_days_after(start, days=number) for number in (days, days + 1))
    assert sooner.due < later.due
    assert calendar.working_days_after(sooner.due, days=1).due == later.due


@given(CALENDARS, DAYS, st.integers(0, 400), COUNTS)
def test_a_later_start_is_never_due_sooner(calendar, start, more, days):
    after = min(start + dt.timedelta(days=more), dt.date(2025, 12, 31))
    assert calendar.working_days_after(start, days=days).due <= calendar.working_days_after(after, days=days).due


@given(CALENDARS, DAYS, COUNTS)
def test_counting_between_gives_back_what_was_counted(calendar, start, days):
    clock = calendar.working_days_after(start, days=days)
    assert calendar.working_days_between(start, until=clock.due) == clock


@given(CALENDARS, DAYS)
def test_the_next_working_day_is_the_first_from_the_day_on(calendar, day):
    due = calendar.next_working_day(day).due
    assert calendar.is_working_day(due)
    assert not any(calendar.is_working_day(one) for one in days_after(day - dt.timedelta(days=1), due)[:-1])


@given(st.dates(dt.date(1990, 1, 1), dt.date(2100, 1, 1)), st.integers(-600, 600))
def test_months_move_the_month_by_as_many_and_never_past_its_end(day, months):
    moved = add_months(day, months=months)
    assert (moved.year * 12 + moved.month) - (day.year * 12 + day.month) == months
    assert moved.day == day.day or (moved.day < day.day and (moved + dt.timedelta(days=1)).day == 1)
