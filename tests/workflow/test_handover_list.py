"""What else goes with a post: orders, reports, coordination seats and a liaison's duties, each as of that day."""

import datetime as dt

import pytest
from tests import order_acts
from tests.body_acts import a_change, a_liaison, chief, roster
from tests.small_site import LEAD, TODAY

from duixian.ledgers.filings.models import Filing, FilingMove, FilingStage, FilingState, FilingStep
from duixian.registers.models import Account, Body, Holder, Post
from duixian.reports.handover import KINDS, rows
from duixian.workflow.actions.change_holder import change_holder
from duixian.workflow.actions.enter_coordination import enter_coordination
from duixian.workflow.actions.name_post import name_post
from duixian.workflow.open_duties import open_duties


def kinds(post: Post, holder: Holder | None, day: dt.date = TODAY) -> list[str]:
    return [item["kind"] for item in open_duties(post, holder, day=day)]


@pytest.fixture
def head(people) -> Holder:
    return chief(people)


def a_filing(people, stage: FilingStage) -> Filing:
    body = Body.objects.get(name=LEAD)
    filing = Filing.objects.create(year=2026, month=6, body=body, lead=body, due=TODAY)
    step = FilingStep.objects.create(
        filing=filing, move=FilingMove.OPEN, day=TODAY, by=people.reporter, at=people.acting().now
    )
    FilingState.objects.create(filing=filing, stage=stage, step=step)
    return filing


def test_an_open_order_to_the_body_goes_with_its_head_and_not_with_a_deputy(people, head):
    order_acts.handed_over(people)
    assert kinds(head.post, head) == ["duty", "order"]
    deputy = Holder.objects.create(post=name_post(people.acting(), head.post.body, title="副局长"), name="陆某")
    assert kinds(deputy.post, deputy) == []


def test_an_order_of_a_later_day_is_not_on_the_list(people, head):
    order_acts.registered(people)
    assert kinds(head.post, head, TODAY - dt.timedelta(1)) == ["duty"]


def test_a_report_that_is_not_accepted_goes_with_the_head_and_with_whoever_reports(people, head):
    a_filing(people, FilingStage.SUBMITTED)
    assert kinds(head.post, head) == ["duty", "filing"]
    deputy = Holder.objects.create(
        post=name_post(people.acting(), head.post.body, title="副局长"),
        name="陆某",
        account=Account.objects.get(username="reporter"),
    )
    assert kinds(deputy.post, deputy) == ["filing"]


def test_an_accepted_report_is_nobodys_any_more(people, head):
    a_filing(people, FilingStage.ACCEPTED)
    assert kinds(head.post, head) == ["duty"]


def test_a_liaison_who_leaves_hands_over_what_a_liaison_does(people, head):
    liaison = a_liaison(people)
    liaison.name = head.name
    liaison.save()
    assert kinds(head.post, head) == ["duty", "liaison"]
    assert kinds(head.post, head, liaison.begins - dt.timedelta(1)) == ["duty"]


def test_the_list_is_by_kind_with_figures_as_numbers_and_days_as_days(people, head):
    enter_coordination(people.acting(), roster(people))
    order_acts.handed_over(people)
    row = change_holder(people.acting(), head.post, a_change(head, day=TODAY))
    found = rows(row.items)
    assert [one.kind for one in found] == [KINDS["duty"], KINDS["seat"], KINDS["seat"]]
    assert (found[0].goal, found[0].value, found[0].due) == (12, None, dt.date(2026, 10, 31))


def test_an_order_registered_before_the_change_is_on_the_list_with_its_stage(people, head):
    order_acts.handed_over(people)
    found = rows(open_duties(head.post, head, day=TODAY))
    assert [(one.title.split()[1], bool(one.stage), one.due is not None) for one in found[1:]] == [
        ("助餐点进度", True, True)
    ]
