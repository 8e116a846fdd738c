"""A lower level beside the level above it in one year: what it took over, topped up, and set by itself."""

import pytest

from duixian.compiler.comparing.comparison import Axis

from .documents import announcement, compared, rows_of

HOMES = "关爱残疾人。对6300户困难重度残疾人家庭实施无障碍改造。"
TOPPED_UP = "关爱残疾人。对{total}户困难重度残疾人家庭实施无障碍改造，其中{above}585户，{own}500户。"


def levels(higher: str, lower: str):
    return announcement(higher), announcement(lower, place="澄川州")


def row_of(*texts):
    [pair] = compared(*texts).pairs
    [row] = pair.rows
    return row


def test_a_share_of_what_the_level_above_promises_is_taken_over():
    assert rows_of(*levels(HOMES, HOMES.replace("6300", "480"))) == [("taken-over", "6300户", "480户")]


@pytest.mark.parametrize(
    ("above", "own"),
    [
        ("省级下达任务", "州级增加"),
        ("省级资金安排", "州级资金安排"),
        ("上级下达", "本级新增"),
        ("国家安排", "州级自筹安排"),
    ],
)
def test_what_the_text_says_each_level_set_is_a_top_up(above, own):
    row = row_of(*levels(HOMES, TOPPED_UP.format(total=1085, above=above, own=own)))
    assert row.relation == "topped-up"
    assert row.top_up is not None
    assert [part.value for part in (*row.top_up.taken, *row.top_up.own)] == [585, 500]
    assert row.top_up.holds


def test_a_top_up_whose_sum_does_not_hold_says_so():
    row = row_of(*levels(HOMES, TOPPED_UP.format(total=985, above="省级下达任务", own="州级增加")))
    assert row.top_up is not None
    assert not row.top_up.holds


@pytest.mark.parametrize(
    ("above", "own"), [("东河县", "西河县"), ("上半年完成", "下半年完成"), ("省级下达任务", "其余")]
)
def test_parts_that_do_not_say_who_set_them_are_no_top_up(above, own):
    row = row_of(*levels(HOMES, TOPPED_UP.format(total=1085, above=above, own=own)))
    assert row.relation == "taken-over"
    assert row.top_up is None


def test_a_share_larger_than_the_whole_is_unsure():
    assert rows_of(*levels(HOMES, HOMES.replace("6300", "9000"))) == [("unsure", "6300户", "9000户")]


def test_what_only_one_level_promises_stands_alone():
    rows = rows_of(*levels(HOMES, "植树。栽植行道树5000株。"))
    assert rows == [("of-its-own", None, "5000株"), ("not-taken-over", "6300户", None)]


def test_each_level_is_laid_beside_the_nearest_above_it():
    texts = [announcement(HOMES, place=place) for place in ("东河县", "岚岭省", "澄川州")]
    found = [(pair.first.place, pair.second.place) for pair in compared(*texts).pairs]
    assert found == [("岚岭省", "澄川州"), ("澄川州", "东河县")]


def test_levels_of_different_years_are_not_compared():
    comparison = compared(announcement(HOMES, year=2030), announcement(HOMES, place="澄川州", year=2031))
    assert comparison.pairs == ()
    assert {one.reason for one in comparison.left_out} == {"no-counterpart"}


def test_the_same_commitments_give_a_pair_for_the_years_and_one_for_the_levels():
    texts = announcement(HOMES), announcement(HOMES, place="澄川州"), announcement(HOMES, place="澄川州", year=2032)
    assert [pair.axis for pair in compared(*texts).pairs] == [Axis.YEARS, Axis.LEVELS]
