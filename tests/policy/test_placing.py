import pytest

from .claims import MINORITY, NATIONAL, PREFECTURE_MINORITY, REGION, amounts, beyond, claim, code, prize, rank, result


@pytest.mark.parametrize("games", [MINORITY, PREFECTURE_MINORITY, "全国少数民族传统体育运动会"])
def test_a_rank_at_games_that_give_prizes_is_returned(games):
    assert code(claim(result(placing=rank(1)), games=games)) == "PLACING_SCALE_MISMATCH"
    assert code(claim(result(placing=rank(1), regs_award_places=None), games=games)) == "PLACING_SCALE_MISMATCH"


@pytest.mark.parametrize("games", [REGION, NATIONAL, "自治州青少年运动会"])
def test_a_prize_at_games_that_give_ranks_is_returned(games):
    assert code(claim(result(placing=prize("一等奖"), regs_award_places=None), games=games)) == "PLACING_SCALE_MISMATCH"


@pytest.mark.parametrize(("rewarded", "expected"), [(4, "RANK_NOT_IN_COMPETITION_REGS"), (5, None), (6, None)])
def test_a_rank_counts_only_as_far_as_the_competition_rewards(rewarded, expected):
    assert code(claim(result(placing=rank(5), regs_award_places=rewarded))) == expected


def test_a_competition_that_rewards_nobody_has_no_placing():
    assert code(claim(result(regs_award_places=0))) == "RANK_NOT_IN_COMPETITION_REGS"


def test_what_a_competition_rewards_must_be_known():
    assert code(claim(result(regs_award_places=None))) == "INPUT_INCOMPLETE"


def test_a_rank_beyond_the_region_is_held_to_the_competition_too():
    given = beyond(NATIONAL, placing=rank(4), regs_award_places=3)
    assert code(claim(given, games=NATIONAL)) == "RANK_NOT_IN_COMPETITION_REGS"


def test_several_first_prizes_are_each_paid():
    first = result(placing=prize("一等奖"), regs_award_places=None)
    assert amounts(claim(first, first, games=MINORITY)) == {"A1": "15000.00 15000.00"}
