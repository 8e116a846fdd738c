"""Filing an award: the form asks what the articles need, and says at its field what is wrong."""

from typing import Any

import pytest
from django.urls import reverse
from tests.award_site import IDENTITY, Awards, make_parts
from tests.office.award_forms import FORM, GAMES, PAIR, RECORD, Browser, filled, text_of
from tests.small_site import People

from duixian.ledgers.models import Claim, Entry
from duixian.registers.models import Place


@pytest.fixture
def awards(people: People) -> Awards:
    return make_parts(people)


def test_a_claim_that_is_in_order_is_filed_and_decided(awards: Awards, signed_in: Browser) -> None:
    found = signed_in("county").post(FORM, filled(), follow=True)
    claim = Claim.objects.get()
    page = text_of(found)
    assert claim.receipt in page
    assert claim.decision["total_yuan"] == "53600.00"
    assert "20000 元 × 80% = 16000 元" in page
    assert "2026年9月14日 是申请的最后一天" in page
    assert IDENTITY not in page
    assert "**************002X" in page


@pytest.mark.parametrize(
    ("games", "asked", "not_asked"),
    [
        (
            "自治区运动会",
            {"rank", "regs_award_places", "entered_0", "coach_since_0", "county_unit_0"},
            {"region_amount"},
        ),
        ("自治区少数民族传统体育运动会", {"prize", "coach_0", "county_unit_0"}, {"rank", "entered_0", "coach_since_0"}),
        (
            "全国运动会",
            {"rank", "region_amount", "region_ref", "represents_region"},
            {"coach_0", "entered_0", "county_0"},
        ),
        ("自治州青少年运动会", {"rank"}, {"coach_0", "sender_0", "county_unit_0", "entered_0"}),
    ],
)
def test_the_form_asks_what_the_articles_need_for_these_games_and_no_more(
    games: str, asked: set[str], not_asked: set[str], awards: Awards, signed_in: Browser
) -> None:
    page = signed_in("county").get(reverse("office:file_award_claim"), {"kind": "individual", "games": games})
    fields = set(page.context["form"].fields)
    assert asked <= fields
    assert not not_asked & fields


@pytest.mark.parametrize(
    ("changes", "field", "words"),
    [
        ({"result_date": "2025-11-30"}, "result_date", "CLAIM_WINDOW_EXPIRED"),
        ({"entered_0": ""}, "entered_0", "INPUT_INCOMPLETE"),
        ({"rank": "9", "regs_award_places": "12"}, "rank", "RANK_NOT_AWARDED"),
        ({"coach_since_0": "2024-01-01"}, "coach_since_0", "COACH_CHANGED_AFTER_ENTRY"),
        ({"result_date": "2026-02-30"}, "result_date", "确有这一天"),
        ({"number_0": "110105194912310021"}, "__all__", "末位与前 17 位对不上"),
        ({"identity": ""}, "__all__", "还缺：身份证"),
    ],
)
def test_a_claim_that_is_wrong_says_at_which_field_and_why_and_nothing_is_stored(
    changes: dict[str, Any], field: str, words: str, awards: Awards, signed_in: Browser
) -> None:
    found = signed_in("county").post(FORM, filled(**changes))
    assert found.status_code == 422
    assert words in str(found.context["form"].errors[field])
    assert not Claim.objects.exists()
    assert not Entry.objects.exists()


def test_a_team_of_two_is_paid_athlete_by_athlete(awards: Awards, signed_in: Browser) -> None:
    address = FORM.replace("individual", "team")
    second = {"name_1": "热孜亚·示例", "number_1": IDENTITY, "affiliation_1": "州直", "entered_1": "2023-07-10"}
    signed_in("county").post(address, filled(size="2", affiliation_2="州直", affiliation_3="州直", **second))
    lines = Claim.objects.get().decision["payments"]
    assert [line["payee"] for line in lines if line["payee_kind"] == "athlete"] == ["阿依古丽·示例", "热孜亚·示例"]


def test_each_athlete_of_a_team_has_a_sending_coach_and_a_county_unit_of_its_own(
    awards: Awards, signed_in: Browser
) -> None:
    county = {"county_1": str(Place.objects.get(name="青屏县").pk)}
    signed_in("county").post(FORM.replace("individual", "team"), filled(**PAIR, **county))
    claim = Claim.objects.get()
    amounts = {line["payee"]: line["amount_yuan"] for line in claim.decision["payments"]}
    assert amounts == {
        "阿依古丽·示例": "20000.00",
        "热孜亚·示例": "20000.00",
        "教练某": "32000.00",
        "输送某": "4000.00",
        "输送乙": "4000.00",
        "助理某": "19200.00",
        "青屏县业余体校": "4000.00",
        "青屏县体校": "4000.00",
    }
    assert [one["payee"] for one in claim.decision["not_due"]] == ["助理乙"]  # does not meet the conditions


@pytest.mark.parametrize(
    ("changes", "field", "words"),
    [
        ({"coach_1": "教练乙", "rows_coach": "2", "coach_affiliation_1": "州直"}, "coach_since_1", "INPUT_INCOMPLETE"),
        (
            {"coach_1": "教练乙", "rows_coach": "2", "coach_affiliation_1": "州直", "coach_since_1": "2020-01-01"},
            "coach_1",
            "MULTIPLE_COACHES_NO_SPLIT",
        ),
        ({"coach_0": "", "coach_since_0": "2020-01-01"}, "coach_0", "这一行填了别的"),
        ({"rows_coach": "2", "coach_0": "", "coach_since_0": "", "coach_1": "教练乙"}, "coach_affiliation_1", "请填写"),
    ],
)
def test_a_row_that_is_wrong_is_told_of_at_its_own_field(
    changes: dict[str, str], field: str, words: str, awards: Awards, signed_in: Browser
) -> None:
    found = signed_in("county").post(FORM, filled(**changes))
    assert words in str(found.context["form"].errors[field])
    assert not Claim.objects.exists()


def test_a_sending_coach_of_nobody_on_the_claim_is_told_of(awards: Awards, signed_in: Browser) -> None:
    changes = PAIR | {"sender_of_1": "别人"}
    found = signed_in("county").post(FORM.replace("individual", "team"), filled(**changes))
    assert "运动员里没有别人" in str(found.context["form"].errors["sender_of_1"])


def test_a_row_more_comes_back_with_what_was_typed_and_nothing_is_filed(awards: Awards, signed_in: Browser) -> None:
    browser = signed_in("county")
    found = browser.post(FORM, filled(add="coach", rows_coach="1", number_0="写了一半"))
    form = found.context["form"]
    assert (found.status_code, form.errors) == (200, {})
    assert {"coach_0", "coach_1"} <= set(form.fields)
    assert "coach_2" not in form.fields
    page = text_of(found)
    assert 'value="教练某"' in page
    assert 'value="写了一半"' in page
    assert '<input type="hidden" name="rows_coach" value="2">' in page
    assert not Claim.objects.exists()
    most = browser.post(FORM, filled(add="coach", rows_coach="99")).context["form"]
    assert "coach_7" in most.fields
    assert "coach_8" not in most.fields


def test_misconduct_entered_with_the_claim_takes_that_person_s_award_alone(awards: Awards, signed_in: Browser) -> None:
    signed_in("county").post(FORM, filled(coach_conduct_0="law_discipline"))
    claim = Claim.objects.get()
    assert claim.decision["total_yuan"] == "37600.00"
    assert [one["code"] for one in claim.decision["not_due"]] == ["CONDUCT_DISQUALIFIED"]


def test_an_athlete_s_doping_returns_the_claim_whole(awards: Awards, signed_in: Browser) -> None:
    found = signed_in("county").post(FORM, filled(conduct_0="doping"))
    assert "DOPING" in str(found.context["form"].errors)
    assert not Claim.objects.exists()


def test_of_several_records_in_one_event_the_highest_counts(awards: Awards, signed_in: Browser) -> None:
    second = {key.replace("_0", "_1"): value for key, value in RECORD.items()}
    second |= {"level_1": "亚洲纪录", "amount_yuan_1": "8000", "rows_record": "2"}
    address = FORM.replace("individual", "addon")
    signed_in("county").post(address, filled(**RECORD, **second))
    lines = Claim.objects.get().decision["payments"]
    assert [(line["amount_yuan"], line["basis"]) for line in lines] == [("8000.00", ["第十五条", "第二十五条"])]


def test_a_transfer_of_two_athletes_is_one_line_of_their_coach(awards: Awards, signed_in: Browser) -> None:
    two = {"rows_athlete": "2", "name_1": "热孜亚·示例", "number_1": IDENTITY}
    day = {"regularised_date": "2026-05-01", "destination": "自治区专业队"}
    signed_in("county").post(FORM.replace("individual", "transfer"), filled(**two, **day))
    lines = Claim.objects.get().decision["payments"]
    assert [(line["payee"], line["amount_yuan"]) for line in lines] == [("输送某", "10000.00")]


def test_an_athlete_selected_for_china_is_claimed_on_a_form_of_its_own(awards: Awards, signed_in: Browser) -> None:
    address = reverse("office:file_award_claim") + "?kind=selection&games=亚运会"
    signed_in("county").post(
        address,
        filled(
            selected_date="2026-06-01",
            delegation="中国体育代表团",
            origin_coach_0="培养某",
            origin_role_0="原培养",
            origin_affiliation_0="州直",
            rows_origin="2",
            origin_coach_1="输送某",
            origin_role_1="输送",
            origin_affiliation_1="州直",
        ),
    )
    amounts = {line["payee"]: line["amount_yuan"] for line in Claim.objects.get().decision["payments"]}
    assert amounts == {"阿依古丽·示例": "5000.00", "培养某": "5000.00", "输送某": "5000.00"}


@pytest.mark.parametrize(
    ("kind", "games", "changes", "amounts"),
    [
        (
            "transfer",
            "自治区运动会",
            {"regularised_date": "2026-05-01", "destination": "自治区专业队"},
            {"输送某": "5000.00"},
        ),
        ("sportsmanship", "自治区运动会", {"award_date": "2026-05-01", "recipient": "某队"}, {"某队": "2000.00"}),
        (
            "addon",
            "自治区运动会",
            RECORD,
            {"教练某": "5000.00"},
        ),
    ],
)
def test_each_other_kind_of_claim_has_its_own_form(
    kind: str, games: str, changes: dict[str, str], amounts: dict[str, str], awards: Awards, signed_in: Browser
) -> None:
    address = f"{reverse('office:file_award_claim')}?kind={kind}&games={games}"
    for attempt in (302, 422):  # nobody is paid twice for one thing
        assert signed_in("county").post(address, filled(**changes)).status_code == attempt
    lines = Claim.objects.get().decision["payments"]
    assert {line["payee"]: line["amount_yuan"] for line in lines} == amounts


def test_a_sending_coach_from_elsewhere_is_named_and_gets_nothing(awards: Awards, signed_in: Browser) -> None:
    page = text_of(signed_in("county").post(FORM, filled(sender_affiliation_0="外地"), follow=True))
    assert "输送某" not in {line["payee"] for line in Claim.objects.get().decision["payments"]}
    assert "列了名、没有奖金的" in page


@pytest.mark.parametrize("games", GAMES)
def test_a_first_place_at_any_games_of_the_act_can_be_claimed_on_its_form(
    games: str, awards: Awards, signed_in: Browser
) -> None:
    extra = {"prize": "一等奖", "represents_region": "on", "region_amount": "200000", "region_ref": "某奖励决定"}
    found = signed_in("county").post(FORM.replace("自治区运动会", games), filled(**extra))
    assert found.status_code == 302, found.context["form"].errors
    assert Claim.objects.get().decision["payments"]


@pytest.mark.parametrize("games", [one for one in GAMES if one.startswith("自治")])
def test_a_team_of_eleven_at_games_of_the_region_and_below_can_be_claimed_as_one(
    games: str, awards: Awards, signed_in: Browser
) -> None:
    team = {"size": "11", "ball": "足球", "team_name": "女子足球队", "team_entered": "2023-07-10", "prize": "一等奖"}
    address = FORM.replace("individual", "team").replace("自治区运动会", games)
    found = signed_in("county").post(address, filled(**team, name_0="", number_0="", entered_0=""))
    assert found.status_code == 302, found.context["form"].errors
    assert Claim.objects.get().decision["payments"][0]["payee"] == "女子足球队"
