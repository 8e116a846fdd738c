"""Sign-ins: made, switched and given new passwords by the administrator; and signing in itself."""

from collections.abc import Callable

import pytest
from django.test import Client
from tests.small_site import LEAD, PASSWORD, People

from duixian.registers.models import Account, Site

CREATE = "/office/accounts/create/"
NEW = {"username": "new", "full_name": "新来的", "role": "leader", "body": "", "password": "a-fresh-one-2026"}


def test_an_account_is_made_and_can_sign_in(people: People, signed_in: Callable[[str], Client]) -> None:
    signed_in("administrator").post(CREATE, NEW)
    found = Client().post("/sign-in/", {"login": "new", "password": NEW["password"]})
    assert (found.status_code, found.url) == (302, "/office/summary/")


@pytest.mark.parametrize(
    ("change", "field", "message"),
    [
        ({"username": "leader"}, "username", "已有人用"),
        ({"username": ""}, "username", "必填"),
        ({"role": "reporter"}, "body", "填报人必须选单位"),
        ({"role": "king"}, "role", "king"),
        ({"password": "12345678901"}, "password", "密码不合要求"),
    ],
)
def test_an_account_that_cannot_be_is_refused_at_its_field(
    change: dict[str, str], field: str, message: str, people: People, signed_in: Callable[[str], Client]
) -> None:
    before = Account.objects.count()
    found = signed_in("administrator").post(CREATE, NEW | change)
    assert found.status_code == 422
    assert message in " ".join(found.context["form"].errors[field])
    assert Account.objects.count() == before


def test_a_password_never_comes_back_to_the_page(people: People, signed_in: Callable[[str], Client]) -> None:
    found = signed_in("administrator").post(CREATE, NEW | {"username": "leader"})
    assert NEW["password"] not in found.content.decode()


def test_an_account_is_switched_off_and_on_but_never_ones_own(
    people: People, signed_in: Callable[[str], Client]
) -> None:
    client = signed_in("administrator")
    client.post(f"/office/accounts/{people.leader.pk}/switch/", {"active": "0"})
    people.leader.refresh_from_db()
    assert not people.leader.is_active
    client.post(f"/office/accounts/{people.leader.pk}/switch/", {"active": "1"})
    people.leader.refresh_from_db()
    assert people.leader.is_active
    own = client.post(f"/office/accounts/{people.administrator.pk}/switch/", {"active": "0"}, follow=True)
    assert "不能停用自己的账号" in own.content.decode()


def test_a_lost_password_is_replaced(people: People, signed_in: Callable[[str], Client]) -> None:
    address = f"/office/accounts/{people.leader.pk}/password/"
    assert signed_in("administrator").post(address, {"password": "short"}).status_code == 422
    signed_in("administrator").post(address, {"password": "another-one-2026"})
    people.leader.refresh_from_db()
    assert people.leader.check_password("another-one-2026")


def test_an_auditor_sees_the_list_without_its_buttons(people: People, signed_in: Callable[[str], Client]) -> None:
    html = signed_in("auditor").get("/office/accounts/").content.decode()
    assert LEAD in html
    assert "重设密码" not in html


def test_a_wrong_password_is_refused_in_chinese_and_five_lock(site: Site, people: People) -> None:
    client = Client()
    sent = {"login": "leader", "password": "wrong"}
    first = client.post("/sign-in/", sent)
    assert "用户名或密码不正确" in first.content.decode() or "不正确" in first.content.decode()
    for _ in range(4):
        found = client.post("/sign-in/", sent)
    assert found.status_code == 429
    assert "暂时锁定" in found.content.decode()
    still = client.post("/sign-in/", {"login": "leader", "password": PASSWORD})
    assert still.status_code == 429


def test_signing_out_takes_a_post_and_ends_the_session(people: People, signed_in: Callable[[str], Client]) -> None:
    client = signed_in("leader")
    assert "退出登录" in client.get("/sign-out/").content.decode()
    client.post("/sign-out/")
    assert client.get("/office/").status_code == 302
