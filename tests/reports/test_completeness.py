"""Who handed in which month: owed, in time or late, returned, accepted, as of any day; and what it costs to ask."""

import datetime as dt

import pytest
from pytest_django import DjangoAssertNumQueries
from tests.filing_site import DUE, FILLED, JULY, accepted, on, returned, submit, submitted
from tests.small_site import COUNTY, LEAD, OTHER

from duixian.ledgers.filings.models import FilingStage
from duixian.ledgers.filings.month import Month
from duixian.registers.models import Body, Target
from duixian.reports.completeness import rows, summary

AUGUST = Month(2026, 8)
DAY = dt.timedelta(days=1)
QUERIES = 17
pytestmark = pytest.mark.usefixtures("adopted")


def by_body(as_of=DUE, months=(JULY,)):
    return {row.body.name: row for row in rows(months=months, as_of=as_of)}


def test_a_month_is_owed_once_it_is_over_and_missing_until_it_comes(people):
    assert rows(months=[JULY], as_of=JULY.last) == ()
    found = by_body(as_of=JULY.opens)
    assert {name: row.owed for name, row in found.items()} == {LEAD: 2, COUNTY: 1, OTHER: 2}
    assert all(row.is_missing and row.late is None and row.stage == FilingStage.OPEN for row in found.values())


def test_a_report_is_in_time_on_its_due_day_and_late_by_working_days_after_it(people):
    submitted(people, "reporter", day=DUE)
    submitted(people, "other", day=DUE + 3 * DAY)
    found = by_body(as_of=DUE + 3 * DAY)
    # 7 August 2026 is a Friday: the Monday after it is the first working day too late.
    assert (found[LEAD].late, found[OTHER].late, found[COUNTY].late) == (0, 1, 1)
    assert found[COUNTY].is_missing
    assert not found[OTHER].is_missing


def test_what_came_later_is_not_known_on_an_earlier_day(people):
    accepted(people)
    before, after = by_body(as_of=FILLED - DAY)[LEAD], by_body(as_of=FILLED)[LEAD]
    assert (before.handed_in, before.stage, before.filing) == (None, FilingStage.OPEN, None)
    assert (after.handed_in, after.stage) == (FILLED, FilingStage.ACCEPTED)


def test_returns_are_counted_and_the_first_submission_stays_the_one_that_is_judged(people):
    returned(people)
    submit(on(people, "reporter", DUE + 9 * DAY))
    row = by_body(as_of=DUE + 9 * DAY)[LEAD]
    assert (row.returned, row.handed_in, row.late, row.stage) == (1, FILLED, 0, FilingStage.PASSED)


def test_without_a_published_calendar_nobody_is_late_and_the_row_says_why(people):
    Target.objects.update(due=dt.date(2031, 12, 31))
    [row] = [one for one in rows(months=[Month(2031, 1)], as_of=dt.date(2031, 12, 31)) if one.body.name == LEAD]
    assert (row.late, row.due.day) == (None, None)
    assert "没有收录" in row.due.told
    submitted(people, month=Month(2031, 1), day=dt.date(2031, 3, 3))
    counted = summary(rows(months=[Month(2031, 1)], as_of=dt.date(2031, 12, 31)))
    assert (counted.handed_in, counted.undatable, counted.in_time, counted.late) == (1, 1, 0, 0)


def test_the_summary_adds_up(people):
    accepted(people)
    submitted(people, "other", day=DUE + 3 * DAY)
    counted = summary(rows(months=[JULY], as_of=DUE + 3 * DAY))
    assert (counted.owed, counted.handed_in, counted.in_time, counted.late, counted.accepted) == (3, 2, 1, 1, 1)


def test_one_body_alone_can_be_asked_for(people):
    found = rows(months=[JULY], as_of=DUE, body=Body.objects.get(name=COUNTY))
    assert [row.body.name for row in found] == [COUNTY]


def test_it_costs_the_same_however_many_months_and_reports_there_are(
    people, django_assert_max_num_queries: DjangoAssertNumQueries
):
    accepted(people)
    submitted(people, "other")
    with django_assert_max_num_queries(QUERIES):
        rows(months=[JULY], as_of=dt.date(2026, 12, 31))
    with django_assert_max_num_queries(QUERIES):
        rows(months=[JULY.after(more) for more in range(-11, 5)], as_of=dt.date(2026, 12, 31))
