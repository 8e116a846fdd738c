"""An award claim as it is typed into its form."""

import datetime as dt
from collections.abc import Callable
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from tests.award_site import IDENTITY

from duixian.policy.acts.sports_awards import shipped_act
from duixian.registers.models import Place, Site

FORM = reverse("office:file_award_claim") + "?kind=individual&games=自治区运动会"
RECORD = {
    "record_event_0": "女子100米",
    "level_0": "全国纪录",
    "confirmed_0": "on",
    "amount_yuan_0": "5000",
    "ref_0": "某决定〔2026〕2号",
}
Browser = Callable[[str], Client]


def on_day(day: dt.date) -> None:
    """The site's day, which the pages are about."""
    Site.objects.update(shown_day=day)


def filled(**changes: Any) -> dict[str, Any]:
    county = Place.objects.get(name="青屏县")
    usual = {
        "event": "女子100米",
        "result_date": "2026-03-14",
        "rank": "1",
        "regs_award_places": "8",
        "name_0": "阿依古丽·示例",
        "number_0": IDENTITY,
        "affiliation_0": "州直",
        "entered_0": "2023-07-10",
        "coach_0": "教练某",
        "coach_affiliation_0": "州直",
        "coach_since_0": "2020-01-01",
        "assistant_0": "助理某",
        "qualified_0": "on",
        "assistant_affiliation_0": "州直",
        "sender_0": "输送某",
        "sender_affiliation_0": "州直",
        "team_affiliation": "州直",
        "county_unit_0": "青屏县业余体校",
        "county_0": str(county.pk),
        "certificate": SimpleUploadedFile("证书.pdf", b"certificate"),
        "identity": SimpleUploadedFile("身份证.jpg", b"card"),
    }
    return usual | changes


def text_of(answer: Any) -> str:
    return answer.content.decode()


PAIR = {
    "size": "2",
    "name_1": "热孜亚·示例",
    "number_1": IDENTITY,
    "affiliation_1": "州直",
    "entered_1": "2023-07-10",
    "rows_sender": "2",
    "sender_of_0": "阿依古丽·示例",
    "sender_1": "输送乙",
    "sender_affiliation_1": "州直",
    "sender_of_1": "热孜亚·示例",
    "rows_county": "2",
    "county_of_0": "阿依古丽·示例",
    "county_unit_1": "青屏县体校",
    "county_of_1": "热孜亚·示例",
    "rows_assistant": "2",
    "assistant_1": "助理乙",
    "assistant_affiliation_1": "州直",
}
GAMES = [key[0] for key in shipped_act().tables["level"].rows]
