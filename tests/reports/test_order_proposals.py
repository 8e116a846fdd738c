import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest
from tests.order_acts import new_order

from duixian.ledgers.progress.post import Figure
from duixian.ledgers.progress.read import newest_posting
from duixian.ledgers.progress.series import WHOLE
from duixian.registers.models import Target
from duixian.reports.lit.refresh import refresh
from duixian.reports.order_proposals import BEHIND_TWICE, OVERDUE, row_about, rows
from duixian.workflow.actions.post_progress import post_progress
from duixian.workflow.actions.register_order import register_order
from duixian.workflow.actions.set_order_aside import set_order_aside
from duixian.workflow.actions.withdraw_order import withdraw_order


def on(people, day):
    return replace(people.acting(), today=day)


@pytest.fixture
def training(people, site, adopted):
    """800人次 by 30 November, with a figure too low at the end of each month."""
    return Target.objects.get(object="养老护理人员")


def report(people, target, day, value):
    newest = newest_posting(target, WHOLE)
    figure = Figure(day=day, value=Decimal(value), seen=newest.pk if newest else None)
    return post_progress(on(people, day), target, figure)


def proposed(day):
    return {(row.rule, row.target.object) for row in rows(as_of=day)}


MAY, JUNE, JULY = dt.date(2026, 5, 31), dt.date(2026, 6, 30), dt.date(2026, 7, 31)


def test_one_month_behind_is_not_enough_and_two_are(people, training):
    report(people, training, JUNE, 50)
    assert (BEHIND_TWICE, "养老护理人员") not in proposed(JUNE)
    report(people, training, JULY, 60)
    assert (BEHIND_TWICE, "养老护理人员") in proposed(JULY)


def test_a_month_on_pace_in_between_begins_the_count_again(people, training):
    report(people, training, MAY, 50)
    report(people, training, JUNE, 500)
    report(people, training, JULY, 501)
    assert (BEHIND_TWICE, "养老护理人员") not in proposed(dt.date(2026, 8, 15))


def test_the_day_after_the_deadline_is_overdue_and_the_day_itself_is_not(people, training):
    report(people, training, dt.date(2026, 11, 30), 700)
    assert (OVERDUE, "养老护理人员") not in proposed(dt.date(2026, 11, 30))
    assert (OVERDUE, "养老护理人员") in proposed(dt.date(2026, 12, 1))


def test_the_kept_lights_propose_the_same_as_those_lit_in_memory(people, training):
    report(people, training, JUNE, 50)
    report(people, training, JULY, 60)
    from_memory = [(row.rule, row.target.pk, row.since) for row in rows(as_of=JULY)]
    refresh(day=JULY)
    assert [(row.rule, row.target.pk, row.since) for row in rows(as_of=JULY)] == from_memory


def test_nothing_is_proposed_while_an_order_is_open(people, training):
    report(people, training, JUNE, 50)
    report(people, training, JULY, 60)
    order = register_order(on(people, JULY), replace(new_order(), target=training))
    assert row_about(training, rule=BEHIND_TWICE, as_of=JULY) is None
    withdraw_order(on(people, JULY), order, text="并入专项")
    assert row_about(training, rule=BEHIND_TWICE, as_of=JULY) is not None


def test_what_was_set_aside_comes_back_when_the_light_has_changed(people, training):
    report(people, training, JUNE, 50)
    report(people, training, JULY, 60)
    set_order_aside(on(people, JULY), training, rule=BEHIND_TWICE, reason="资金8月到位")
    assert row_about(training, rule=BEHIND_TWICE, as_of=dt.date(2026, 8, 31)) is None
    report(people, training, dt.date(2026, 8, 31), 700)
    report(people, training, dt.date(2026, 10, 31), 701)
    late = dt.date(2026, 12, 1)
    assert row_about(training, rule=OVERDUE, as_of=late) is not None


def test_a_proposal_names_the_body_that_leads(people, training):
    report(people, training, JUNE, 50)
    report(people, training, JULY, 60)
    row = row_about(training, rule=BEHIND_TWICE, as_of=JULY)
    assert str(row.body) == "州民政局"
    assert row.light.code == "behind"


def test_the_queries_do_not_grow_with_the_targets(people, training, django_assert_max_num_queries):
    report(people, training, JUNE, 50)
    report(people, training, JULY, 60)
    refresh(day=JULY)
    with django_assert_max_num_queries(12):
        rows(as_of=JULY)
