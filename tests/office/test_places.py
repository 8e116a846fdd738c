from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries
from tests.small_site import TEXT, People, make_adopted

from duixian.registers.models import Document, Place

MAP = "/office/map/"


def county() -> str:
    return reverse("office:county", args=[Place.objects.get(name="青屏县").code])


def test_the_map_names_each_place_and_its_worst_light(adopted: Document, signed_in: Callable[[str], Client]) -> None:
    html = signed_in("leader").get(MAP).content.decode()
    assert "青屏县" in html
    assert "石湾县" in html
    assert html.count("无数据") >= 2


def test_a_county_s_page_lists_what_it_owes(adopted: Document, signed_in: Callable[[str], Client]) -> None:
    page = signed_in("leader").get(county())
    assert [row.target.object for row in page.context["rows"]] == ["社区老年人助餐点"]
    assert "5 个" in page.content.decode()


def test_filters_narrow_and_stand_in_the_address(adopted: Document, signed_in: Callable[[str], Client]) -> None:
    client = signed_in("leader")
    assert client.get(county(), {"light": "done"}).context["rows"] == ()
    assert client.get(county(), {"year": "2026"}).context["found"].total == 1
    assert client.get(MAP, {"as_of": "2026-01-31"}).status_code == 200


@pytest.mark.parametrize("day", ["昨天", "2999-01-01", "1999-12-31"])
@pytest.mark.parametrize("page", ["map", "county"])
def test_a_day_that_cannot_be_shown_is_refused_in_words(
    page: str, day: str, adopted: Document, signed_in: Callable[[str], Client]
) -> None:
    found = signed_in("leader").get(MAP if page == "map" else county(), {"as_of": day})
    assert found.status_code == 400


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_both_tables_can_be_taken_away(kind: str, adopted: Document, signed_in: Callable[[str], Client]) -> None:
    for address in (MAP, county()):
        found = signed_in("leader").get(address, {"as": kind})
        assert found.status_code == 200
        assert "attachment" in found["Content-Disposition"]


@pytest.mark.parametrize("documents", [1, 12])
def test_queries_do_not_grow_with_what_is_owed(
    documents: int,
    people: People,
    signed_in: Callable[[str], Client],
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    for number in range(documents):
        make_adopted(people, text=f"{TEXT}第{number}份\n")
    client = signed_in("leader")
    client.get(MAP)
    # Of them three save the session: a transaction's begin, its update and its end.
    with django_assert_num_queries(12):
        client.get(MAP)
    with django_assert_num_queries(15):
        client.get(county())
