"""Two files beside each other: what the page says of each target, where it leads, and what it costs."""

import csv
from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries
from tests.small_site import People

from duixian.registers.models import Source
from duixian.workflow.actions.add_source import add_source

PAGE = "/office/sources/compare/"
PLAN = (
    "{place}人民政府关于{year}年民生实事的公告\n经研究，确定{year}年办好以下民生实事：\n{items}\n"
    "特此公告。\n{place}人民政府\n{year}年2月9日\n"
)
HIGHER = PLAN.format(
    place="岚岭省", year=2031, items="一、对6300户困难重度残疾人家庭实施无障碍改造。\n二、改造危桥90座。"
)
LOWER = PLAN.format(
    place="澄川州",
    year=2031,
    items="一、对1085户困难重度残疾人家庭实施无障碍改造，其中省级下达任务585户，州级增加500户。\n二、栽树5000株。",
)


@pytest.fixture
def sources(people: People) -> list[Source]:
    texts = {"省.txt": HIGHER, "州.txt": LOWER}
    return [add_source(people.acting(), text.encode(), name=name).source for name, text in texts.items()]


def address(sources: list[Source], **more: str) -> str:
    return f"{PAGE}?first={sources[0].pk}&second={sources[1].pk}" + "".join(f"&{k}={v}" for k, v in more.items())


def test_each_target_stands_with_both_numbers_and_the_arithmetic(
    sources: list[Source], signed_in: Callable[[str], Client]
) -> None:
    html = signed_in("leader").get(address(sources)).content.decode()
    for words in ("承接并加码", "上级有、本级未列", "本级自定", "上级 585户 + 本级 500户", "5000 株", "把握"):
        assert words in html


def test_a_quote_leads_to_its_words_in_the_review(sources: list[Source], signed_in: Callable[[str], Client]) -> None:
    page = signed_in("supervision").get(address(sources))
    sides = [side for row in page.context["found"].tables[0].rows for side in (row.first, row.second) if side]
    assert all(side.document and side.proposal for side in sides)
    for side in sides:
        assert f"{reverse('office:review', args=[side.document])}#text-p{side.proposal}" in page.content.decode()
    leader = signed_in("leader").get(address(sources)).content.decode()
    assert "#text-p" not in leader, "a leader may not open the review"


def test_the_file_holds_the_rows_of_the_page(sources: list[Source], signed_in: Callable[[str], Client]) -> None:
    client = signed_in("auditor")
    rows = [row for table in client.get(address(sources)).context["found"].tables for row in table.rows]
    file = client.get(address(sources, **{"as": "csv"}))
    written = list(csv.DictReader(file.content.decode("utf-8-sig").splitlines()))
    assert [row["对象"] for row in written] == [row.object for row in rows]
    assert written[0]["文件二的数"].endswith("户")


@pytest.mark.parametrize("query", ["?first=&second=", "?first=999&second=1", "?first=x"])
def test_what_is_not_chosen_or_not_there_is_asked_for_again(
    query: str, sources: list[Source], signed_in: Callable[[str], Client]
) -> None:
    page = signed_in("supervision").get(PAGE + query)
    assert page.status_code == 400
    assert page.context["found"] is None


def test_one_file_alone_says_why_it_is_not_compared(sources: list[Source], signed_in: Callable[[str], Client]) -> None:
    html = signed_in("supervision").get(address([sources[0], sources[0]])).content.decode()
    assert "没有可比的两份文件" in html
    assert "没有上一年或上一级的文件可比" in html


def test_its_cost_does_not_grow_with_the_files_there_are(
    sources: list[Source],
    people: People,
    signed_in: Callable[[str], Client],
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    client = signed_in("supervision")
    for number in range(3):
        add_source(people.acting(), LOWER.replace("5000", f"{number}0").encode(), name=f"{number}.txt")
    with django_assert_num_queries(13):
        client.get(address(sources))
