"""The pages of bodies, posts, hand-overs and coordination bodies, as of any day."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import fastexcel
import pytest
from django.test import Client
from tests.body_acts import WORKS, a_change, a_liaison, a_proposal, chief, loose, roster
from tests.small_site import LEAD, OTHER, TODAY, People

from duixian.registers.models import Body, BodyName, Coordination, Holder, Liaison, NameState, Post, Seat
from duixian.reports.bodies import bodies, rows
from duixian.reports.body_register import body_register
from duixian.workflow.actions.change_holder import change_holder
from duixian.workflow.actions.decide_alias import decide_alias
from duixian.workflow.actions.enter_coordination import enter_coordination

Browser = Callable[[str], Client]


def body_page(body: Body, day: dt.date = TODAY) -> str:
    return f"/office/bodies/{body.pk}/register/?as_of={day.isoformat()}"


@pytest.fixture
def changed(people: People) -> Holder:
    """The head who left on the last day of May."""
    holder = chief(people)
    enter_coordination(people.acting(), roster(people))
    change_holder(people.acting(), holder.post, a_change(holder))
    holder.refresh_from_db()
    return holder


def test_a_bodys_page_shows_who_holds_a_post_on_the_asked_day(changed: Holder, signed_in: Browser) -> None:
    body, client = changed.post.body, signed_in("leader")
    now, before = (client.get(body_page(body, day)).context["register"] for day in (WORKS, WORKS - dt.timedelta(1)))
    assert [holder.name for holder in now.posts[0].holders] == ["周予安"]
    assert [holder.name for holder in now.posts[0].former] == ["林一舟"]
    assert [holder.name for holder in before.posts[0].holders] == ["林一舟"]
    assert [row.sitting.value for row in now.seats] == ["passed", "passed"]
    assert [row.sitting.value for row in before.seats] == ["named", "named"]


def test_a_day_to_come_is_refused_and_today_is_shown(changed: Holder, signed_in: Browser) -> None:
    found = signed_in("leader").get(body_page(changed.post.body, TODAY + dt.timedelta(1)))
    assert found.status_code == 400
    assert "截至日还没有到" in found.content.decode()


def test_another_name_of_a_body_leads_to_the_body(people: People, signed_in: Browser) -> None:
    name = a_proposal(people)
    alias = Body.objects.get(name="民政局")
    decide_alias(people.acting(), name, same=True)
    found = signed_in("leader").get(body_page(alias))
    assert found.url == f"/office/bodies/{name.body_id}/register/"


def test_a_change_on_the_page_ends_in_the_hand_over_list_and_its_spreadsheet(
    people: People, signed_in: Browser
) -> None:
    holder, client = chief(people), signed_in("supervision")
    address = f"/office/posts/{holder.post_id}/change/"
    sent = {"outgoing": holder.pk, "incoming": "周予安", "day": "2026-06-01", "basis": "3号"}
    found = client.post(address, sent)
    assert found.status_code == 302
    page = client.get(found.url).content.decode()
    assert "社区老年人助餐点" in page
    assert "没有填报" in page
    workbook = fastexcel.read_excel(client.get(found.url + "?as=xlsx").content)
    table = workbook.load_sheet(0, header_row=2).to_polars()
    assert table["目标"].to_list() == [12]
    assert table["已完成"].to_list() == [None]
    again = client.post(address, sent)
    assert again.status_code == 422


def test_a_refused_change_says_why_and_keeps_what_was_typed(people: People, signed_in: Browser) -> None:
    holder = chief(people)
    found = signed_in("supervision").post(
        f"/office/posts/{holder.post_id}/change/",
        {"outgoing": holder.pk, "incoming": "林一舟", "day": "2026-06-01", "basis": "3号"},
    )
    assert found.status_code == 422
    assert "任期不能重叠" in found.content.decode()
    assert 'value="3号"' in found.content.decode()


def test_a_person_decides_over_a_name_on_the_page(people: People, signed_in: Browser) -> None:
    name, client = a_proposal(people), signed_in("supervision")
    assert "“民政局”是不是“州民政局”" in client.get("/office/bodies/names/").content.decode()
    client.post(f"/office/bodies/names/{name.pk}/decide/", {"same": "0"})
    name.refresh_from_db()
    assert name.state == NameState.REJECTED
    found = client.post(f"/office/bodies/names/{name.pk}/decide/", {"same": "1"}, follow=True)
    assert "已经有人定过" in found.content.decode()


@pytest.mark.parametrize(
    ("where", "sent", "check"),
    [
        ("names/propose/", {"name": "民政局"}, lambda body: body.names.get(name="民政局").state == "proposed"),
        ("rename/", {"name": "州民养局", "day": "2026-06-01"}, lambda body: body.names.filter(name=LEAD).exists()),
        ("posts/name/", {"title": "总会计师", "seats": "2"}, lambda body: body.posts.get().seats == 2),
        (
            "liaisons/name/",
            {"name": "许清欢", "duties": "报送", "begins": "2026-06-01"},
            lambda body: body.liaisons.get().name == "许清欢",
        ),
    ],
)
def test_each_form_of_a_body_does_what_it_says_and_refuses_nothing_typed(
    where: str, sent: dict[str, str], check: Any, people: People, signed_in: Browser
) -> None:
    body, client = Body.objects.get(name=LEAD), signed_in("supervision")
    address = f"/office/bodies/{body.pk}/{where}"
    assert client.get(address).status_code == 200
    assert client.post(address, {}).status_code == 422
    assert client.post(address, sent).url == f"/office/bodies/{body.pk}/register/"
    body.refresh_from_db()
    assert check(body)


def test_a_liaison_is_ended_on_the_page(people: People, signed_in: Browser) -> None:
    liaison = a_liaison(people)
    signed_in("reporter").post(f"/office/liaisons/{liaison.pk}/end/", {"day": "2026-06-30"})
    assert Liaison.objects.get().ends == TODAY


def test_posts_of_documents_adopted_before_are_entered_with_one_click(people: People, signed_in: Browser) -> None:
    loose(people)
    client = signed_in("supervision")
    assert "按文件补登职务" in client.get("/office/bodies/").content.decode()
    client.post("/office/posts/enter/")
    assert "按文件补登职务" not in client.get("/office/bodies/").content.decode()


def test_a_roster_is_entered_and_the_chair_adjusted_by_its_notice(people: People, signed_in: Browser) -> None:
    document, client = roster(people), signed_in("supervision")
    listed = client.get("/office/coordination/").content.decode()
    assert f"/office/documents/{document.pk}/coordination/" in listed
    assert "宋知遥" in client.get(f"/office/documents/{document.pk}/coordination/").content.decode()
    client.post(f"/office/documents/{document.pk}/coordination/", {"day": ""})
    coordination, chair = Coordination.objects.get(), Holder.objects.get(name="顾南山")
    row = change_holder(people.acting(), chair.post, a_change(chair, incoming="温如玉"))
    address = f"/office/coordination/{coordination.pk}/"
    assert "待发文调整" in client.get(address).content.decode()
    assert "组长调整的，另行发文" in client.get(address).content.decode()
    seat = Seat.objects.get(part="chair")
    assert client.get(f"/office/seats/{seat.pk}/notice.docx").content[:2] == b"PK"
    assert row.incoming is not None
    sent = {"holder": row.incoming.pk, "number": "20号", "day": "2026-06-20"}
    client.post(f"/office/seats/{seat.pk}/adjust/", sent)
    assert "待发文调整" not in client.get(address).content.decode()
    assert "待发文调整" in client.get(address + "?as_of=2026-06-19").content.decode()
    assert client.get(f"/office/seats/{seat.pk}/notice.docx").status_code == 404


@pytest.mark.parametrize(
    "address",
    [
        "/office/bodies/",
        "/office/bodies/names/",
        "/office/handovers/",
        "/office/coordination/",
        "/office/bodies/{body}/register/",
        "/office/posts/{post}/",
        "/office/coordination/{coordination}/",
    ],
)
def test_every_table_goes_out_as_a_spreadsheet(address: str, changed: Holder, signed_in: Browser) -> None:
    keys = {"body": changed.post.body_id, "post": changed.post_id, "coordination": Coordination.objects.get().pk}
    client = signed_in("supervision")
    where = address.format(**keys)
    assert "as=xlsx" in client.get(where).content.decode()
    table = fastexcel.read_excel(client.get(where + "?as=xlsx").content).load_sheet(0, header_row=2)
    assert table.height > 0 or where == "/office/bodies/names/"
    assert client.get(where + "?as=csv").content.startswith("\ufeff".encode())


def test_a_body_is_found_by_any_of_its_names(people: People, signed_in: Browser) -> None:
    decide_alias(people.acting(), a_proposal(people), same=True)
    found = signed_in("auditor").get("/office/bodies/?q=民政局").context["rows"]
    assert [(row.body.name, row.other_names) for row in found] == [(LEAD, ("民政局",))]


def test_the_cost_of_the_list_and_of_a_body_does_not_grow_with_what_they_hold(
    people: People, changed: Holder, django_assert_num_queries: Any
) -> None:
    body = changed.post.body
    for n in range(20):
        post = Post.objects.create(body=body, title=f"副局长{n}")
        Holder.objects.create(post=post, name=f"甲{n}")
        BodyName.objects.create(body=body, name=f"名{n}", kind="alias", state="confirmed")
    found = list(bodies())
    with django_assert_num_queries(4):
        assert {row.body.name for row in rows(found, as_of=TODAY)} >= {LEAD, OTHER}
    with django_assert_num_queries(12):
        assert len(body_register(body.pk, as_of=TODAY).posts) == 21
