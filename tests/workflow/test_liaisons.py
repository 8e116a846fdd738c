"""Liaisons: named with their duties, for one's own body, and ended on a day."""

import datetime as dt

import pytest
from tests.body_acts import a_liaison
from tests.small_site import LEAD, TODAY

from duixian.registers.models import Body, Liaison
from duixian.units import Refused
from duixian.workflow.actions.end_liaison import end_liaison
from duixian.workflow.actions.name_liaison import NewLiaison, name_liaison

DAY = dt.timedelta(days=1)


def a_new(**told) -> NewLiaison:
    return NewLiaison(**({"name": "许清欢", "duties": "报送进度", "begins": TODAY} | told))


def test_a_reporter_names_the_liaisons_of_their_own_body_alone(people):
    own, other = Body.objects.get(name=LEAD), Body.objects.exclude(name=LEAD).first()
    name_liaison(people.acting("reporter"), own, a_new())
    with pytest.raises(Refused, match="只能办理本单位"):
        name_liaison(people.acting("reporter"), other, a_new())
    with pytest.raises(Refused, match="只能办理本单位"):
        end_liaison(people.acting("county"), Liaison.objects.get(), day=TODAY)


@pytest.mark.parametrize("told", [{"name": " "}, {"duties": ""}])
def test_a_liaison_without_name_or_duties_is_refused(told, people):
    with pytest.raises(Refused, match="都要填"):
        name_liaison(people.acting(), Body.objects.get(name=LEAD), a_new(**told))


def test_one_person_serves_once_at_a_time(people):
    liaison = a_liaison(people)
    with pytest.raises(Refused, match="不用再加"):
        name_liaison(people.acting(), liaison.body, a_new())
    end_liaison(people.acting(), liaison, day=TODAY - DAY)
    assert name_liaison(people.acting(), liaison.body, a_new()).begins == TODAY


def test_a_service_ends_once_and_not_before_it_began(people):
    liaison = a_liaison(people)
    with pytest.raises(Refused, match="不能在"):
        end_liaison(people.acting(), liaison, day=liaison.begins - DAY)
    end_liaison(people.acting(), liaison, day=liaison.begins)
    with pytest.raises(Refused, match="不再任"):
        end_liaison(people.acting(), liaison, day=TODAY)
