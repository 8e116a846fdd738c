"""What each role has to do, by day, oldest first, with how each day was computed."""

import datetime as dt

import pytest
from pytest_django import DjangoAssertNumQueries
from tests import order_acts
from tests.filing_site import DUE, FILLED, JULY, accepted, returned, submitted

from duixian.registers.models import Document, Role
from duixian.reports.duties import duties
from duixian.workflow.actions.complain import complain

QUERIES = 22
pytestmark = pytest.mark.usefixtures("adopted")


def of(account, as_of=FILLED):
    return duties(role=account.role, body=account.body, as_of=as_of)


def said(account, as_of=FILLED):
    return [str(duty.sentence) for duty in of(account, as_of)]


def test_a_reporter_hands_in_the_month_by_its_due_day(people):
    [duty] = of(people.county)
    assert (str(duty.sentence), duty.day) == ("提交2026年7月填报，1 项", DUE)
    assert "5个工作日" in str(duty.basis)
    assert (duty.page, duty.key) == ("office:filing_month", "2026-07")
    assert not duty.is_late(DUE)
    assert duty.is_late(DUE + dt.timedelta(days=1))


def test_nothing_is_owed_before_the_months_end(people):
    assert of(people.county, as_of=JULY.last) == ()


def test_what_was_handed_in_is_done_and_what_was_returned_is_due_again_with_its_reason(people):
    submitted(people, "other")
    assert said(people.other) == []
    returned(people, reason="与台账不符")
    assert said(people.reporter) == ["改好2026年7月填报再提交，2 项（与台账不符）"]


def test_months_that_were_missed_stand_before_the_newest(people):
    found = said(people.county, as_of=dt.date(2026, 9, 2))
    assert found == ["提交2026年7月填报，1 项", "提交2026年8月填报，1 项"]


def test_the_leading_body_passes_what_its_counties_handed_in(people):
    submitted(people, "county")
    assert "审核青屏县人民政府2026年7月的填报" in said(people.reporter)
    assert said(people.other) == ["提交2026年7月填报，2 项"]


def test_the_supervision_office_takes_reports_by_the_month_and_answers_complaints(people):
    submitted(people)
    submitted(people, "other")
    complain(people.acting("county"), text="同一个数报了两遍")
    found = said(people.supervision)
    assert "审核2026年7月填报，2 份" in found
    assert found[-1] == "答复意见建议 1 条"
    accepted_day = [duty.day for duty in of(people.supervision)]
    assert accepted_day[0] == DUE


def test_what_was_accepted_is_nobodys_duty(people):
    accepted(people)
    assert not [words for words in (*said(people.reporter), *said(people.supervision)) if "填报" in words]


def test_orders_stand_with_their_clock_until_they_are_answered(people):
    order = order_acts.signed(people)
    [duty] = [one for one in of(people.reporter, as_of=dt.date(2026, 7, 2)) if one.page == "office:order"]
    assert (duty.day, duty.key) == (order.state.due, order.pk)
    assert "工作日" in str(duty.basis)
    assert not [one for one in of(people.supervision) if one.page == "office:order"]


def test_a_target_whose_last_day_is_near_is_told_with_where_the_day_comes_from(people):
    found = [duty for duty in of(people.reporter, as_of=dt.date(2026, 11, 5)) if duty.page == "office:commitment"]
    assert [(str(duty.sentence), duty.day) for duty in found] == [
        ("完成“社区老年人助餐点（石湾县）”7个", dt.date(2026, 10, 31)),
        ("完成“养老护理人员”800人次", dt.date(2026, 11, 30)),
    ]
    assert str(found[0].basis) == "期限来自完成时限"


def test_a_target_that_is_done_runs_out_no_more(people):
    submitted(people, 养老护理人员="800")
    late = of(people.reporter, as_of=dt.date(2026, 11, 5))
    assert not [duty for duty in late if "养老护理人员" in str(duty.sentence)]


def test_the_oldest_day_stands_first_and_what_has_none_last(people):
    Document.objects.update(adopted_at=None)
    days = [duty.day for duty in of(people.supervision)]
    assert days == sorted(days, key=lambda day: day or dt.date.max)


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.ADMINISTRATOR, Role.LEADER])
def test_who_has_nothing_to_do_is_told_nothing(role, people):
    assert duties(role=role, body=None, as_of=FILLED) == ()


def test_it_costs_the_same_however_many_months_are_open(people, django_assert_max_num_queries: DjangoAssertNumQueries):
    submitted(people, "county")
    for day in (FILLED, dt.date(2026, 12, 31)):
        with django_assert_max_num_queries(QUERIES):
            of(people.reporter, as_of=day)
