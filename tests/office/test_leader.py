"""The leader's one screen, a body's page, and what changed: what each says, as of which day, and what it costs."""

import csv
import datetime as dt
from collections.abc import Callable
from decimal import Decimal

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests import order_acts
from tests.small_site import PASSWORD, TEXT, TODAY, People, make_adopted

from duixian.ledgers.progress.post import Figure
from duixian.registers.models import Allocation, Body, Document, Target
from duixian.reports import changes
from duixian.reports.lit.refresh import refresh
from duixian.workflow.actions.post_progress import post_progress

SCREEN, CHANGES = "/office/summary/", "/office/changes/"


def body(name: str) -> str:
    return reverse("office:body", args=[Body.objects.get(name=name).pk])


def post(people: People, value: int, day: dt.date, seen: int | None = None) -> int:
    figure = Figure(day=day, value=Decimal(value), seen=seen)
    return post_progress(people.acting(), Target.objects.get(object="养老护理人员"), figure).pk


def test_a_leader_lands_on_the_one_screen(adopted: Document) -> None:
    sent = Client().post("/sign-in/", {"login": "leader", "password": PASSWORD})
    assert sent["Location"] == SCREEN
    assert Client().post("/sign-in/", {"login": "supervision", "password": PASSWORD})["Location"] == "/office/"


def test_it_counts_says_what_is_new_and_why_and_names_the_next_deadlines(
    people: People, adopted: Document, signed_in: Callable[[str], Client]
) -> None:
    seen = post(people, 380, dt.date(2026, 5, 31))
    post(people, 381, dt.date(2026, 6, 30), seen)
    page = signed_in("leader").get(SCREEN)
    html = page.content.decode()
    worse = {one.line.target.object: str(light.rule) for one, light in page.context["worse"]}
    assert "滞后" in worse["养老护理人员"]
    assert worse["养老护理人员"].split("，")[0] in html
    deadlines = [one.line.target.due for one in page.context["deadlines"]]
    assert deadlines == sorted(deadlines)
    assert deadlines[0] == dt.date(2026, 10, 31)


def test_what_waits_for_the_leader_is_linked_and_goes_when_it_is_decided(
    people: People, adopted: Document, signed_in: Callable[[str], Client]
) -> None:
    assert "现在没有等领导决定的事" in signed_in("leader").get(SCREEN).content.decode()
    plan = order_acts.proposed(people)
    html = signed_in("leader").get(SCREEN).content.decode()
    assert f'href="{reverse("office:inspection", args=[plan.pk])}"' in html
    assert plan.title in html
    order_acts.decide_inspection(people.acting("leader"), plan, approves=True)
    assert plan.title not in signed_in("leader").get(SCREEN).content.decode()


def test_a_body_s_page_tells_what_it_leads_and_what_lies_with_its_place(
    adopted: Document, signed_in: Callable[[str], Client]
) -> None:
    client = signed_in("leader")
    led = client.get(body("州民政局"))
    assert [(row.commitment.title, part) for row, part in led.context["rows"]] == [("让老年人就近吃饭", "牵头")]
    county = client.get(body("青屏县人民政府"))
    assert [part for _, part in county.context["rows"]] == ["分解"]
    assert "青屏县的任务" in county.content.decode()


@pytest.mark.parametrize("day", ["2026-06-30", "2026-06-29"])
def test_a_share_of_the_body_s_own_stands_on_its_page_whether_lit_before_or_now(
    day: str, adopted: Document, signed_in: Callable[[str], Client]
) -> None:
    target = Target.objects.get(object="养老护理人员")
    Allocation.objects.create(target=target, body=Body.objects.get(name="州教育局"), value=300, topped_up=20)
    [share] = signed_in("leader").get(body("州教育局"), {"as_of": day}).context["work"].shares
    assert (share.target, share.value, share.actual) == (target, 320, None)


def test_a_body_known_under_two_names_has_one_page(adopted: Document, signed_in: Callable[[str], Client]) -> None:
    known = Body.objects.get(name="州民政局")
    other = Body.objects.create(name="民政局", same_as=known)
    found = signed_in("leader").get(reverse("office:body", args=[other.pk]))
    assert found["Location"] == reverse("office:body", args=[known.pk])


def test_open_orders_stand_on_the_pages_of_their_body_and_place(
    people: People, adopted: Document, signed_in: Callable[[str], Client]
) -> None:
    order = order_acts.registered(people)
    html = signed_in("leader").get(body(order.body.name)).content.decode()
    assert order.title in html
    past = signed_in("leader").get(body(order.body.name), {"as_of": "2026-01-05"}).content.decode()
    assert order.title not in past


@pytest.mark.parametrize("address", ["body", CHANGES])
def test_both_can_be_taken_away_as_a_file(
    address: str, people: People, adopted: Document, signed_in: Callable[[str], Client]
) -> None:
    post(people, 300, dt.date(2026, 6, 28))
    found = signed_in("auditor").get(body("州民政局") if address == "body" else address, {"as": "csv"})
    rows = list(csv.DictReader(found.content.decode("utf-8-sig").splitlines()))
    assert len(rows) == 1
    assert rows[0]["实事"] == "让老年人就近吃饭"


def test_changes_tell_from_which_light_to_which_and_which_figure(
    people: People, adopted: Document, signed_in: Callable[[str], Client]
) -> None:
    seen = post(people, 300, dt.date(2026, 5, 31))
    post(people, 420, dt.date(2026, 6, 28), seen)
    client = signed_in("leader")
    page = client.get(CHANGES, {"since": "2026-06-01", "until": "2026-06-30"})
    [(row, owner)] = [(row, owner) for row, owner in page.context["rows"] if row.was is not None]
    assert (row.was, row.actual, owner) == (300, 420, "")
    html = page.content.decode()
    assert "2026年6月1日到2026年6月30日的变化" in html
    assert client.get(CHANGES, {"since": "2026-06-29", "q": "护理"}).context["rows"] == []


def test_the_shares_of_places_are_listed_where_asked_for(adopted: Document, signed_in: Callable[[str], Client]) -> None:
    asked = {"since": "2026-01-05", "until": "2026-06-30"}
    whole = signed_in("leader").get(CHANGES, asked).context["rows"]
    shared = signed_in("leader").get(CHANGES, asked | {"shares": "on"}).context["rows"]
    assert {owner for _, owner in whole} == {""}
    assert {owner for _, owner in shared} == {"", "青屏县", "石湾县"}


@pytest.mark.parametrize("since", [dt.date(2026, 1, 5), dt.date(2026, 5, 31), dt.date(2026, 6, 27)])
@pytest.mark.parametrize("shares", [True, False])
def test_the_kept_lights_spare_work_and_change_no_answer(
    since: dt.date, *, shares: bool, people: People, adopted: Document
) -> None:
    seen = post(people, 300, dt.date(2026, 5, 31))
    post(people, 301, dt.date(2026, 6, 28), seen)
    refresh(day=TODAY)
    found = [changes.rows(from_day=since, to_day=TODAY, shares=shares, kept=kept) for kept in (True, False)]
    assert found[0] == found[1]
    assert found[0]


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({"until": "2027-01-01"}, "截至日还没有到"),
        ({"since": "2026-06-30", "until": "2026-06-30"}, "才有变化可比"),
        ({"since": "1999-12-31"}, "那一天还没有亮灯规则"),
        ({"since": "昨天"}, "日期要写成"),
    ],
)
def test_days_that_cannot_be_compared_are_refused_in_words(
    asked: dict[str, str], words: str, adopted: Document, signed_in: Callable[[str], Client]
) -> None:
    page = signed_in("leader").get(CHANGES, asked)
    assert page.status_code == 400
    assert words in page.content.decode()


def test_orders_and_reports_of_those_days_are_told(
    people: People, adopted: Document, signed_in: Callable[[str], Client]
) -> None:
    order = order_acts.registered(people)
    assert order.title in signed_in("leader").get(CHANGES).content.decode()


@pytest.mark.parametrize("documents", [1, 9])
@pytest.mark.parametrize(
    ("page", "asked"), [(SCREEN, 15), (CHANGES, 15), ("body", 15), ("/office/gantt/", 15), ("/office/map/", 10)]
)
def test_a_page_costs_the_same_however_much_there_is(
    page: str, asked: int, documents: int, people: People, signed_in: Callable[[str], Client]
) -> None:
    for number in range(documents):
        make_adopted(people, text=f"{TEXT}第{number}份\n")
    order_acts.registered(people)
    order_acts.proposed(people)
    Target.objects.filter(object="视力筛查").update(begins=dt.date(2026, 6, 27), due=dt.date(2026, 7, 10))
    client, address = signed_in("leader"), body("州民政局") if page == "body" else page
    client.get(address)
    with CaptureQueriesContext(connection) as caught:
        client.get(address)
    # The savepoint that holds the session's update is the test's own: outside a test it is a transaction.
    assert sum("SAVEPOINT" not in one["sql"] for one in caught.captured_queries) == asked
