"""Reporting and correcting: what is asked, what is refused, and that nothing typed is lost."""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse
from tests.small_site import People

from duixian.ledgers.models import Posting
from duixian.ledgers.progress.post import Figure
from duixian.registers.models import Target
from duixian.workflow.actions.post_progress import post_progress


def form_of(target: Target) -> str:
    return reverse("office:post_progress", args=[target.pk])


def test_a_report_is_written_and_shown(training: Target, signed_in: Callable[[str], Client]) -> None:
    client = signed_in("reporter")
    found = client.post(form_of(training), {"day": "2026-05-31", "value": "1,07", "note": ""}, follow=True)
    assert "已填报“养老护理人员”" in found.content.decode()
    assert Posting.objects.get().value == Decimal(107)


@pytest.mark.parametrize(
    ("data", "field", "message"),
    [
        ({"value": ""}, "value", "请填数字"),
        ({"value": "三百"}, "value", "要填数字，现为“三百”"),
        ({"value": "1.2万"}, "value", "万、亿请换算成数字"),
        ({"value": "-5"}, "value", "数值不能是负数"),
        ({"value": "12.5"}, "value", "请填整数"),
        ({"value": "13812345678"}, "value", "一千倍"),
        ({"value": "NaN"}, "value", "要填数字"),
        ({"day": "2026-13-01"}, "day", "日期要写成"),
        ({"day": ""}, "day", "请填日期"),
        ({"day": "2026-07-01"}, "day", "晚于今天"),
        ({"day": "2025-12-31"}, "day", "早于本指标的起算日"),
    ],
)
def test_a_wrong_figure_is_refused_at_its_field_and_stays_as_typed(
    data: dict[str, str], field: str, message: str, training: Target, signed_in: Callable[[str], Client]
) -> None:
    sent = {"day": "2026-05-31", "value": "100", "note": "说明还在"} | data
    found = signed_in("reporter").post(form_of(training), sent)
    assert found.status_code == 422
    html = found.content.decode()
    assert message in " ".join(found.context["form"].errors[field])
    assert message in html
    assert "说明还在" in html
    assert not Posting.objects.exists()


def test_a_total_that_falls_asks_for_its_reason(
    people: People, training: Target, signed_in: Callable[[str], Client]
) -> None:
    first = post_progress(people.acting(), training, Figure(day=dt.date(2026, 4, 30), value=Decimal(300)))
    sent = {"day": "2026-05-31", "value": "200", "seen": first.pk}
    found = signed_in("reporter").post(form_of(training), sent)
    assert "累计数只有写明原因才能减少" in " ".join(found.context["form"].errors["note"])
    signed_in("reporter").post(form_of(training), {**sent, "note": "一批不合格，剔除"})
    assert Posting.objects.count() == 2


def test_of_two_who_report_at_once_the_second_sees_the_first_and_loses_nothing(
    people: People, training: Target, signed_in: Callable[[str], Client]
) -> None:
    client = signed_in("reporter")
    assert client.get(form_of(training)).context["form"]["seen"].value() is None
    other = post_progress(people.acting(), training, Figure(day=dt.date(2026, 4, 30), value=Decimal(300)))
    sent = {"day": "2026-05-31", "value": "420", "note": "五月底", "seen": ""}
    refused = client.post(form_of(training), sent)
    html = refused.content.decode()
    assert refused.status_code == 422
    assert "supervision某已填报 2026年4月30日 的数 300" in html
    assert 'value="420"' in html
    assert f'name="seen" value="{other.pk}"' in html
    assert Posting.objects.count() == 1
    accepted = client.post(form_of(training), {**sent, "seen": other.pk})
    assert accepted.status_code == 302


def test_a_target_that_is_shared_out_asks_which_place(canteens: Target, signed_in: Callable[[str], Client]) -> None:
    everyone = signed_in("supervision").get(form_of(canteens)).content.decode()
    own = signed_in("county").get(form_of(canteens)).content.decode()
    assert "?place=990002" in everyone
    assert "?place=990003" in everyone
    assert "?place=990002" in own
    assert "?place=990003" not in own


def test_a_county_reports_for_its_own_place_and_for_no_other(
    canteens: Target, signed_in: Callable[[str], Client]
) -> None:
    client = signed_in("county")
    sent = {"day": "2026-05-31", "value": "2", "place": "990003"}
    refused = client.post(form_of(canteens), sent)
    assert refused.status_code == 422
    assert "不是青屏县人民政府负责的指标" in refused.content.decode()
    assert client.post(form_of(canteens), sent | {"place": "990002"}).status_code == 302
    assert Posting.objects.get().place.name == "青屏县"


def test_a_body_that_does_not_answer_is_told_so_before_it_types(
    training: Target, signed_in: Callable[[str], Client]
) -> None:
    html = signed_in("other").get(form_of(training)).content.decode()
    assert "不由您的单位填报" in html
    assert 'name="value"' not in html


def test_a_place_without_a_share_is_not_found(canteens: Target, signed_in: Callable[[str], Client]) -> None:
    assert signed_in("supervision").get(form_of(canteens) + "?place=000000").status_code == 404


def test_a_report_that_stands_is_offered_for_correction(
    people: People, training: Target, signed_in: Callable[[str], Client]
) -> None:
    post_progress(people.acting(), training, Figure(day=dt.date(2026, 6, 30), value=Decimal(300)))
    assert "更正这一笔" in signed_in("reporter").get(form_of(training)).content.decode()


def test_a_correction_needs_a_number_and_a_reason_and_is_made_once(
    people: People, training: Target, signed_in: Callable[[str], Client]
) -> None:
    wrong = post_progress(people.acting(), training, Figure(day=dt.date(2026, 5, 31), value=Decimal(470)))
    client, address = signed_in("reporter"), reverse("office:correct_progress", args=[wrong.pk])
    assert 'value="470"' in client.get(address).content.decode()
    assert "请写明为什么更正" in client.post(address, {"value": "407", "reason": ""}).content.decode()
    assert client.post(address, {"value": "407", "reason": "多报一批"}).status_code == 302
    again = client.post(address, {"value": "400", "reason": "再改"})
    assert again.status_code == 422
    assert "已经更正过（现为 407）" in again.content.decode()
    assert Posting.objects.count() == 2


def test_another_body_cannot_correct(people: People, training: Target, signed_in: Callable[[str], Client]) -> None:
    wrong = post_progress(people.acting(), training, Figure(day=dt.date(2026, 5, 31), value=Decimal(470)))
    address = reverse("office:correct_progress", args=[wrong.pk])
    assert signed_in("other").post(address, {"value": "1", "reason": "试试"}).status_code == 422
    assert Posting.objects.count() == 1
