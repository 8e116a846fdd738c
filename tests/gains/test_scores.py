"""Gains and losses are told one by one, also where the total stays as it was."""

from tests.gains.scores import compared, read_scores

BEFORE = """\
quantities                                 F1 0.900   P 0.900   R 0.900   of 20
      a/plan missing 3所 (target) in “新建3所”
      a/plan extra 24 小时 in “24小时服务”
quantity role                              =  0.900   of 20
      a/plan: “投入5万元” target for budget
      a/plan: “惠及9人” target for beneficiary
"""
NOW = """\
quantities                                 F1 0.900   P 0.900   R 0.900   of 20
      a/plan missing 8套 (target) in “筹集8套”
      a/plan extra 24 小时 in “24小时服务”
quantity role                              =  0.950   of 20
      a/plan: “惠及9人” result for beneficiary
"""


def lines(before, now):
    return [" ".join(line.split()) for line in compared(read_scores(before), read_scores(now))]


def test_a_loss_that_a_gain_makes_up_for_is_still_told():
    told = lines(BEFORE, NOW)
    assert "+ a/plan missing 3所 (target) in “新建3所”" in told
    assert "- a/plan missing 8套 (target) in “筹集8套”" in told


def test_what_stays_wrong_is_not_told_again_unless_it_is_wrong_in_another_way():
    told = lines(BEFORE, NOW)
    assert not any("24小时" in line for line in told)
    assert "~ a/plan: “惠及9人” result for beneficiary" in told


def test_a_figure_that_changed_says_what_it_was():
    assert "quantity role = 0.950 of 20 (was = 0.900 of 20)" in lines(BEFORE, NOW)


def test_the_last_line_counts_both():
    assert lines(BEFORE, NOW)[-1] == "2 turned right, 1 turned wrong"
    assert lines(BEFORE, BEFORE)[-1] == "0 turned right, 0 turned wrong"


def test_the_same_miss_twice_is_two_items():
    once = "sums     F1 0.5\n      a missing x\n"
    twice = once + "      a missing x\n"
    assert lines(once, twice)[-1] == "0 turned right, 1 turned wrong"
