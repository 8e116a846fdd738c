"""What everyone sees: released commitments alone, without names of persons, at a fixed cost."""

import datetime as dt
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries
from tests.small_site import NOW, TEXT, People, make_adopted

from duixian.ledgers.progress.post import Figure
from duixian.registers.models import Commitment, Document, Site
from duixian.workflow.actions.post_progress import post_progress
from duixian.workflow.actions.release_commitments import release_commitments
from duixian.workflow.actions.withdraw_commitment import withdraw_commitment

LIST_QUERIES, PAGE_QUERIES = 9, 14


@pytest.fixture
def released(people: People, adopted: Document) -> Commitment:
    """The first commitment, public; the second is not."""
    return release_commitments(people.acting(), adopted.commitments.filter(ordinal=1))[0]


def page_of(commitment: Commitment) -> str:
    return reverse("public:commitment", args=[commitment.pk])


def test_only_what_was_released_is_listed(released: Commitment) -> None:
    html = Client().get("/").content.decode()
    assert "让老年人就近吃饭" in html
    assert "守护学生健康" not in html
    assert "共公开 1 件实事" in html


def test_what_was_not_released_is_not_found(adopted: Document) -> None:
    for commitment in adopted.commitments.all():
        assert Client().get(page_of(commitment)).status_code == 404


def test_what_was_withdrawn_is_not_found(people: People, released: Commitment) -> None:
    assert Client().get(page_of(released)).status_code == 200
    withdraw_commitment(people.acting(), released, reason="数字待核")
    assert Client().get(page_of(released)).status_code == 404


def test_a_page_tells_the_promise_the_state_and_the_source(people: People, released: Commitment) -> None:
    target = released.targets.get(object="养老护理人员")
    post_progress(people.acting(), target, Figure(day=dt.date(2026, 5, 31), value=Decimal(407), note="内部说明"))
    html = Client().get(page_of(released)).content.decode()
    for words in (
        "助餐点12个",
        "407",
        "为什么：",
        "各地、各单位完成情况",
        "青屏县",
        "州民政局",
        "某州政办发〔2026〕1号",
    ):
        assert words in html
    for secret in ("林一舟", "内部说明", "supervision", "各项合计"):
        assert secret not in html


def test_a_name_inside_the_promising_sentence_is_hidden(people: People) -> None:
    text = TEXT.replace("培训养老护理人员800人次", "由林一舟牵头，培训养老护理人员800人次")
    document = make_adopted(people, text=text)
    release_commitments(people.acting(), document.commitments.all())
    html = Client().get(page_of(document.commitments.get(ordinal=1))).content.decode()
    assert "林一舟" not in html
    assert "由○○○牵头" in html


def test_residents_search_by_words(people: People, adopted: Document) -> None:
    release_commitments(people.acting(), adopted.commitments.all())
    client = Client()
    assert [row.commitment.ordinal for row in client.get("/", {"q": "视力"}).context["rows"]] == [2]
    assert [row.commitment.ordinal for row in client.get("/", {"q": "民政局 助餐"}).context["rows"]] == [1]
    nothing = client.get("/", {"q": "<script>alert(1)</script>"})
    assert not nothing.context["rows"]
    assert "<script>alert" not in nothing.content.decode()


def test_an_example_says_that_it_is_one(released: Commitment) -> None:
    assert "示例数据" in Client().get("/").content.decode()
    Site.objects.update(shown_day=None)
    assert "示例数据" not in Client().get("/").content.decode()


@pytest.mark.parametrize("documents", [2, 15])
def test_the_list_costs_the_same_however_long(
    documents: int, people: People, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(documents):
        document = make_adopted(people, text=f"{TEXT}第{number}份\n")
        release_commitments(people.acting(), document.commitments.all())
    Client().get("/")  # the first of the day lights what is not lit yet
    with django_assert_num_queries(LIST_QUERIES):
        page = Client().get("/")
    assert len(page.context["rows"]) == 2 * documents


def test_a_page_costs_the_same_however_much_was_reported(
    people: People, released: Commitment, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    target = released.targets.get(object="养老护理人员")
    seen = None
    for month in range(1, 6):
        figure = Figure(day=dt.date(2026, month, 28), value=Decimal(month * 100), seen=seen)
        seen = post_progress(people.acting(), target, figure).pk
    with django_assert_num_queries(PAGE_QUERIES):
        Client().get(page_of(released))


def test_a_commitment_of_nothing_countable_has_its_page(people: People, released: Commitment) -> None:
    other = Commitment.objects.exclude(pk=released.pk).get()
    Commitment.objects.filter(pk=other.pk).update(released_at=NOW, begin=0, end=0)
    other.targets.all().delete()
    html = Client().get(page_of(other)).content.decode()
    assert "没有可计数的指标" in html
    assert "无可计数指标" in Client().get("/").content.decode()


def test_an_address_that_is_not_there_is_told_in_words(site: Site) -> None:
    found = Client().get("/nothing-here/")
    assert found.status_code == 404
    assert "没有这一页" in found.content.decode()


def test_a_form_without_its_token_is_refused_in_words(site: Site) -> None:
    found = Client(enforce_csrf_checks=True).post("/sign-in/", {"login": "x"})
    assert found.status_code == 403
    assert "请刷新后再提交" in found.content.decode()


def test_what_breaks_shows_a_page_and_no_trace(
    site: Site, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("secret detail")

    monkeypatch.setattr("duixian.public.views.board.listing", broken)
    found = Client(raise_request_exception=False).get("/")
    html = found.content.decode()
    assert found.status_code == 500
    assert "系统出错，没有写入任何内容" in html
    assert "secret detail" not in html
    assert "Traceback" not in html


def test_nothing_inline_and_nothing_foreign_is_on_a_page(released: Commitment) -> None:
    for address in ("/", page_of(released), "/about/", "/sign-in/"):
        found = Client().get(address)
        html = found.content.decode()
        assert "style=" not in html
        assert "<style" not in html
        assert "onclick" not in html
        assert "http://" not in html.replace("http://www.w3.org", "")
        assert "https://" not in html
        assert "default-src 'self'" in found["Content-Security-Policy"]
        assert "unsafe" not in found["Content-Security-Policy"]
