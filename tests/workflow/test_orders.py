import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.order_acts import DAY, answered, asked, fresh, handed_over, new_order, registered, reviewed, signed
from tests.small_site import TODAY

from duixian.ledgers.models import Order, OrderMove, OrderStage, OrderState
from duixian.ledgers.orders.check import wrong_orders
from duixian.ledgers.orders.order import WAYS, is_open_to, moves_from
from duixian.ledgers.orders.post import Hand, Said, post_order_step
from duixian.registers.models import Body, Site
from duixian.units import Refused
from duixian.workflow.actions.answer_order import answer_order
from duixian.workflow.actions.ask_extension import ask_extension
from duixian.workflow.actions.close_order import close_order
from duixian.workflow.actions.decide_extension import decide_extension
from duixian.workflow.actions.hand_over_order import hand_over_order
from duixian.workflow.actions.register_order import register_order
from duixian.workflow.actions.remind_order import remind_order
from duixian.workflow.actions.review_order import review_order
from duixian.workflow.actions.sign_order import sign_order
from duixian.workflow.actions.withdraw_order import withdraw_order
from duixian.workflow.order_hands import Paper
from duixian.workflow.order_scope import may_see_order, verbs_now

pytestmark = pytest.mark.django_db


def refused(code, act, *args, **kwargs):
    with pytest.raises(Refused) as refusal:
        act(*args, **kwargs)
    assert refusal.value.code == code
    return str(refusal.value)


def test_an_order_goes_from_registering_to_closing_with_every_step_kept(people):
    order = reviewed(people)
    close_order(people.acting(), order, text="已追平")
    kept = list(order.steps.values_list("move", flat=True))
    assert kept == ["register", "hand-over", "sign", "answer", "review", "close"]
    assert fresh(order).state.stage == OrderStage.CLOSED
    assert wrong_orders() == []


def test_the_last_day_counts_working_days_and_says_which_it_skipped(people, site):
    order = handed_over(people)
    step = order.steps.get(move=OrderMove.HAND_OVER)
    # 2026-06-30 is a Tuesday: Wednesday to Friday, Monday, Tuesday.
    assert order.state.due == dt.date(2026, 7, 7)
    assert step.clock["told"] == ("自2026年6月30日的次日起算，5个工作日，至2026年7月7日；跳过2026年7月4日至7月5日周末")


def test_a_regions_own_holidays_are_skipped(people, site):
    Site.objects.update(region="新疆")
    acting = replace(people.acting(), today=dt.date(2025, 6, 5))
    order = register_order(acting, new_order())
    hand_over_order(acting, order, working_days=1)
    assert fresh(order).state.due == dt.date(2025, 6, 11)
    assert "古尔邦节" in order.steps.get(move=OrderMove.HAND_OVER).clock["told"]


def test_a_year_whose_working_days_are_not_known_is_refused_and_nothing_is_written(people, site):
    acting = replace(people.acting(), today=dt.date(2031, 5, 1))
    order = register_order(acting, new_order())
    told = refused("calendar-unpublished", hand_over_order, acting, order, working_days=5)
    assert "2031年" in told
    assert order.steps.count() == 1


@pytest.mark.parametrize("field", ["title", "ask", "basis", "number"])
def test_an_order_without_its_words_is_refused_by_the_name_of_the_field(people, field):
    refused("words-missing", register_order, people.acting(), new_order(**{field: "  "}))
    assert not Order.objects.exists()


def test_a_number_is_given_once(people):
    registered(people)
    refused("order-number-taken", register_order, people.acting(), new_order())


def test_an_order_goes_to_the_body_that_a_name_stands_for(people):
    alias = Body.objects.create(name="州民政", same_as=Body.objects.get(name="州民政局"))
    refused("body-has-another-name", register_order, people.acting(), replace(new_order(), body=alias))


def test_only_the_body_itself_signs_and_answers(people):
    refused("not-your-order", sign_order, people.acting("other"), handed_over(people))
    order = signed(people, number="2号")
    refused("not-your-order", answer_order, people.acting("county"), order, text="已办")


def test_a_move_that_is_sent_twice_is_made_once(people):
    order = handed_over(people)
    sign_order(people.acting("reporter"), order)
    refused("order-out-of-order", sign_order, people.acting("reporter"), order)
    assert order.steps.filter(move=OrderMove.SIGN).count() == 1


def test_of_two_reviewers_the_second_is_told_what_the_first_did(people):
    order = answered(people)
    stale = fresh(order)
    review_order(people.acting(), order, passes=True)
    told = refused("order-out-of-order", review_order, people.acting(), stale, passes=True)
    assert "审核通过，待销号" in told


def test_what_is_sent_back_gets_five_working_days_where_less_was_left(people, site):
    order = answered(people)
    late = replace(people.acting(), today=dt.date(2026, 7, 6))
    review_order(late, order, passes=False, text="缺数据来源")
    assert fresh(order).state.due == dt.date(2026, 7, 13)
    answer_order(people.acting("reporter"), order, text="补齐", papers=[Paper("表.xlsx", b"one")])
    assert order.steps.last().papers.get().size == 3


def test_what_is_sent_back_says_why(people):
    refused("words-missing", review_order, people.acting(), answered(people), passes=False)


def test_an_extension_holds_once_it_is_granted_and_not_before(people, site):
    order = asked(people)
    before = order.state.due
    assert order.state.asked_due == before + 7 * DAY
    refused("order-out-of-order", answer_order, people.acting("reporter"), order, text="已办")
    decide_extension(people.acting(), order, grants=True)
    assert fresh(order).state.due == before + 7 * DAY


def test_a_refused_extension_leaves_the_day_and_says_why(people, site):
    order = asked(people)
    refused("words-missing", decide_extension, people.acting(), order, grants=False)
    decide_extension(people.acting(), order, grants=False, text="汛期已过")
    state = fresh(order).state
    assert (state.due, state.asked_due) == (dt.date(2026, 7, 7), None)


@pytest.mark.parametrize(
    ("today", "until", "code"),
    [
        (dt.date(2026, 7, 8), dt.date(2026, 7, 20), "extension-too-late"),
        (dt.date(2026, 7, 7), dt.date(2026, 7, 7), "extension-no-later"),
        (dt.date(2026, 7, 1), dt.date(2026, 7, 6), "extension-no-later"),
    ],
)
def test_more_time_is_asked_in_time_and_for_a_later_day(people, site, today, until, code):
    acting = replace(people.acting("reporter"), today=today)
    refused(code, ask_extension, acting, signed(people), until=until, text="等")


def test_more_time_may_be_asked_on_the_last_day_itself(people, site):
    acting = replace(people.acting("reporter"), today=dt.date(2026, 7, 7))
    order = signed(people)
    ask_extension(acting, order, until=dt.date(2026, 7, 8), text="等")
    assert fresh(order).state.asked_due == dt.date(2026, 7, 8)


def test_nobody_is_reminded_twice_a_day(people):
    order = signed(people)
    remind_order(people.acting(), order, text="请反馈")
    refused("reminded-today", remind_order, people.acting(), order, text="请反馈")
    remind_order(replace(people.acting(), today=TODAY + DAY), order, text="请反馈")


def test_an_order_that_was_signed_is_closed_and_not_withdrawn(people):
    refused("order-out-of-order", withdraw_order, people.acting(), signed(people), text="误发")


def test_a_reporter_sees_the_orders_to_their_own_body_alone(people):
    order = handed_over(people)
    assert may_see_order(people.reporter, order)
    assert not may_see_order(people.county, order)
    assert verbs_now(people.county, order) == frozenset()
    assert verbs_now(people.reporter, order) == {"sign_order"}
    assert all(may_see_order(getattr(people, name), order) for name in ("supervision", "leader", "auditor"))


def test_a_closed_order_is_open_to_nothing():
    for stage in (OrderStage.CLOSED, OrderStage.WITHDRAWN):
        assert moves_from(stage, extension_waits=False) == ()


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(wanted=st.lists(st.sampled_from(sorted(WAYS, key=str)), max_size=12))
def test_whatever_is_tried_the_state_is_what_replaying_the_steps_gives(people, wanted):
    order = registered(people, number=f"{Order.objects.count() + 1}号")
    hand = Hand(by=people.supervision, day=TODAY, at=people.acting().now)
    for number, move in enumerate(wanted):
        state = OrderState.objects.get(order=order)
        allowed = is_open_to(move, state.current_stage, extension_waits=state.asked_due is not None)
        said = Said(text="试", due=TODAY + number * DAY)
        if allowed:
            post_order_step(order, move, hand, said)
        else:
            refused("order-out-of-order", post_order_step, order, move, hand, said)
    assert wrong_orders() == []


def test_a_state_that_was_tampered_with_is_found(people):
    order = signed(people)
    OrderState.objects.filter(order=order).update(stage=OrderStage.CLOSED)
    assert [line for line in wrong_orders() if order.number in line]
