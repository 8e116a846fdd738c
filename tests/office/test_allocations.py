"""The pages of shares: the list, one target, the form with its sum, typing anew, and pairs of levels."""

import datetime as dt
from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from tests import share_acts
from tests.small_site import People

from duixian.registers.models import Allocation, Body, Commitment, Document, Place, Target

Browser = Callable[[str], Client]


@pytest.fixture
def told_place(elders: Commitment) -> Place:
    """The prefecture whose government wrote the document, with its two counties under it."""
    place = Place.objects.create(code="990000", name="某某州", level="prefecture")
    Place.objects.filter(level="county").update(parent=place)
    Document.objects.update(adopted_at=dt.datetime(2026, 6, 1, tzinfo=dt.UTC))
    return place


def share_page(target: Target) -> str:
    return reverse("office:share_out", args=[target.pk])


def field(name: str) -> str:
    return f"place{Place.objects.get(name=name).pk}"


def test_the_list_tells_who_has_what_and_what_is_wrong(
    told_place: Place, training: Target, people: People, signed_in: Browser
) -> None:
    share_acts.share_out(people.acting(), training, share_acts.given(("青屏县", 500)))
    html = signed_in("leader").get(reverse("office:allocations")).content.decode()
    assert "还有 300人次 没有分到任何地区或单位" in html
    assert "▲ 未分完" in html
    html = signed_in("leader").get(reverse("office:allocations") + "?wrong=on").content.decode()
    assert "社区老年人助餐点" not in html
    sheet = signed_in("auditor").get(reverse("office:allocations") + "?as=csv").content.decode("utf-8-sig")
    assert any(line.split(",")[4:7] == ["800", "青屏县", "500"] for line in sheet.splitlines())


def test_the_form_offers_the_places_under_whoever_wrote_the_document(
    told_place: Place, training: Target, signed_in: Browser
) -> None:
    html = signed_in("supervision").get(share_page(training)).content.decode()
    assert f'name="{field("青屏县")}"' in html
    assert f'name="{field("石湾县")}_more"' in html


def test_the_sum_is_worked_out_without_script_and_nothing_is_written(
    told_place: Place, training: Target, signed_in: Browser
) -> None:
    sent = {field("青屏县"): "500", field("石湾县"): "2,00", "sum": "1"}
    html = signed_in("supervision").post(share_page(training), sent).content.decode()
    assert "下达合计 700 人次" in html
    assert "还有 100 人次 没有分完" in html
    assert not Allocation.objects.filter(target=training).exists()


def test_a_target_is_shared_out_to_places_and_a_body(
    told_place: Place, training: Target, people: People, signed_in: Browser
) -> None:
    other = people.other.body
    assert other is not None
    sent = {
        field("青屏县"): "500", f"{field('青屏县')}_more": "20", "new1_body": str(other.pk), "new1": "300",
    }  # fmt: skip
    found = signed_in("supervision").post(share_page(training), sent, follow=True)
    assert "已保存" in found.content.decode()
    shares = {str(one.owner): (one.value, one.topped_up) for one in training.allocations.all()}
    assert shares == {"青屏县": (500, 20), str(other): (300, 0)}
    html = signed_in("supervision").get(share_page(training)).content.decode()
    assert f'name="body{other.pk}"' in html
    assert "为什么改" in html


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({"new1": "300"}, "请选这个数分给哪个单位"),
        ({"new1_body": "body"}, "请填分给它多少"),
        ({"more": "20"}, "有自加，没有下达"),
        ({"place": "三百"}, "要填数字"),
        ({"place": "1.5"}, "整数单位"),
    ],
)
def test_a_line_that_cannot_be_says_why_and_keeps_what_was_typed(
    sent: dict[str, str], words: str, told_place: Place, training: Target, signed_in: Browser
) -> None:
    key = field("青屏县")
    names = {"place": key, "more": f"{key}_more"}
    body = str(Body.objects.first().pk)  # type: ignore[union-attr]
    posted = {names.get(name, name): body if value == "body" else value for name, value in sent.items()}
    found = signed_in("supervision").post(share_page(training), posted)
    assert found.status_code == 422
    assert words in found.content.decode()
    assert all(f'value="{value}"' in found.content.decode() for value in posted.values())
    assert not Allocation.objects.filter(target=training).exists()


def test_a_reporter_shares_its_county_s_part_further(people: People, elders: Commitment, signed_in: Browser) -> None:
    ours = Allocation.objects.get(place__name="青屏县")
    client = signed_in("county")
    html = client.get(reverse("office:target_shares", args=[ours.target_id])).content.decode()
    assert html.count("分到乡镇") == 1
    address = reverse("office:share_further", args=[ours.pk])
    wrong = client.post(address, {"parts": "城关镇三处"})
    assert "要写成：名称、空格、数" in wrong.content.decode()
    client.post(address, {"parts": "城关镇\t3\n河口乡 2\n"})
    assert [(part.name, part.value) for part in ours.parts.all()] == [("城关镇", 3), ("河口乡", 2)]


def test_a_target_is_typed_anew_from_its_page(training: Target, signed_in: Browser) -> None:
    address = reverse("office:retype_target", args=[training.pk])
    client = signed_in("supervision")
    refused = client.post(address, {"nature": "rate", "counting": "cumulative", "counter": "", "reason": "比率"})
    assert "单位是 % 一类" in refused.content.decode()
    client.post(address, {"nature": "flow", "counting": "increment", "counter": "", "reason": "按月报新增"})
    training.refresh_from_db()
    assert training.counting == "increment"
    html = client.get(reverse("office:post_progress", args=[training.pk])).content.decode()
    assert "上次填报以后新增的数，不是累计数" in html


def test_a_coverage_is_told_its_places(told_place: Place, people: People, signed_in: Browser) -> None:
    told = Target.objects.get(object="告知率")
    Target.objects.filter(pk=told.pk).update(nature="coverage")
    client = signed_in("supervision")
    assert "还没有列明按哪些地区计算" in client.get(reverse("office:target_shares", args=[told.pk])).content.decode()
    client.post(reverse("office:cover_places", args=[told.pk]), {field("青屏县"): "1", field("石湾县"): "1"})
    assert told.allocations.count() == 2
    assert "每地须达到" in client.get(reverse("office:target_shares", args=[told.pk])).content.decode()


def test_a_pair_of_levels_is_confirmed_by_a_person(people: People, training: Target, signed_in: Browser) -> None:
    link = share_acts.linked_with(people, training)
    client = signed_in("supervision")
    assert "待确认" in client.get(reverse("office:links")).content.decode()
    address = reverse("office:decide_link", args=[link.pk])
    client.post(address, {"state": "confirmed", "assigned": "500", "topped_up": "三百"})
    link.refresh_from_db()
    assert link.state == "proposed"
    client.post(address, {"state": "confirmed", "assigned": "500", "topped_up": "300"})
    link.refresh_from_db()
    assert (link.state, link.topped_up) == ("confirmed", 300)
    html = client.get(reverse("office:target_shares", args=[training.pk])).content.decode()
    assert "承接上级“护理人员”" in html
