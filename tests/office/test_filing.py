"""The pages of reporting: the month's form, its review, lists, and who may see which paper."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries
from tests import filing_site
from tests.filing_site import FILLED, JULY, on, submitted
from tests.small_site import PASSWORD, People

from duixian.ledgers.filings.read import turn_of
from duixian.ledgers.models import Complaint, Evidence, Filing, FilingStep, Posting
from duixian.registers.models import Site, Target
from duixian.workflow.actions.add_evidence import Paper, add_evidence
from duixian.workflow.actions.return_filing import return_filing
from duixian.workflow.owing import owed_lines

pytestmark = pytest.mark.usefixtures("adopted", "august")
FORM = f"/office/filing/{JULY}/"
QUERIES = 40
JPG = b"\xff\xd8\xff picture"


@pytest.fixture
def august(site: Site) -> None:
    """The site's day is 3 August 2026: July can be reported."""
    site.shown_day = FILLED
    site.save()


def sent(client: Client, address: str = FORM, **changed: Any) -> dict[str, Any]:
    """What a browser would send back of the form as it stands, some fields changed, told by how their names begin."""
    form = client.get(address).context["form"]
    values = {name: form[name].value() for name in form.fields if not name.startswith("evidence_")}
    for start, value in changed.items():
        [name] = [name for name in form.fields if name.startswith(start)]
        values[name] = value
    return {name: "" if value is None else value for name, value in values.items()}


def test_the_newest_month_that_is_over_is_shown_without_asking(signed_in: Callable[[str], Client]) -> None:
    page = signed_in("county").get("/office/filing/")
    assert page.context["period"].month == JULY
    assert "最迟 <strong>2026年8月7日</strong> 提交" in page.content.decode()


def test_a_month_that_is_none_or_not_over_is_told(signed_in: Callable[[str], Client]) -> None:
    assert signed_in("county").get("/office/filing/2026-13/").status_code == 404
    assert signed_in("county").get("/office/filing/x/").status_code == 404
    assert "2026年9月1日起才能填报" in signed_in("county").get("/office/filing/2026-08/").content.decode()


def test_a_form_is_handed_in_and_its_second_copy_is_not(signed_in: Callable[[str], Client]) -> None:
    client = signed_in("county")
    form = sent(client, value_p="3")
    assert client.post(FORM, form).url == reverse("office:duties")
    assert Posting.objects.get().value == 3
    again = client.post(FORM, form, follow=True)
    assert "没有重复写入" in again.content.decode()
    assert Posting.objects.count() == FilingStep.objects.filter(move="submit").count() == 1


def test_a_field_that_is_wrong_keeps_everything_that_was_typed(signed_in: Callable[[str], Client]) -> None:
    client = signed_in("reporter")
    page = client.post(FORM, sent(client, value_w="三百", value_p="2", note_w="另有说明"))
    html = page.content.decode()
    assert page.status_code == 422
    assert "要填数字，现为“三百”" in html
    assert 'value="三百"' in html
    assert 'value="2"' in html
    assert "另有说明" in html
    assert not Filing.objects.exists()


def test_a_total_that_falls_is_told_at_its_note(signed_in: Callable[[str], Client], people: People) -> None:
    submitted(people, 养老护理人员="300")
    Site.objects.update(shown_day=filing_site.JULY.after(1).opens)
    client, address = signed_in("reporter"), "/office/filing/2026-08/"
    page = client.post(address, sent(client, address, value_w="250"))
    assert "累计数只有写明原因才能减少" in str(page.context["form"].errors)
    assert [name[:6] for name in page.context["form"].errors if name != "__all__"] == ["note_w"]
    assert client.post(address, sent(client, address, value_w="250", note_w="核减")).status_code == 302


def test_a_month_without_news_is_filled_in_already(signed_in: Callable[[str], Client], people: People) -> None:
    submitted(people, 养老护理人员="300", 社区老年人助餐点="2")
    Site.objects.update(shown_day=filing_site.JULY.after(1).opens)
    client, address = signed_in("reporter"), "/office/filing/2026-08/"
    assert "都已按台账或上月的数填好" in client.get(address).content.decode()
    assert client.post(address, sent(client, address)).status_code == 302


def test_papers_stay_even_where_a_figure_has_to_be_mended(signed_in: Callable[[str], Client]) -> None:
    client = signed_in("county")
    form = sent(client, value_p="x")
    [key] = [name.removeprefix("value_") for name in form if name.startswith("value_")]
    papers = [SimpleUploadedFile("甲.jpg", JPG), SimpleUploadedFile("乙.pdf", b"%PDF-1.7")]
    page = client.post(FORM, form | {f"evidence_{key}": papers})
    assert page.status_code == 422
    assert [one.name for one in Evidence.objects.all()] == ["甲.jpg", "乙.pdf"]
    assert "甲.jpg" in page.content.decode()
    assert client.post(FORM, sent(client, value_p="3")).status_code == 302


def test_a_paper_that_is_not_what_it_says_is_told_at_its_field(signed_in: Callable[[str], Client]) -> None:
    client = signed_in("county")
    form = sent(client, value_p="3")
    [key] = [name.removeprefix("value_") for name in form if name.startswith("value_")]
    page = client.post(FORM, form | {f"evidence_{key}": SimpleUploadedFile("甲.pdf", JPG)})
    assert "内容不是 pdf 文件" in str(page.context["form"].errors[f"evidence_{key}"])
    assert not Posting.objects.exists()


def test_an_upload_over_the_limit_is_told_and_the_figures_stay(signed_in: Callable[[str], Client]) -> None:
    client = signed_in("county")
    form = sent(client, value_p="3")
    [key] = [name.removeprefix("value_") for name in form if name.startswith("value_")]
    large = SimpleUploadedFile("大.pdf", b"%PDF" + b"0" * (20 * 1024 * 1024))
    page = client.post(FORM, form | {f"evidence_{key}": large})
    assert "有文件超过 20 MB 的上限" in page.content.decode()
    assert 'value="3"' in page.content.decode()


def test_a_form_from_before_a_return_is_told_and_answers_when_sent_again(
    signed_in: Callable[[str], Client], people: People
) -> None:
    client = signed_in("reporter")
    stale = sent(client, value_w="300", value_p="2")
    filing = submitted(people, 养老护理人员="290")
    return_filing(on(people, "supervision"), filing, reason="与台账不符", turn=turn_of(filing))
    page = client.post(FORM, stale)
    assert "在您打开页面之后已有新的办理" in page.content.decode()
    html = page.content.decode()
    assert "与台账不符" in html
    assert 'value="300"' in html
    again = {name: page.context["form"][name].value() or "" for name in page.context["form"].fields}
    again |= {name: "补上漏计" for name in again if name.startswith("note_")}
    assert client.post(FORM, {k: v for k, v in again.items() if not k.startswith("evidence_")}).status_code == 302
    assert Posting.objects.filter(corrected_by=None, target__object="养老护理人员").get().value == 300


def test_a_forged_field_writes_nothing_of_anybody_elses(signed_in: Callable[[str], Client]) -> None:
    client, other = signed_in("county"), Target.objects.get(object="养老护理人员")
    client.post(FORM, sent(client, value_p="3") | {f"value_w{other.pk}": "700", "turn_999": "0"})
    assert not Posting.objects.filter(target=other).exists()


def test_a_tampered_opening_time_measures_nothing(signed_in: Callable[[str], Client]) -> None:
    client = signed_in("county")
    client.post(FORM, sent(client, value_p="3") | {"opened": "1:forged"})
    assert [step.move for step in FilingStep.objects.all()] == ["submit"]
    client = signed_in("other")
    client.post(FORM, sent(client) | _ones(client))
    assert [step.move for step in FilingStep.objects.filter(filing__body__name="州教育局")] == ["open", "submit"]


def _ones(client: Client) -> dict[str, str]:
    return {name: "1" for name in client.get(FORM).context["form"].fields if name.startswith("value_")}


def test_the_page_costs_the_same_however_much_is_owed(
    signed_in: Callable[[str], Client], django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client = signed_in("reporter")
    with django_assert_max_num_queries(QUERIES):
        assert len(client.get(FORM).context["groups"]) == 1


def test_the_lead_passes_and_the_supervision_office_accepts_from_the_pages(
    signed_in: Callable[[str], Client], people: People
) -> None:
    filing = submitted(people, "county")
    lead, office = signed_in("reporter"), signed_in("supervision")
    assert [one.pk for one in lead.get("/office/filings/").context["page"].object_list] == [filing.pk]
    page = f"/office/filings/{filing.pk}/"
    assert "通过，报督查室" in lead.get(page).content.decode()
    assert "通过，报督查室" not in office.get(page).content.decode()
    lead.post(f"{page}pass/", {"turn": lead.get(page).context["turn"]})
    [row] = office.get("/office/filings/").context["page"].object_list
    office.post("/office/filings/accept/", {"filing": [f"{row.pk}:{row.turn}", "x", "999999:1"]})
    assert Filing.objects.get().state.stage == "accepted"


def test_an_acceptance_from_a_page_that_is_out_of_date_is_refused(
    signed_in: Callable[[str], Client], people: People
) -> None:
    filing = submitted(people)
    for turn in ("0", "x", ""):
        page = signed_in("supervision").post(f"/office/filings/{filing.pk}/accept/", {"turn": turn}, follow=True)
        assert "在您打开页面之后已有新的办理" in page.content.decode()
    assert Filing.objects.get().state.stage == "passed"


@pytest.mark.parametrize("move", ["return", "reopen"])
def test_going_back_asks_for_a_reason(move: str, signed_in: Callable[[str], Client], people: People) -> None:
    filing = submitted(people) if move == "return" else filing_site.accepted(people)
    address = f"/office/filings/{filing.pk}/{move}/"
    client = signed_in("supervision")
    assert client.post(address, {"turn": turn_of(filing)}).status_code == 422
    assert client.post(address, {"turn": turn_of(filing), "reason": "漏报一处"}).status_code == 302
    assert Filing.objects.get().state.stage in {"returned", "open"}


def test_the_reviewer_sees_what_changed_where_it_came_from_and_the_same_file_elsewhere(
    signed_in: Callable[[str], Client], people: People
) -> None:
    for name in ("county", "reporter"):
        acting = on(people, name)
        add_evidence(acting, JULY, owed_lines(acting, JULY)[0].key, Paper(name="照片.jpg", data=JPG))
    filing = submitted(people, 养老护理人员=None)
    html = signed_in("supervision").get(f"/office/filings/{filing.pk}/").content.decode()
    for words in ("没有数", "还没有统计", "新填", "同一文件", "青屏县人民政府 2026-07 报", "按时"):
        assert words in html


def test_a_paper_is_given_to_those_alone_whose_report_it_is(signed_in: Callable[[str], Client], people: People) -> None:
    acting = on(people, "county")
    paper = add_evidence(acting, JULY, owed_lines(acting, JULY)[0].key, Paper(name="照片.jpg", data=JPG))
    address = f"/office/evidence/{paper.pk}/file/"
    for name, status in (("county", 200), ("reporter", 200), ("supervision", 200), ("auditor", 200), ("other", 403)):
        answer = signed_in(name).get(address)
        assert answer.status_code == status, name
    found = signed_in("county").get(address)
    assert found["Content-Disposition"].startswith("attachment")
    assert b"".join(found.streaming_content) == JPG


def test_another_bodys_report_is_not_shown(signed_in: Callable[[str], Client], people: People) -> None:
    filing = submitted(people, "county")
    assert signed_in("other").get(f"/office/filings/{filing.pk}/").status_code == 403
    assert signed_in("other").get("/office/filings/?stage=").context["page"].paginator.count == 0


@pytest.mark.parametrize("page", ["filings", "completeness", "duties", "burden", "complaints"])
@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_every_table_is_a_file_too(page: str, kind: str, signed_in: Callable[[str], Client], people: People) -> None:
    submitted(people)
    answer = signed_in("supervision").get(reverse(f"office:{page}") + f"?as={kind}")
    assert answer.status_code == 200
    assert f".{kind}" in answer["Content-Disposition"]


def test_completeness_tells_who_did_not_report(signed_in: Callable[[str], Client], people: People) -> None:
    submitted(people)
    html = signed_in("supervision").get("/office/completeness/").content.decode()
    assert "应报 3 份，已报 1 份" in html
    assert "未报" in html
    assert signed_in("supervision").get("/office/completeness/?since=x").status_code == 400


def test_a_reporter_comes_to_their_duties_after_signing_in(people: People) -> None:
    assert Client().post("/sign-in/", {"login": "county", "password": PASSWORD}).url == "/office/duties/"


def test_the_administrator_sets_the_ceilings_and_nobody_else_is_offered_to(signed_in: Callable[[str], Client]) -> None:
    page = signed_in("administrator")
    assert page.post("/office/burden/ceilings/", {"most_fields": "80", "most_minutes": "40"}).status_code == 302
    assert Site.current().most_fields == 80
    assert page.post("/office/burden/ceilings/", {"most_fields": "0", "most_minutes": "40"}).status_code == 422
    assert "改上限" not in signed_in("supervision").get("/office/burden/").content.decode()


def test_a_complaint_is_answered_where_its_body_sees_it(signed_in: Callable[[str], Client]) -> None:
    signed_in("county").post("/office/complaints/say/", {"text": "同一个数报了两遍"})
    signed_in("supervision").post(
        f"/office/complaints/{Complaint.objects.get().pk}/answer/", {"text": "下月起只报一处"}
    )
    own = signed_in("county").get("/office/complaints/").content.decode()
    assert "同一个数报了两遍" in own
    assert "下月起只报一处" in own
    assert "county某" not in own.partition("<main")[2]
    assert "同一个数报了两遍" not in signed_in("other").get("/office/complaints/").content.decode()
    assert signed_in("county").post("/office/complaints/say/", {"text": " "}).status_code == 422


def test_a_target_is_accepted_and_taken_back_on_its_page(signed_in: Callable[[str], Client], people: People) -> None:
    target = Target.objects.get(object="养老护理人员")
    client, page = signed_in("supervision"), f"/office/targets/{target.pk}/acceptance/"
    assert "还没有达到目标" in client.post(page, {"note": ""}).content.decode()
    submitted(people, 养老护理人员="800")
    assert client.post(page, {"note": "现场核验"}).status_code == 302
    assert "撤销的原因" in client.get(page).content.decode()
    assert client.post(f"{page}revoke/", {"note": ""}).status_code == 422
    assert client.post(f"{page}revoke/", {"note": "复查发现漏项"}).status_code == 302
    assert target.acceptances.count() == 2
