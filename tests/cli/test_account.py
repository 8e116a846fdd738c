"""The way back for an administrator who cannot sign in."""

import re

import pytest
from django.test import Client

from duixian.cli.main import main
from duixian.ledgers.models import Entry
from duixian.registers.models import Account


def said_password(capsys) -> str:
    match = re.search(r"新密码：(\S+)", capsys.readouterr().out)
    assert match
    return match[1]


def signs_in(username: str, password: str) -> bool:
    return Client().post("/sign-in/", {"login": username, "password": password}).status_code == 302


@pytest.mark.django_db
def test_a_lost_password_is_replaced_once_and_logged(people, capsys):
    assert main(["account", "reset-password", "administrator"]) == 0
    first = said_password(capsys)
    assert signs_in("administrator", first)
    entry = Entry.objects.get(verb="reset_password")
    assert (entry.actor, entry.subject_id) == (people.administrator, people.administrator.pk)
    assert first not in str(entry.detail)
    main(["account", "reset-password", "administrator"])
    assert said_password(capsys) != first
    assert not signs_in("administrator", first)


@pytest.mark.django_db
def test_the_lock_of_wrong_tries_is_lifted_with_it(people, capsys):
    for _ in range(5):
        signs_in("leader", "wrong")
    main(["account", "reset-password", "leader"])
    assert signs_in("leader", said_password(capsys))


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("username", "change", "words"),
    [
        ("nobody", {}, "没有用户名"),
        ("leader", {"is_active": False}, "已停用"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_changed(username, change, words, people, capsys):
    Account.objects.filter(username=username).update(**change)
    before = list(Account.objects.values_list("username", "password"))
    assert main(["account", "reset-password", username]) == 1
    assert words in capsys.readouterr().err
    assert list(Account.objects.values_list("username", "password")) == before


@pytest.mark.django_db
def test_a_site_without_an_administrator_resets_nobody(people, capsys):
    Account.objects.filter(pk=people.administrator.pk).update(is_active=False)
    assert main(["account", "reset-password", "leader"]) == 1
    assert "没有启用的系统管理员" in capsys.readouterr().err


def test_without_a_name_it_says_how_it_is_called(capsys):
    with pytest.raises(SystemExit) as stopped:
        main(["account", "reset-password"])
    assert stopped.value.code == 2
    assert "缺少参数" in capsys.readouterr().err
