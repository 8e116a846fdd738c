"""Asking for places by code, by name and by day."""

import datetime as dt
from collections import Counter

import pytest

from duixian.places import Level, load_places

# Counties by prefecture at the end of 2024 (民政部), counted from the yearly table.
COUNTIES = {
    "650100": 8,
    "650200": 4,
    "650400": 3,
    "650500": 3,
    "652300": 7,
    "652700": 4,
    "652800": 9,
    "652900": 9,
    "653000": 4,
    "653100": 12,
    "653200": 10,
    "654000": 11,
    "654200": 7,
    "654300": 7,
}
END_OF_2024 = dt.date(2024, 12, 31)


@pytest.fixture(scope="module")
def book():
    return load_places()


def test_the_region_has_fourteen_prefectures_and_each_its_counties(book):
    prefectures = book.children("650000", on=END_OF_2024, level=Level.PREFECTURE)
    assert {
        one.code: len(book.children(one.code, on=END_OF_2024, level=Level.COUNTY)) for one in prefectures
    } == COUNTIES


def test_twelve_cities_of_the_corps_stand_directly_under_the_region(book):
    cities = book.children("650000", on=END_OF_2024, level=Level.COUNTY)
    assert [city.code for city in cities] == [f"6590{n:02}" for n in range(1, 13)]


def test_the_number_of_cities_of_the_corps_follows_the_day(book):
    counts = Counter(place.level for place in book.as_of(dt.date(2014, 1, 24)) if place.code.startswith("6590"))
    assert counts == {Level.COUNTY: 6}


@pytest.mark.parametrize(
    ("short", "code"),
    [
        ("博州", "652700"),
        ("克州", "653000"),
        ("巴州", "652800"),
        ("伊犁州", "654000"),
        ("察布查尔县", "654022"),
        ("巴里坤县", "650521"),
        ("塔什库尔干县", "653131"),
        (" 新源 ", "654025"),
        ("兵团四师", "XPCC-04"),
        ("霍尔果斯经济开发区", "654000-Z1"),
    ],
)
def test_short_names_lead_to_one_place(book, short, code):
    assert [place.code for place in book.find(short)] == [code]


def test_a_name_of_two_places_gives_both_and_a_full_name_one(book):
    assert {place.code for place in book.find("伊宁")} == {"654002", "654021"}
    assert [place.code for place in book.find("伊宁县")] == ["654021"]


def test_an_unknown_name_gives_nothing(book):
    assert book.find("某某县") == ()
    assert book.find("") == ()


def test_a_name_is_looked_for_within_a_place_and_all_below_it(book):
    assert [place.name for place in book.find("昌吉", within="652300")] == ["昌吉市"]
    assert book.find("伊宁市", within="650100") == ()
    assert [place.code for place in book.find("伊犁州", within="654000")] == ["654000"]


@pytest.mark.parametrize(
    ("day", "name", "code"),
    [
        ("2014-06-25", "霍尔果斯市", None),
        ("2014-06-26", "霍尔果斯市", "654004"),
        ("2019-11-19", "库车县", "652923"),
        ("2019-11-20", "库车县", None),
        ("2019-11-20", "库车市", "652902"),
        ("2015-03-15", "鄯善县", "652122"),
        ("2015-03-16", "鄯善县", "650421"),
        ("2024-12-26", "和康县", None),
        ("2024-12-27", "和康县", "653228"),
    ],
)
def test_a_name_holds_from_its_first_day_to_its_last(book, day, name, code):
    found = book.find(name, on=dt.date.fromisoformat(day))
    assert [place.code for place in found] == ([code] if code else [])


def test_without_a_day_a_standing_place_comes_before_one_that_ended(book):
    assert [place.code for place in book.find("鄯善县")] == ["650421"]
    assert [place.code for place in book.find("沙湾县")] == ["654223"]


def test_one_code_can_have_had_two_names(book):
    assert book.by_code("650107").name == "达坂城区"
    assert book.by_code("650107", on=dt.date(2002, 3, 8)).name == "南泉区"
    assert book.by_code("999999") is None


def test_lineage_leads_from_a_county_to_the_region(book):
    county = book.by_code("654022")
    assert [place.name for place in book.lineage(county)] == [
        "察布查尔锡伯自治县",
        "伊犁哈萨克自治州",
        "新疆维吾尔自治区",
    ]
    assert book.parent(book.by_code("650000")) is None


def test_every_place_says_where_its_facts_come_from(book):
    assert {place.source[0] for place in book} == {"A", "U"}
    assert all(place.valid_from is None or "；" in place.source or ";" in place.source for place in book)
    assert all(place.source == "U" for place in book if place.level not in set(list(Level)[:3]))
