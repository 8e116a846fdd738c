import datetime as dt
from dataclasses import replace

import pytest
from tests.order_acts import (
    DAY,
    VISIT,
    all_settled,
    approved,
    body,
    colleague,
    concluded,
    fresh,
    new_inspection,
    objected,
    on,
    proposed,
    received,
    signed,
)
from tests.small_site import TODAY

from duixian.ledgers.inspections.post import Inspector, Window
from duixian.ledgers.models import Inspection, InspectionMove, OrderMove
from duixian.registers.models import Body, Site
from duixian.units import Refused
from duixian.workflow.actions.close_inspection import close_inspection
from duixian.workflow.actions.conclude_inspection import conclude_inspection
from duixian.workflow.actions.decide_inspection import decide_inspection
from duixian.workflow.actions.decide_objection import decide_objection
from duixian.workflow.actions.object_to_conclusion import object_to_conclusion
from duixian.workflow.actions.propose_inspection import propose_inspection
from duixian.workflow.actions.receive_conclusion import receive_conclusion
from duixian.workflow.actions.record_visit import record_visit
from duixian.workflow.actions.report_rectification import report_rectification
from duixian.workflow.inspection_collisions import collisions
from duixian.workflow.inspection_scope import may_see_inspection

pytestmark = pytest.mark.django_db


def refused(code, act, *args, **kwargs):
    with pytest.raises(Refused) as refusal:
        act(*args, **kwargs)
    assert refusal.value.code == code, refusal.value
    return str(refusal.value)


@pytest.mark.parametrize("field", ["number", "title", "basis", "content", "scope"])
def test_a_plan_without_its_words_is_refused(people, site, field):
    refused("words-missing", propose_inspection, people.acting(), replace(new_inspection(), **{field: " "}))
    assert not Inspection.objects.exists()


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"windows": ()}, "inspection-without-body"),
        ({"team": (Inspector("水清浅"),)}, "inspection-without-leader"),
        ({"team": (Inspector("水清浅", leads=True), Inspector("水清浅"))}, "inspector-twice"),
    ],
)
def test_a_plan_names_its_bodies_and_who_leads(people, site, change, code):
    refused(code, propose_inspection, people.acting(), replace(new_inspection(), **change))


def test_days_are_in_order_and_ahead(people, site):
    refused("inspection-days-crossed", propose_inspection, people.acting(), new_inspection(days=(VISIT, TODAY)))
    refused("inspection-in-the-past", propose_inspection, people.acting(), new_inspection(days=(TODAY - DAY, TODAY)))


def test_nobody_goes_before_the_plan_is_approved_or_after_it_was_refused(people, site):
    inspection = proposed(people)
    acting = on(people, "supervision", VISIT)
    refused("inspection-not-approved", record_visit, acting, inspection, body=body(), text="去了")
    refused("words-missing", decide_inspection, people.acting("leader"), inspection, approves=False)
    decide_inspection(people.acting("leader"), inspection, approves=False, text="与上月重复")
    refused("inspection-not-approved", record_visit, acting, inspection, body=body(), text="去了")
    refused("inspection-decided", decide_inspection, people.acting("leader"), inspection, approves=True)


@pytest.mark.parametrize("day", [VISIT - DAY, VISIT + 3 * DAY])
def test_a_visit_keeps_to_the_approved_days(people, site, day):
    refused(
        "visit-out-of-time", record_visit, on(people, "supervision", day), approved(people), body=body(), text="去了"
    )


@pytest.mark.parametrize("day", [VISIT, VISIT + 2 * DAY])
def test_the_first_and_the_last_approved_day_are_both_good(people, site, day):
    record_visit(on(people, "supervision", day), approved(people), body=body(), text="去了")


def test_the_scope_is_not_widened_to_another_body(people, site):
    acting = on(people, "supervision", VISIT)
    other = Body.objects.get(name="州教育局")
    refused("beyond-the-plan", record_visit, acting, approved(people), body=other, text="顺路")


def test_a_visit_that_serves_an_order_is_kept_with_the_order(people, site):
    order = signed(people)
    inspection = approved(people, order=order)
    record_visit(on(people, "supervision", VISIT), inspection, body=body(), text="看了两处")
    assert fresh(order).steps.last().move == OrderMove.CHECK_ON_SITE


def test_one_body_is_not_visited_more_often_than_the_owner_allows(people, site):
    proposed(people)
    again = new_inspection("2号", title="养老护理培训", days=(VISIT + 20 * DAY, VISIT + 20 * DAY))
    told = refused("inspection-frequency", propose_inspection, people.acting(), again)
    assert "上限每月 1 次" in told
    Site.objects.update(most_visits=2)
    propose_inspection(people.acting(), again)


def test_two_teams_do_not_come_at_once(people, site):
    Site.objects.update(most_visits=9)
    proposed(people)
    again = new_inspection("2号", title="养老护理培训", days=(VISIT + 2 * DAY, VISIT + 5 * DAY))
    refused("inspection-many-headed", propose_inspection, people.acting(), again)
    propose_inspection(
        people.acting(), new_inspection("3号", title="养老护理培训", days=(VISIT + 3 * DAY, VISIT + 5 * DAY))
    )


def test_the_same_matter_is_not_inspected_again_within_ninety_days(people, site):
    Site.objects.update(most_visits=9)
    proposed(people)
    last = VISIT + 2 * DAY
    for days, found in ((90, ["repeated"]), (91, [])):
        begins = last + days * DAY
        again = new_inspection("2号", days=(begins, begins))
        assert [one.code for one in collisions(again)] == found


def test_a_plan_that_was_refused_stands_in_nobodys_way(people, site):
    decide_inspection(people.acting("leader"), proposed(people), approves=False, text="缓一缓")
    assert collisions(new_inspection("2号")) == ()


def test_the_thirty_days_begin_with_the_receipt_and_give_way_to_a_rest_day(people, site):
    inspection = received(people)
    receipt = inspection.steps.get(move=InspectionMove.RECEIVE)
    # Received on Wednesday 1 July 2026: 30 days end on Friday 31 July.
    assert receipt.due == dt.date(2026, 7, 31)
    later = concluded(people, number="2号", title="另一事项", days=(VISIT + 40 * DAY, VISIT + 42 * DAY))
    receive_conclusion(on(people, "reporter", dt.date(2026, 9, 4)), later)
    moved = later.steps.get(move=InspectionMove.RECEIVE)
    # 30 days after 4 September is Sunday 4 October, within the National Day holiday up to the 7th.
    assert moved.due == dt.date(2026, 10, 8)
    assert "顺延到2026年10月8日" in moved.clock["told"]


@pytest.mark.parametrize(
    ("day", "in_time"), [(dt.date(2026, 7, 30), True), (dt.date(2026, 7, 31), True), (dt.date(2026, 8, 1), False)]
)
def test_an_objection_comes_within_thirty_days(people, site, day, in_time):
    inspection, acting = received(people), on(people, "reporter", day)
    if in_time:
        object_to_conclusion(acting, inspection, text="其中一处停电")
    else:
        told = refused("objection-too-late", object_to_conclusion, acting, inspection, text="停电")
        assert "30日" in told


def test_an_objection_is_made_once_and_by_the_body_itself(people, site):
    inspection = objected(people)
    refused("objected-already", object_to_conclusion, on(people, "reporter", VISIT), inspection, text="再说一次")
    refused("beyond-the-plan", object_to_conclusion, on(people, "other", VISIT), inspection, text="代为")


def test_whoever_took_part_keeps_out_of_the_decision(people, site):
    team = (Inspector("水清浅", leads=True), Inspector("不同名", account=people.supervision))
    inspection = objected(people, team=team)
    told = {"body": body(), "upholds": True, "text": "属实"}
    refused("must-recuse", decide_objection, on(people, "supervision", VISIT), inspection, **told)
    refused("must-recuse-author", decide_objection, on(people, "colleague", VISIT), inspection, **told)
    decide_objection(on(people, "leader", VISIT), inspection, **told)


def test_a_name_on_the_team_is_enough_to_recuse(people, site):
    inspection = objected(people, team=(Inspector(people.leader.full_name, leads=True),))
    told = {"body": body(), "upholds": False, "text": "不属实"}
    refused("must-recuse", decide_objection, on(people, "leader", VISIT), inspection, **told)


def test_an_inspection_ends_when_nothing_is_owed_to_anybody(people, site):
    waiting = received(people)
    refused("inspection-unsettled", close_inspection, on(people, "supervision", dt.date(2026, 7, 31)), waiting)
    close_inspection(on(people, "supervision", dt.date(2026, 8, 1)), waiting)
    acting = on(people, "reporter", dt.date(2026, 8, 1))
    refused("inspection-closed", report_rectification, acting, waiting, text="整改")


def test_what_is_put_right_waits_for_the_decision(people, site):
    refused("rectified-too-early", report_rectification, on(people, "reporter", VISIT), objected(people), text="整改")
    settled = Inspection.objects.get()
    decide_objection(on(people, "leader", VISIT), settled, body=body(), upholds=False, text="不变")
    report_rectification(on(people, "reporter", VISIT), settled, text="已补开")


def test_a_conclusion_is_given_and_received_once(people, site):
    inspection = received(people)
    acting = on(people, "supervision", VISIT)
    refused("concluded-already", conclude_inspection, acting, inspection, body=body(), text="再来")
    refused("nothing-to-receive", receive_conclusion, on(people, "reporter", VISIT), inspection)


def test_two_windows_for_one_body_are_one(people, site):
    window = Window(body(), VISIT, VISIT)
    twice = replace(new_inspection(), windows=(window, window))
    refused("inspection-body-twice", propose_inspection, people.acting(), twice)


def test_a_reporter_sees_the_inspections_of_their_own_body_alone(people, site):
    inspection = all_settled(people)
    assert may_see_inspection(people.reporter, inspection)
    assert not may_see_inspection(people.county, inspection)
    assert may_see_inspection(colleague(), inspection)
