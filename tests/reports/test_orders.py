import datetime as dt
from dataclasses import replace

import pytest
from tests import order_acts
from tests.order_acts import DAY, fresh, handed_over, registered, signed

from duixian.ledgers.models import OrderStage
from duixian.reports.orders import OrderFilter, rows
from duixian.workflow.actions.answer_order import answer_order
from duixian.workflow.actions.close_order import close_order
from duixian.workflow.actions.review_order import review_order

DUE = dt.date(2026, 7, 7)


@pytest.fixture
def order(people, site):
    return signed(people)


def on(people, name, day):
    return replace(people.acting(name), today=day)


@pytest.mark.parametrize(("day", "late"), [(DUE - DAY, 0), (DUE, 0), (DUE + DAY, 1), (DUE + 30 * DAY, 30)])
def test_an_unanswered_order_is_late_from_the_day_after_its_last(order, day, late):
    (row,) = rows(as_of=day)
    assert row.late_days == late


def test_an_answer_in_time_stays_in_time_however_long_its_review_takes(people, order):
    answer_order(on(people, "reporter", DUE), order, text="已办")
    assert rows(as_of=DUE + 20 * DAY)[0].late_days == 0
    review_order(on(people, "supervision", DUE + 20 * DAY), order, passes=True)
    close_order(on(people, "supervision", DUE + 25 * DAY), order)
    (row,) = rows(as_of=DUE + 30 * DAY)
    assert (row.late_days, row.ended) == (0, DUE + 25 * DAY)


def test_what_was_sent_back_is_late_again(people, order):
    answer_order(on(people, "reporter", DUE), order, text="已办")
    review_order(on(people, "supervision", DUE), order, passes=False, text="缺数")
    due = fresh(order).state.due
    assert due > DUE
    assert rows(as_of=due)[0].late_days == 0
    assert rows(as_of=due + DAY)[0].late_days == 1


def test_a_past_day_shows_the_order_as_it_stood_then(people, order):
    answer_order(on(people, "reporter", DUE), order, text="已办")
    assert rows(as_of=DUE - DAY)[0].stage == OrderStage.SIGNED
    assert rows(as_of=DUE)[0].stage == OrderStage.ANSWERED
    assert rows(as_of=order.day - DAY) == ()


def test_open_orders_stand_first_and_of_these_the_most_urgent(people, site):
    later = handed_over(people, number="2号")
    sooner = registered(people, number="3号")
    order_acts.hand_over_order(people.acting(), sooner, working_days=1)
    closed = order_acts.reviewed(people)
    close_order(people.acting(), closed)
    assert [row.order.number for row in rows(as_of=DUE)] == [sooner.number, later.number, closed.number]


def test_a_list_narrows_by_stage_lateness_and_body_and_hides_others_from_a_reporter(people, order):
    assert rows(as_of=DUE, wanted=OrderFilter(late=True)) == ()
    assert len(rows(as_of=DUE + DAY, wanted=OrderFilter(late=True, stage=OrderStage.SIGNED))) == 1
    assert rows(as_of=DUE, wanted=OrderFilter(body=people.other.body)) == ()
    assert rows(as_of=DUE, account=people.county) == ()
    assert len(rows(as_of=DUE, account=people.reporter)) == 1


def test_the_queries_do_not_grow_with_the_orders(people, site, django_assert_num_queries):
    for number in range(6):
        signed(people, number=f"{number}号")
    with django_assert_num_queries(2):
        rows(as_of=DUE)
