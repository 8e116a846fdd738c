import pytest
from tests.small_site import LEAD, NOW, PASSWORD

from duixian.ledgers.models import Entry
from duixian.registers.lookup import body_named
from duixian.registers.models import Account, Role
from duixian.units import Refused
from duixian.workflow.actions.create_account import NewAccount, create_account
from duixian.workflow.actions.found_site import found_site
from duixian.workflow.actions.reset_password import reset_password
from duixian.workflow.actions.switch_account import switch_account

FIRST = NewAccount(username="first", full_name="初一", role=Role.ADMINISTRATOR, password=PASSWORD)


def test_a_site_is_founded_once_by_an_administrator(db):
    account = found_site(name="某州人民政府", shown_day=None, administrator=FIRST, now=NOW)
    assert account.check_password(PASSWORD)
    assert Entry.objects.get().verb == "found_site"
    with pytest.raises(Refused, match="已经建立"):
        found_site(name="另一州", shown_day=None, administrator=FIRST, now=NOW)


def test_the_first_account_is_an_administrator(db):
    leader = NewAccount(username="l", full_name="乙", role=Role.LEADER, password=PASSWORD)
    with pytest.raises(Refused, match="系统管理员"):
        found_site(name="某州", shown_day=None, administrator=leader, now=NOW)
    assert not Account.objects.exists()


@pytest.mark.parametrize(
    ("username", "role", "password", "code"),
    [
        ("reporter", Role.LEADER, PASSWORD, "username-taken"),
        ("new", Role.REPORTER, PASSWORD, "account-body"),
        ("new", Role.LEADER, "12345678901", "password-weak"),
        ("new", Role.LEADER, "short", "password-weak"),
        (" ", Role.LEADER, PASSWORD, "account-name-missing"),
    ],
)
def test_an_account_that_cannot_be_is_refused_with_the_reason(username, role, password, code, people):
    new = NewAccount(username=username, full_name="某", role=role, password=password)
    with pytest.raises(Refused) as refusal:
        create_account(people.acting("administrator"), new)
    assert refusal.value.code == code


def test_the_password_stands_nowhere_in_the_log(people):
    new = NewAccount(
        username="new", full_name="某", role=Role.REPORTER, password="very-secret-Wort", body=body_named(LEAD)
    )
    account = create_account(people.acting("administrator"), new)
    reset_password(people.acting("administrator"), account, password="other-secret-Wort")
    assert "secret" not in "".join(str(entry.detail) for entry in Entry.objects.all())
    account.refresh_from_db()
    assert account.check_password("other-secret-Wort")


def test_nobody_switches_off_their_own_account(people):
    with pytest.raises(Refused, match="不能停用自己"):
        switch_account(people.acting("administrator"), people.administrator, active=False)
