"""A later year of one place beside the year before: what goes on, with more or with less, and what comes and goes."""

import pytest

from duixian.compiler.comparing.comparison import Axis

from .documents import announcement, compared, rows_of

ROADS = "修建农村公路。新改建农村公路{}公里。"


def two_years(before: str, after: str):
    return announcement(before, year=2030), announcement(after, year=2031)


@pytest.mark.parametrize(
    ("before", "after", "relation"),
    [
        ("500", "500", "continued"),
        ("500", "620", "extended"),
        ("500", "430", "reduced"),
        ("0.5万", "5000", "continued"),
    ],
)
def test_a_target_goes_on_with_as_much_more_or_less(before, after, relation):
    [row] = rows_of(*two_years(ROADS.format(before), ROADS.format(after)))
    assert row == (relation, f"{before}公里", f"{after}公里")


def test_of_a_limit_less_is_more():
    limit = "改善空气。全年重污染天数不超过{}天。"
    [row] = rows_of(*two_years(limit.format(9), limit.format(6)))
    assert row[0] == "extended"


def test_what_is_new_and_what_is_gone_stand_alone():
    rows = rows_of(*two_years(ROADS.format(500), "建设停车场。新建公共停车场12座。"))
    assert rows == [("added", None, "12座"), ("dropped", "500公里", None)]


def test_the_rows_follow_the_later_document_and_then_the_earlier_one():
    before = announcement(
        "修路。新改建农村公路500公里。", "建桥。新建人行天桥3座。", "植树。栽植行道树4000株。", year=2030
    )
    after = announcement("植树。栽植行道树5000株。", "修路。新改建农村公路500公里。", year=2031)
    assert [row[0] for row in rows_of(before, after)] == ["extended", "continued", "dropped"]


def test_a_year_is_laid_beside_the_year_before_it_in_whatever_order_they_come():
    texts = [announcement(ROADS.format(size), year=year) for year, size in ((2031, 3), (2029, 1), (2030, 2))]
    found = [(pair.first.year, pair.second.year) for pair in compared(*texts).pairs]
    assert found == [(2029, 2030), (2030, 2031)]


def test_a_gap_of_years_is_bridged():
    [pair] = compared(announcement(ROADS.format(1), year=2027), announcement(ROADS.format(2), year=2031)).pairs
    assert (pair.axis, pair.first.year, pair.second.year) == (Axis.YEARS, 2027, 2031)


def test_a_goal_and_the_measure_that_repeats_it_are_one_row():
    twice = "修建农村公路。新改建农村公路500公里。\n1.有序施工。10月底前完成新改建农村公路500公里。"
    rows = rows_of(announcement(twice, year=2030), announcement(ROADS.format(600), year=2031))
    assert rows == [("extended", "500公里", "600公里")]


def test_the_parts_of_a_total_are_no_targets_of_their_own():
    parts = "修建农村公路。新改建农村公路500公里（东河县300公里、西河县200公里）。"
    assert rows_of(*two_years(parts, ROADS.format(500))) == [("continued", "500公里", "500公里")]
