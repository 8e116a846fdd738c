import datetime as dt
from collections import Counter

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.models import F
from tests import award_site as site
from tests.award_acts import cancelled, objected
from tests.award_site import make_parts

from duixian.ledgers.claims.check import wrong_states
from duixian.ledgers.claims.order import WAYS, Move, Stage
from duixian.ledgers.claims.post import Hand, Words, post_step
from duixian.ledgers.claims.read import on_notice, open_objections
from duixian.ledgers.models import (
    Amendment,
    Attachment,
    AwardDocument,
    AwardPlan,
    Claim,
    ClaimState,
    Payee,
    Step,
    Transfer,
)
from duixian.units import Refused

CHANGED = {
    Attachment: "name",
    Amendment: "person",
    AwardDocument: "number",
    AwardPlan: "year",
    Claim: "receipt",
    Payee: "name",
    Step: "move",
    Transfer: "amount",
}
REACHED = {
    Stage.FILED: site.filed,
    Stage.REVIEWED: site.reviewed,
    Stage.ON_NOTICE: site.on_notice,
    Stage.PLANNED: site.planned,
    Stage.APPROVED: site.approved,
    Stage.LISTED: site.listed,
    Stage.PAID: site.paid,
    Stage.CANCELLED: cancelled,
}


@pytest.fixture
def awards(people):
    return make_parts(people)


def test_the_database_refuses_to_change_or_remove_a_row(awards):
    site.amended(awards)
    for model, field in CHANGED.items():
        with pytest.raises(IntegrityError), transaction.atomic():
            model.objects.all().update(**{field: F(field)})
        with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"DELETE FROM {model._meta.db_table}")
    assert Claim.objects.count() == 1


@pytest.mark.parametrize("stage", REACHED)
def test_no_step_is_skipped_and_none_comes_before_its_turn(stage, awards, people):
    claim = REACHED[stage](awards)
    assert ClaimState.objects.get(claim=claim).stage == stage
    hand = Hand(by=people.reporter, day=site.NOTICE_OVER, at=site.NOW)
    before = Step.objects.count()
    for move in (move for move in WAYS if stage not in WAYS[move].since):
        with pytest.raises(Refused) as refusal:
            post_step(Claim.objects.get(pk=claim.pk), move, hand, Words(detail={"until": "2026-07-01"}))
        assert refusal.value.code == "out-of-order"
    assert Step.objects.count() == before
    assert wrong_states() == []


def test_every_way_leads_on_and_nothing_leads_out_of_an_end():
    assert set(WAYS) == set(Move) - {Move.FILING}
    leaving = Counter(stage for move, way in WAYS.items() for stage in way.since if way.to)
    assert Stage.RETURNED not in leaving
    assert Stage.RECOVERED not in leaving
    assert Stage.CANCELLED not in leaving


def test_the_money_that_went_out_is_the_decision_s_and_nobody_is_paid_twice(awards):
    claim = site.paid(awards)
    rows = claim.transfers.filter(back=False)
    assert sum(row.amount for row in rows) == 53600
    with pytest.raises(IntegrityError), transaction.atomic():
        Transfer.objects.create(step=rows[0].step, claim=claim, line=0, amount=1, back=False)


def test_a_state_that_was_tampered_with_is_found(awards):
    claim = site.reviewed(awards)
    ClaimState.objects.filter(claim=claim).update(stage=Stage.LISTED)
    assert [claim.receipt in line for line in wrong_states()] == [True]


def test_the_public_sees_a_notice_to_the_end_of_its_last_day_and_no_longer(awards):
    claim = site.on_notice(awards)
    shown = {day: on_notice(day=day).filter(pk=claim.pk).exists() for day in days(dt.date(2026, 6, 7), 10)}
    # Opened on the 8th; seven complete days are the 9th to the 15th.
    assert [day.day for day, seen in shown.items() if seen] == [8, 9, 10, 11, 12, 13, 14, 15]


def days(first, count):
    return [first + dt.timedelta(days=number) for number in range(count)]


def test_an_objection_stays_open_until_a_step_settles_it(awards, people):
    objection = objected(awards)
    assert list(open_objections(objection.claim)) == [objection]
    hand = Hand(by=people.reporter, day=site.NOTICE_OVER, at=site.NOW)
    post_step(objection.claim, Move.SETTLEMENT, hand, Words(note="核查属实", settles=objection))
    assert not open_objections(objection.claim).exists()


def test_a_step_without_an_actor_is_refused_by_the_database(awards):
    claim = site.filed(awards)
    with pytest.raises(IntegrityError), transaction.atomic():
        Step.objects.create(claim=claim, ordinal=2, move=Move.REVIEW, day=site.FILED, at=site.NOW)
