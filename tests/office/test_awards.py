"""Awards in the office: a claim's way through the pages, lists, totals and documents."""

from importlib import resources
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from tests import award_site as awards_made
from tests.award_acts import objected
from tests.award_site import IDENTITY, Awards, make_parts
from tests.office.award_forms import FORM, PAIR, Browser, filled, on_day, text_of
from tests.small_site import People

from duixian.ledgers.models import Claim, Entry
from duixian.policy.acts import sports_awards
from duixian.registers import store
from duixian.registers.models import ActBody, Place
from duixian.workflow import award_decision


@pytest.fixture
def awards(people: People) -> Awards:
    return make_parts(people)


# Session, account, site and what a session writes back; then the count, and the claims with their states in one.
LIST_QUERIES = 9


CLAIM_QUERIES = 17


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


def test_a_person_s_other_awards_at_games_of_that_name_are_pointed_out(awards: Awards, signed_in: Browser) -> None:
    claim, other = awards_made.amended(awards), awards_made.filed(awards, payee="乙")
    address = reverse("office:award", args=[claim.pk])
    assert [one.pk for one in signed_in("reporter").get(address).context["others"]] == [other.pk]  # C1 coaches both
    found = {"person": "C1", "conduct": "doping", "note": "某处〔2026〕5号"}
    signed_in("reporter").post(reverse("office:record_award_misconduct", args=[other.pk]), found)
    assert signed_in("reporter").get(address).context["others"] == []


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
