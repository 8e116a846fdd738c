import pytest
from django.test import Client
from django.urls import reverse
from tests import order_acts

from duixian.workflow.actions.issue_calendar_key import issue_calendar_key

pytestmark = pytest.mark.django_db


def get(key):
    return Client().get(reverse("calendar", args=[key]))


def test_the_key_opens_ones_own_calendar_without_signing_in(people, site):
    order_acts.signed(people)
    found = get(issue_calendar_key(people.acting("reporter")))
    assert found["Content-Type"].startswith("text/calendar")
    assert found["Cache-Control"] == "private, no-store"
    assert "BEGIN:VEVENT" in found.content.decode()
    assert "VEVENT" not in get(issue_calendar_key(people.acting("county"))).content.decode()


def test_a_new_key_ends_the_old_one_and_a_revoked_key_opens_nothing(people, site):
    old = issue_calendar_key(people.acting("reporter"))
    new = issue_calendar_key(people.acting("reporter"))
    assert (get(old).status_code, get(new).status_code) == (404, 200)
    issue_calendar_key(people.acting("reporter"), revoke=True)
    assert get(new).status_code == 404


def test_a_key_is_kept_as_a_hash_and_an_account_switched_off_has_none(people, site):
    key = issue_calendar_key(people.acting("reporter"))
    people.reporter.refresh_from_db()
    assert key not in people.reporter.calendar_key
    people.reporter.is_active = False
    people.reporter.save()
    assert get(key).status_code == 404


@pytest.mark.parametrize("key", ["x", "None", "a" * 300])
def test_what_is_no_key_finds_nothing(key, site):
    assert get(key).status_code == 404
