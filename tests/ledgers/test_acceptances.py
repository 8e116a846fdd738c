"""What the acceptance ledger keeps, gives back and refuses."""

import datetime as dt

import pytest
from tests.small_site import NOW, TODAY

from duixian.ledgers.acceptances.check import wrong_acceptances
from duixian.ledgers.acceptances.post import post_acceptance, post_revocation
from duixian.ledgers.acceptances.read import accepted
from duixian.ledgers.models import Acceptance
from duixian.registers.models import Target
from duixian.units import Refused

LATER = TODAY + dt.timedelta(days=10)
DAY = dt.timedelta(days=1)


@pytest.fixture
def training(adopted) -> Target:
    return Target.objects.get(object="养老护理人员")


def accept(target, people, *, day=TODAY) -> Acceptance:
    return post_acceptance(target, day=day, note="现场核验", by=people.supervision, at=NOW)


def revoke(target, people, *, day=LATER, reason="复查发现漏项") -> Acceptance:
    return post_revocation(target, day=day, reason=reason, by=people.supervision, at=NOW)


def test_an_acceptance_stands_from_its_day_until_the_day_it_is_taken_back(training, people):
    accept(training, people)
    revoke(training, people)
    days = (TODAY - DAY, TODAY, LATER - DAY, LATER)
    assert [training.pk in accepted(as_of=day) for day in days] == [False, True, True, False]
    assert accepted(as_of=TODAY, targets=[training.pk]) == {training.pk: TODAY}
    assert accepted(as_of=TODAY, targets=[]) == {}


def test_what_was_taken_back_can_be_accepted_again(training, people):
    accept(training, people)
    revoke(training, people)
    accept(training, people, day=LATER + DAY)
    assert accepted(as_of=LATER + DAY) == {training.pk: LATER + DAY}
    assert wrong_acceptances() == []


def test_nothing_is_accepted_twice_or_taken_back_without_standing_or_reason(training, people):
    with pytest.raises(Refused, match="现在没有验收"):
        revoke(training, people)
    accept(training, people)
    with pytest.raises(Refused, match="已在2026年6月30日验收"):
        accept(training, people)
    with pytest.raises(Refused, match="须写明原因"):
        revoke(training, people, reason="  ")
    assert Acceptance.objects.count() == 1


def test_a_clock_that_went_back_does_not_take_back_before_the_acceptance(training, people):
    accept(training, people)
    assert revoke(training, people, day=TODAY - DAY).day == TODAY


def test_a_row_written_past_the_writer_is_told(training, people):
    accept(training, people)
    Acceptance.objects.create(target=training, day=TODAY, by=people.supervision, at=NOW)
    assert "重复验收" in wrong_acceptances()[0]
