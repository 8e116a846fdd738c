"""Awards in the office: the form that asks what the articles need, and a claim's way through the pages."""

import datetime as dt
from collections.abc import Callable
from importlib import resources
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from tests import award_site as awards_made
from tests.award_acts import objected
from tests.award_site import IDENTITY, Awards, make_parts
from tests.small_site import People

from duixian.ledgers.models import Claim, Entry
from duixian.policy.acts import sports_awards
from duixian.policy.acts.sports_awards import shipped_act
from duixian.registers import store
from duixian.registers.models import ActBody, Place, Site
from duixian.workflow import award_decision

FORM = reverse("office:file_award_claim") + "?kind=individual&games=自治区运动会"
# Session, account, site and what a session writes back; then the count, and the claims with their states in one.
LIST_QUERIES = 9
CLAIM_QUERIES = 16
RECORD = {
    "record_event_0": "女子100米",
    "level_0": "全国纪录",
    "confirmed_0": "on",
    "amount_yuan_0": "5000",
    "ref_0": "某决定〔2026〕2号",
}
Browser = Callable[[str], Client]


@pytest.fixture
def awards(people: People) -> Awards:
    return make_parts(people)


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


def test_a_claim_goes_through_its_pages_from_review_to_payment(awards: Awards, signed_in: Browser) -> None:
    claim = awards_made.filed(awards)
    browser = {name: signed_in(name) for name in ("reporter", "other", "county", "leader")}

    def step(name: str, verb: str, key: int = claim.pk, **data: str) -> str:
        return text_of(browser[name].post(reverse(f"office:{verb}", args=[key]), data, follow=True))

    assert "还没有其他单位的意见" in step("reporter", "review_award_claim", passes="1")
    step("other", "give_award_opinion", agrees="1")
    assert "审核通过，可以公示" in step("reporter", "review_award_claim", passes="1")
    on_day(awards_made.NOTICE)
    step("reporter", "open_award_notice")
    on_day(awards_made.NOTICE_OVER)
    browser["reporter"].post(reverse("office:make_award_plan"), {"note": "某体发〔2026〕9号"})
    plan = Claim.objects.get().state.plan_id
    assert plan is not None
    step("leader", "approve_award_plan", plan, note="某政函〔2026〕9号")
    step("reporter", "list_award_payments", plan)
    step("reporter", "record_award_payment", note="P1")
    assert "已登记拨付" in step("county", "record_award_payment", note="K1")
    assert Claim.objects.get().state.stage == "paid"
    assert "已取消" in step("reporter", "cancel_award", ground="doping", note="检测阳性")
    step("reporter", "recover_award", note="R1")
    step("county", "recover_award", note="R2")
    assert Claim.objects.get().state.stage == "recovered"


def test_the_list_costs_the_same_however_long_it_is(
    awards: Awards, signed_in: Browser, django_assert_num_queries: Any
) -> None:
    browser, address = signed_in("auditor"), reverse("office:awards")
    for name in ("甲", "乙", "丙"):
        awards_made.filed(awards, payee=name)
        browser.get(address)
        with django_assert_num_queries(LIST_QUERIES):
            browser.get(address)


def test_the_list_is_narrowed_by_its_address_paged_and_exported(awards: Awards, signed_in: Browser) -> None:
    first, second = awards_made.filed(awards, payee="甲"), awards_made.reviewed(awards, payee="乙")
    browser, address = signed_in("auditor"), reverse("office:awards")

    def listed(**filters: str) -> list[str]:
        return [claim.receipt for claim in browser.get(address, filters).context["page"]]

    assert listed() == [second.receipt, first.receipt]
    assert listed(stage="reviewed") == [second.receipt]
    assert listed(q="甲") == [first.receipt]
    assert listed(q=first.receipt.lower()) == [first.receipt]
    assert listed(year="2025") == listed(kind="addon") == []
    assert listed(stage="reviewed", kind="result", year="2026", q="女子100米") == [second.receipt]
    assert browser.get(address, {"stage": "nonsense"}).status_code == 400
    table = browser.get(address, {"stage": "filed", "as": "csv"}).content.decode("utf-8-sig")
    assert [first.receipt in table, second.receipt in table, "53600" in table] == [True, False, True]
    assert browser.get(address, {"as": "xlsx"}).content.startswith(b"PK")


def test_the_page_of_a_claim_costs_the_same_whoever_is_on_it(
    awards: Awards, signed_in: Browser, django_assert_num_queries: Any
) -> None:
    browser = signed_in("reporter")
    alone = awards_made.filed(awards, payee="甲")
    signed_in("county").post(FORM.replace("individual", "team"), filled(**PAIR))
    for claim in (alone, Claim.objects.exclude(pk=alone.pk).get()):
        address = reverse("office:award", args=[claim.pk])
        browser.get(address)
        with django_assert_num_queries(CLAIM_QUERIES):
            browser.get(address)


def test_one_person_s_misconduct_is_entered_on_the_page(awards: Awards, signed_in: Browser) -> None:
    claim = awards_made.paid(awards)
    browser, address = signed_in("reporter"), reverse("office:record_award_misconduct", args=[claim.pk])
    assert "本字段" not in text_of(browser.post(address, {"person": "C1", "conduct": "doping", "note": ""}))
    assert not claim.amendments.exists()
    found = {"person": "C1", "conduct": "doping", "note": "某处〔2026〕5号"}
    page = text_of(browser.post(address, found, follow=True))
    assert "已取消" in page
    assert "受理时" in page
    assert "登记追回" in page
    recovered = browser.post(reverse("office:recover_award", args=[claim.pk]), {"note": "R1"}, follow=True)
    assert "登记追回</button>" not in text_of(recovered)
    wrong = browser.post(address, {"person": "别人", "conduct": "doping", "note": "x"})
    assert "person" in wrong.context["misconduct"].errors


def test_a_decision_notice_gets_its_number_once_it_is_approved(awards: Awards, signed_in: Browser) -> None:
    claim = awards_made.approved(awards)
    browser, address = signed_in("reporter"), reverse("office:issue_award_decision", args=[claim.pk])
    assert "要写成" in text_of(browser.post(address, {"note": "第9号"}, follow=True))
    assert "已经用过" in text_of(browser.post(address, {"note": awards_made.NUMBER}, follow=True))
    assert "某体发〔2026〕11号" in text_of(browser.post(address, {"note": "某体发〔2026〕11号"}, follow=True))
    assert Entry.objects.filter(verb="issue_award_decision", detail__number="某体发〔2026〕11号").count() == 1
    early = awards_made.filed(awards, payee="乙")
    answer = browser.post(
        reverse("office:issue_award_decision", args=[early.pk]), {"note": "某体发〔2026〕12号"}, follow=True
    )
    assert "还没有批准" in text_of(answer)


def test_a_page_offers_only_what_may_be_done_now(awards: Awards, signed_in: Browser) -> None:
    claim = awards_made.filed(awards)
    address = reverse("office:award", args=[claim.pk])
    offered = {name: signed_in(name).get(address).context["verbs"] for name in ("reporter", "other", "leader")}
    assert offered == {
        "reporter": {"review_award_claim", "cancel_award", "record_award_misconduct"},
        "other": {"give_award_opinion"},
        "leader": set(),
    }


def test_a_reporter_without_a_part_sees_what_its_own_body_filed_and_nothing_else(
    awards: Awards, signed_in: Browser
) -> None:
    claim = awards_made.filed(awards)
    ActBody.objects.filter(body=awards.people.other.body).delete()
    assert signed_in("other").get(reverse("office:award", args=[claim.pk])).status_code == 403
    assert claim.receipt not in text_of(signed_in("other").get(reverse("office:awards")))
    assert claim.receipt in text_of(signed_in("county").get(reverse("office:awards")))


def test_an_identity_number_is_shown_once_for_a_reason(awards: Awards, signed_in: Browser) -> None:
    payee = awards_made.filed(awards).payees.get()
    address = reverse("office:show_identity", args=[payee.pk])
    auditor = signed_in("auditor")
    assert IDENTITY not in text_of(auditor.post(address, {"note": ""}, follow=True))
    assert IDENTITY in text_of(auditor.post(address, {"note": "核对"}))
    assert Entry.objects.filter(verb="show_identity").count() == 1


def test_an_objection_is_shown_to_the_bureau_and_settled(awards: Awards, signed_in: Browser) -> None:
    objection = objected(awards)
    on_day(awards_made.NOTICE_OVER)
    bureau = signed_in("reporter")
    assert "成绩册里不是第一" in text_of(bureau.get(reverse("office:award", args=[objection.claim_id])))
    bureau.post(reverse("office:settle_award_objection", args=[objection.pk]), {"note": "核查属实"})
    assert "共 53 600 元" in text_of(bureau.get(reverse("office:award_plans"))).replace("\u202f", " ")


def test_totals_are_told_five_ways_and_tried_under_changed_values(awards: Awards, signed_in: Browser) -> None:
    awards_made.filed(awards)
    leader, address = signed_in("leader"), reverse("office:award_what_if")
    page = leader.get(address)
    tables = {table.by: {line.key: str(line.before) for line in table.lines} for table in page.context["found"].tables}
    assert tables["payer"] == {"州财政": "49600.00", "县市财政": "4000.00"}
    assert tables["county"] == {"青屏县": "4000.00"}
    assert tables["article"] == {
        "第八条（一）1": "20000.00",
        "第十三条（三）": "20000.00",
        "第十六条": "9600.00",
        "第十七条": "4000.00",
    }
    act = resources.files(sports_awards).joinpath("act.yaml").read_text(encoding="utf-8")
    row = next(line for line in act.splitlines() if "value: 60," in line and "第十六条" in line)
    changed = SimpleUploadedFile("next.yaml", act.replace(row, row.replace("value: 60,", "value: 50,")).encode())
    found = leader.post(address, {"year": "2026", "act": changed}).context["found"]
    changes = {line.key: str(line.change) for line in found.tables[0].lines if line.change}
    assert changes == {"第十六条": "-1600.00"}
    assert ["60 → 50" in change for change in found.changes] == [True]


def test_a_wrong_act_file_is_refused_with_file_line_and_cure(awards: Awards, signed_in: Browser) -> None:
    wrong = SimpleUploadedFile("next.yaml", b"act: 3\n")
    found = signed_in("leader").post(reverse("office:award_what_if"), {"year": "2026", "act": wrong})
    assert found.status_code == 422
    assert "next.yaml 第 1 行" in text_of(found)


def test_bodies_are_named_by_the_administrator(people: People, signed_in: Browser) -> None:
    assert people.other.body is not None
    data = {"part": "administers", "body": str(people.other.body.pk), "place": ""}
    signed_in("administrator").post(reverse("office:name_act_body"), data)
    county = {"place": str(Place.objects.get(name="青屏县").pk)}
    assert "只有拨付单位才选县市" in text_of(
        signed_in("administrator").post(reverse("office:name_act_body"), data | county)
    )
    assert ActBody.objects.get().body == people.other.body


def test_the_log_tells_what_was_done_to_awards(awards: Awards, signed_in: Browser) -> None:
    claim = awards_made.approved(awards)
    page = text_of(signed_in("auditor").get(reverse("office:activity")))
    assert f"受理奖励申请 {claim.receipt}" in page
    assert "文号 某政函〔2026〕9号" in page


def test_totals_and_what_if_go_into_files(awards: Awards, signed_in: Browser) -> None:
    awards_made.filed(awards)
    leader, address = signed_in("leader"), reverse("office:award_what_if")
    table = leader.get(address, {"year": "2026", "as": "csv"}).content.decode("utf-8-sig")
    assert "按支付方,州财政,49600" in table
    assert "相差" not in table
    act = resources.files(sports_awards).joinpath("act.yaml").read_bytes()
    compared = leader.post(address, {"year": "2026", "as": "csv", "act": SimpleUploadedFile("next.yaml", act)})
    assert "相差（元）" in compared.content.decode("utf-8-sig")
    assert leader.get(address, {"year": "2026", "as": "xlsx"}).content.startswith(b"PK")
    assert leader.get(address, {"year": "wrong", "as": "csv"}).status_code == 422
    assert leader.get(address, {"year": "2025"}).context["found"].claims == 0


GAMES = [key[0] for key in shipped_act().tables["level"].rows]


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


def test_a_trace_is_told_in_english_to_a_reader_of_english(awards: Awards, signed_in: Browser) -> None:
    claim = awards_made.amended(awards)
    browser = signed_in("reporter")
    page = text_of(browser.get(reverse("office:award", args=[claim.pk]), headers={"Accept-Language": "en"}))
    assert "Sending coach&#x27;s share of the total: 20%" in page
    assert "result on 14 March 2026 after 2 full years of training" in page
    assert "20000 yuan × 20% = 4000 yuan" in page
    assert "Current head coach" in page
    assert "Lost for misconduct at these games" in page
    assert "奖金总额" not in page
    store.path_of(claim.act_sha256).unlink()
    award_decision._act_from.cache_clear()
    page = text_of(browser.get(reverse("office:award", args=[claim.pk]), headers={"Accept-Language": "en"}))
    assert "奖金总额" in page  # the act file is gone: the words that were stored stay
