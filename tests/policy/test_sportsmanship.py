import pytest

from .claims import MINORITY, NATIONAL, PREFECTURE, REGION, YOUTH, code, lines, sportsmanship


@pytest.mark.parametrize("games", [REGION, MINORITY, YOUTH])
def test_a_collective_is_paid_at_the_three_games_of_the_region(games):
    assert lines(sportsmanship(games)) == [("G1", "collective", "2000.00", "第十八条")]


@pytest.mark.parametrize("games", [NATIONAL, PREFECTURE, "奥运会"])
def test_other_games_are_not_covered(games):
    assert code(sportsmanship(games)) == "SPORTSMANSHIP_GAMES_NOT_COVERED"
    assert code(sportsmanship(games, recipient_kind="individual")) == "SPORTSMANSHIP_GAMES_NOT_COVERED"


def test_an_individual_has_no_amount():
    assert code(sportsmanship(recipient_kind="individual")) == "SPORTSMANSHIP_INDIVIDUAL_NO_AMOUNT"


@pytest.mark.parametrize(("day", "expected"), [("2023-02-09", "BEFORE_EFFECTIVE_DATE"), ("2023-02-10", None)])
def test_the_day_of_the_award_decides_and_no_limit_runs(day, expected):
    assert code(sportsmanship(award_date=day)) == expected
