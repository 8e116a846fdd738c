"""Which documents are compared: level and place from issuer and title, one document for each place and year."""

import pytest

from duixian.compiler import read
from duixian.compiler.comparing.standing import papers

from .documents import announcement, compared

ROADS = "修路。新改建农村公路500公里。"


@pytest.mark.parametrize(
    ("place", "rank"),
    [("岚岭省", 1), ("重庆市", 1), ("新疆维吾尔自治区", 1), ("澄川州", 2), ("澄川地区", 2), ("澄川市", 2),
     ("伊宁市", 3), ("东河县", 3), ("城东区", 3), ("东河自治县", 3), ("青石镇", 4), ("青石乡", 4), ("东河街道", 4)],
)  # fmt: skip
def test_the_rank_is_told_by_the_places_name(place, rank):
    [paper] = papers([read(announcement(ROADS, place=place))])
    assert (paper.rank, paper.place) == (rank, place)


def test_a_city_that_a_prefectures_document_names_lies_under_it():
    above = announcement("修路。在澄阳市新改建农村公路500公里。", place="澄川州")
    _, below = papers([read(above), read(announcement(ROADS, place="澄阳市"))])
    assert below.rank == 3


def test_a_name_and_the_word_for_its_kind_are_one_place():
    with_name, without = announcement(ROADS, place="澄川自治州", year=2030), announcement(ROADS, place="自治州")
    assert len(compared(with_name, without).pairs) == 1


@pytest.mark.parametrize("other", ["石湾州", "澄川市"])
def test_another_place_of_the_same_rank_is_not_compared(other):
    comparison = compared(announcement(ROADS, place="澄川州", year=2030), announcement(ROADS, place=other))
    assert comparison.pairs == ()


def test_a_place_known_to_lie_elsewhere_is_not_compared():
    region = announcement(ROADS, place="新疆维吾尔自治区")
    assert compared(region, announcement(ROADS, place="伊宁县")).pairs
    assert not compared(announcement(ROADS, place="阿勒泰地区"), announcement(ROADS, place="伊宁县")).pairs


def test_of_two_documents_of_one_place_and_year_the_one_with_more_targets_is_taken():
    short, long = announcement(ROADS), announcement(ROADS, "植树。栽植行道树5000株。")
    comparison = compared(short, long, announcement(ROADS, year=2032))
    assert [pair.first.reading for pair in comparison.pairs] == [1]
    assert [(one.paper.reading, one.reason) for one in comparison.left_out] == [(0, "same-year")]


def test_what_is_no_announcement_or_plan_is_left_out_with_the_reason():
    lines = (
        "关于调整澄川州防汛抗旱指挥部组成人员的通知",
        "各县市人民政府：",
        "总指挥：甲某某 副州长",
        "澄川州人民政府办公室",
    )
    comparison = compared("\n\n".join((*lines, "2031年2月9日")), announcement(ROADS))
    assert [(one.paper.reading, one.reason) for one in comparison.left_out] == [(0, "kind"), (1, "no-counterpart")]


def test_nothing_gives_nothing():
    assert compared() == compared("")
    assert compared("").pairs == ()
