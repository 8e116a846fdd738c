import pytest

from .claims import (
    EVERYBODY,
    REGION,
    amounts,
    athlete,
    claim,
    coach,
    code,
    decided,
    result,
    selection,
    sportsmanship,
    squad,
    team,
    team_result,
)


@pytest.mark.parametrize(
    "name",
    [
        "区全运会",
        "自治区运动会（区全运会）",
        "自治区运动会(区全运会)",
        "第十五届自治区运动会",
        "2024年自治区运动会",
        " 自治区运动会 ",
    ],
)
def test_the_acts_own_wordings_name_the_games(name):
    assert amounts(claim(result(), games=name)) == {"A1": "20000.00"}


@pytest.mark.parametrize(
    "name",
    [
        "亚残运会",
        "全国大学生运动会",
        "全国学生运动会",
        "全国田径锦标赛",
        "自治区残疾人运动会",
        "自治区运动会预赛",
        "伊宁市运动会",
        "自治州运动会",
        "运动会",
        "第十五届",
    ],
)
def test_games_behind_the_et_cetera_are_not_covered(name):
    assert code(claim(result(), games=name)) == "UNKNOWN_GAMES"
    assert code(sportsmanship(name)) == "UNKNOWN_GAMES"
    assert code(selection(name)) == "UNKNOWN_GAMES"


@pytest.mark.parametrize(("affiliation", "expected"), [("州直", None), ("交流", None), ("外地", "OUT_OF_SCOPE")])
def test_athletes_of_the_prefecture_and_exchange_athletes_are_covered(affiliation, expected):
    assert code(claim(result(units=[athlete(affiliation=affiliation)]))) == expected
    assert code(claim(team_result(6, units=[team(affiliation=affiliation)]))) == expected
    assert code(selection(athlete_changes={"affiliation": affiliation})) == expected


def test_in_a_small_team_the_members_in_scope_are_paid_and_the_pool_shrinks():
    units = [*squad(2), athlete("A3", affiliation="外地", entered_team_date=None)]
    three = team_result(3, units=units, current_coaches=[coach()])
    assert amounts(claim(three, claimants=EVERYBODY)) == {"A1": "20000.00", "A2": "20000.00", "C1": "24000.00"}


def test_a_small_team_wholly_from_elsewhere_is_out_of_scope():
    assert code(claim(team_result(3, units=squad(3, affiliation="外地")))) == "OUT_OF_SCOPE"


def test_one_result_out_of_scope_returns_the_claim():
    assert code(claim(result(), result(units=[athlete("A2", affiliation="外地")]))) == "OUT_OF_SCOPE"


def test_a_refusal_says_what_was_found_and_what_to_do():
    said = str(decided(claim(result(), games="全国田径锦标赛")).refusal.sentence)
    assert "全国田径锦标赛" in said
    assert "请核对名称" in said


def test_a_claim_needs_its_games():
    assert code(claim(result(), games=None)) == "INPUT_INCOMPLETE"
    assert REGION not in str(decided(claim(result(), games=None)).refusal.sentence)
