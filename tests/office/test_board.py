"""The board: what it shows, how it narrows, what it costs."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries
from tests.small_site import TEXT, People, make_adopted

from duixian.registers.models import Commitment, Document

BOARD = "/office/"
QUERIES = 16


def titles(page: object) -> list[str]:
    return [row.commitment.title for row in page.context["rows"]]  # type: ignore[attr-defined]


def test_it_shows_light_figures_deadline_owner_and_publication(
    adopted: Document, signed_in: Callable[[str], Client]
) -> None:
    html = signed_in("leader").get(BOARD).content.decode()
    for words in ("让老年人就近吃饭", "守护学生健康", "无数据", "州民政局", "2026年10月31日", "未公开", "截至"):
        assert words in html


def test_a_reporter_first_sees_what_concerns_their_own_body(
    adopted: Document, signed_in: Callable[[str], Client]
) -> None:
    assert titles(signed_in("other").get(BOARD)) == ["守护学生健康"]
    assert titles(signed_in("other").get(BOARD + "?body=")) == ["让老年人就近吃饭", "守护学生健康"]


def test_a_county_sees_what_is_shared_out_to_it(adopted: Document, signed_in: Callable[[str], Client]) -> None:
    assert titles(signed_in("county").get(BOARD)) == ["让老年人就近吃饭"]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("?q=视力", ["守护学生健康"]),
        ("?q=助餐点 民政", ["让老年人就近吃饭"]),
        ("?q=没有的词", []),
        ("?light=done", []),
        ("?light=no-data", ["让老年人就近吃饭", "守护学生健康"]),
        ("?year=2026", ["让老年人就近吃饭", "守护学生健康"]),
    ],
)
def test_filters_stand_in_the_address(
    query: str, expected: list[str], adopted: Document, signed_in: Callable[[str], Client]
) -> None:
    assert titles(signed_in("leader").get(BOARD + query)) == expected


def test_the_counts_by_light_do_not_depend_on_the_chosen_light(
    adopted: Document, signed_in: Callable[[str], Client]
) -> None:
    page = signed_in("leader").get(BOARD + "?light=done")
    assert page.context["total"] == 2
    assert sum(page.context["counts"].values()) == 2


def test_a_past_day_is_shown_as_it_was(adopted: Document, signed_in: Callable[[str], Client]) -> None:
    page = signed_in("leader").get(BOARD + "?as_of=2026-01-05")
    assert "未到启动期" in page.content.decode()
    assert page.context["is_past"]


@pytest.mark.parametrize(
    ("day", "message"),
    [
        ("2026-02-30", "日期要写成 2026-09-30 这样"),
        ("昨天", "日期要写成 2026-09-30 这样"),
        ("2027-01-01", "截至日还没有到"),
        ("1999-12-31", "那一天还没有亮灯规则"),
    ],
)
def test_a_day_that_cannot_be_shown_is_refused_in_words(
    day: str, message: str, adopted: Document, signed_in: Callable[[str], Client]
) -> None:
    page = signed_in("leader").get(BOARD, {"as_of": day})
    assert page.status_code == 400
    assert message in page.content.decode()


@pytest.mark.parametrize("documents", [2, 15])
def test_its_queries_do_not_grow_with_its_rows(
    documents: int,
    people: People,
    signed_in: Callable[[str], Client],
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    for number in range(documents):
        make_adopted(people, text=f"{TEXT}第{number}份\n")
    client = signed_in("leader")
    client.get(BOARD)  # the first of the day lights what is not lit yet
    with django_assert_num_queries(QUERIES):
        page = client.get(BOARD)
    assert len(page.context["rows"]) == 2 * documents


def test_a_title_is_text_and_never_markup(elders: Commitment, signed_in: Callable[[str], Client]) -> None:
    Commitment.objects.filter(pk=elders.pk).update(title="<script>alert(1)</script>")
    for address in (BOARD, reverse("office:commitment", args=[elders.pk])):
        html = signed_in("leader").get(address).content.decode()
        assert "<script>alert" not in html
        assert "&lt;script&gt;alert" in html


def test_an_empty_board_says_what_to_do(people: People, signed_in: Callable[[str], Client]) -> None:
    assert "还没有实事" in signed_in("supervision").get(BOARD).content.decode()
