"""What was asked, typed and how long it took; and what is said where it is too much."""

import datetime as dt
from decimal import Decimal

import pytest
from pytest_django import DjangoAssertNumQueries
from tests import order_acts
from tests.filing_site import FILLED, JULY, entries, on, returned, submit, submitted, turns
from tests.small_site import LEAD, OTHER

from duixian.ledgers.filings.month import Month
from duixian.ledgers.progress.post import Figure
from duixian.registers.models import Site, Target
from duixian.reports.burden import MOST_MINUTES_A_FORM, rows
from duixian.workflow.actions.post_progress import post_progress
from duixian.workflow.actions.submit_filing import submit_filing

AUGUST = Month(2026, 8)
SEPTEMBER = dt.date(2026, 9, 2)
QUERIES = 19
pytestmark = pytest.mark.usefixtures("adopted")


def by_owner(month=JULY, as_of=SEPTEMBER):
    return {row.owner.name: row for row in rows(month=month, as_of=as_of)}


def filled_in(people, name, minutes, *, month=JULY):
    acting = on(people, name)
    opened = acting.now - dt.timedelta(minutes=minutes) if minutes is not None else None
    submit_filing(acting, month, entries(acting, month), turns=turns(acting, month), opened_at=opened)


def test_what_is_owed_is_asked_and_a_county_is_counted_by_its_place(people):
    assert {name: row.asked for name, row in by_owner().items()} == {LEAD: 2, OTHER: 2, "青屏县": 1}


def test_what_was_prefilled_and_left_is_not_typed(people):
    submitted(people, 养老护理人员="300")
    assert by_owner()[LEAD].typed == 2
    submit(on(people, "reporter", SEPTEMBER), AUGUST, 养老护理人员="310")
    row = by_owner(AUGUST)[LEAD]
    assert (row.asked, row.typed, row.submissions) == (2, 1, 1)


def test_what_was_returned_was_asked_twice(people):
    returned(people)
    submit(on(people, "reporter", FILLED + dt.timedelta(days=1)), 养老护理人员="9", note="核增")
    row = by_owner()[LEAD]
    assert (row.submissions, row.typed) == (2, 3)


def test_minutes_run_from_opening_to_handing_in_and_a_pause_is_cut(people):
    filled_in(people, "reporter", 4)
    filled_in(people, "other", 600)
    filled_in(people, "county", None)
    found = by_owner()
    assert (found[LEAD].minutes, found[OTHER].minutes) == (4, MOST_MINUTES_A_FORM)
    # Not known is not zero.
    assert (found["青屏县"].minutes, found["青屏县"].unmeasured) == (None, 1)


def test_an_opening_in_the_future_is_not_measured(people):
    filled_in(people, "reporter", -5)
    assert (by_owner()[LEAD].minutes, by_owner()[LEAD].unmeasured) == (None, 1)


def test_single_postings_and_answers_to_orders_are_submissions_too(people):
    target = Target.objects.get(object="养老护理人员")
    post_progress(people.acting("reporter"), target, Figure(day=dt.date(2026, 6, 30), value=Decimal(3)))
    order_acts.answered(people)
    row = by_owner(Month(2026, 6))[LEAD]
    assert (row.typed, row.asked) == (1, 0)
    moves = by_owner(Month(2026, 6))[LEAD].submissions + by_owner()[LEAD].submissions
    assert moves == 3  # one posting, one signature, one answer


def test_the_supervision_offices_own_postings_burden_nobody(people):
    target = Target.objects.get(object="养老护理人员")
    post_progress(people.acting(), target, Figure(day=dt.date(2026, 6, 30), value=Decimal(3)))
    assert by_owner(Month(2026, 6)) == {}


def test_over_the_ceiling_it_is_said_what_could_be_dropped(people):
    Site.objects.update(most_fields=1, most_minutes=3)
    filled_in(people, "reporter", 4)
    submit(on(people, "reporter", SEPTEMBER), AUGUST)
    first, second = by_owner()[LEAD], by_owner(AUGUST)[LEAD]
    assert (first.fields_over, first.minutes_over, first.is_over) == (1, 1, True)
    assert "可改为按季报" in str(first.drop[0])
    assert sorted(map(str, second.drop)) == ["“养老护理人员”：与上次相同", "“社区老年人助餐点（石湾县）”：与上次相同"]
    assert not by_owner()["青屏县"].is_over
    assert by_owner()["青屏县"].drop == ()


def test_at_the_ceiling_it_is_not_too_much(people):
    Site.objects.update(most_fields=2, most_minutes=4)
    filled_in(people, "reporter", 4)
    assert not by_owner()[LEAD].is_over


def test_what_was_done_later_is_not_known_on_an_earlier_day(people):
    submitted(people)
    assert by_owner(as_of=FILLED - dt.timedelta(days=1))[LEAD].submissions == 0


def test_it_costs_the_same_however_many_reports_there_are(
    people, django_assert_max_num_queries: DjangoAssertNumQueries
):
    with django_assert_max_num_queries(QUERIES):
        rows(month=JULY, as_of=SEPTEMBER)
    for name in ("reporter", "county", "other"):
        filled_in(people, name, 4)
    with django_assert_max_num_queries(QUERIES):
        rows(month=JULY, as_of=SEPTEMBER)
