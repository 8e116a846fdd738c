import pytest

from .claims import (
    MINORITY,
    NATIONAL,
    PREFECTURE,
    PREFECTURE_MINORITY,
    PRIZES,
    REGION,
    WORLD,
    YOUTH,
    amounts,
    athlete,
    claim,
    code,
    lines,
    prize,
    rank,
    squad,
    team,
    team_result,
)

BALL = {
    REGION: [60000, 40000, 30000, 10000, 8000, 7000, 6000, 5000],
    YOUTH: [20000, 10000, 8000],
}
SMALL = {REGION: [20000, 12000, 6000, 1000, 800, 700, 600, 500], YOUTH: [4000, 2400, 1200]}
LARGE = {REGION: [30000, 20000, 15000, 5000, 4000, 3500, 3000, 2500], YOUTH: [10000, 5000, 4000]}
BALL_ARTICLE = {REGION: "第九条（一）1", YOUTH: "第九条（三）1"}
SIZE_ARTICLE = {REGION: "第九条（一）2", YOUTH: "第九条（三）2"}


def cells(table):
    return [(games, place, yuan) for games, row in table.items() for place, yuan in enumerate(row, 1)]


def prized(size, value, **changes):
    return team_result(size, placing=prize(value), regs_award_places=None, **changes)


@pytest.mark.parametrize("ball", ["足球", "篮球", "排球"])
@pytest.mark.parametrize(("games", "place", "yuan"), cells(BALL))
def test_a_ball_team_gets_one_sum(games, place, yuan, ball):
    paid = lines(claim(team_result(12, ball=ball, placing=rank(place)), games=games))
    assert paid == [("T1", "team", f"{yuan}.00", BALL_ARTICLE[games])]


@pytest.mark.parametrize("size", [2, 3, 4])
@pytest.mark.parametrize(("games", "place", "yuan"), cells(SMALL))
def test_each_of_up_to_four_gets_the_amount(games, place, yuan, size):
    paid = lines(claim(team_result(size, placing=rank(place)), games=games))
    assert paid == [(f"A{number}", "athlete", f"{yuan}.00", SIZE_ARTICLE[games]) for number in range(1, size + 1)]


@pytest.mark.parametrize("size", [5, 30])
@pytest.mark.parametrize(("games", "place", "yuan"), cells(LARGE))
def test_from_five_on_the_team_gets_one_sum(games, place, yuan, size):
    paid = lines(claim(team_result(size, placing=rank(place)), games=games))
    assert paid == [("T1", "team", f"{yuan}.00", SIZE_ARTICLE[games])]


@pytest.mark.parametrize(("value", "yuan"), list(zip(PRIZES, [15000, 8000, 5000], strict=True)))
@pytest.mark.parametrize("games", [MINORITY, PREFECTURE_MINORITY])
def test_small_teams_at_minority_games_are_paid_per_athlete(games, value, yuan):
    due = yuan if games == MINORITY else yuan // 5
    assert amounts(claim(prized(4, value), games=games)) == {f"A{number}": f"{due}.00" for number in range(1, 5)}


@pytest.mark.parametrize(("value", "yuan"), list(zip(PRIZES, [30000, 20000, 15000], strict=True)))
@pytest.mark.parametrize("games", [MINORITY, PREFECTURE_MINORITY])
def test_large_teams_at_minority_games_are_paid_as_one(games, value, yuan):
    article = "第九条（二）" if games == MINORITY else "第十条 第九条（二）"
    due = yuan if games == MINORITY else yuan // 5
    assert lines(claim(prized(5, value), games=games)) == [("T1", "team", f"{due}.00", article)]


@pytest.mark.parametrize("ball", ["足球", "variant"])
def test_a_ball_game_at_minority_games_is_paid_by_size(ball):
    assert amounts(claim(prized(4, "一等奖", ball=ball), games=MINORITY)) == dict.fromkeys(
        ("A1", "A2", "A3", "A4"), "15000.00"
    )
    assert amounts(claim(prized(11, "一等奖", ball=ball), games=MINORITY)) == {"T1": "30000.00"}


@pytest.mark.parametrize(
    ("size", "ball", "place", "paid"),
    [
        (12, "足球", 8, ("T1", "team", "1000.00", "第十条 第九条（一）1")),
        (7, None, 6, ("T1", "team", "700.00", "第十条 第九条（一）2")),
    ],
)
def test_prefecture_games_take_a_fifth_of_the_region_team_row(size, ball, place, paid):
    assert lines(claim(team_result(size, ball=ball, placing=rank(place)), games=PREFECTURE)) == [paid]


@pytest.mark.parametrize("games", [NATIONAL, WORLD, "全国少数民族传统体育运动会"])
def test_team_events_beyond_the_region_have_no_standard(games):
    placing = prize("一等奖") if "少数民族" in games else rank(1)
    given = {"represents_region": True, "region_standard": {"amount_yuan": "9000", "ref": "x"}, "placing": placing}
    assert code(claim(team_result(5, **given), games=games)) == "NO_TEAM_STANDARD"
    assert code(claim(team_result(2, **given), games=games)) == "NO_TEAM_STANDARD"


@pytest.mark.parametrize("games", [REGION, YOUTH, PREFECTURE])
def test_a_variant_of_a_ball_game_is_unclear_where_there_is_a_ball_row(games):
    assert code(claim(team_result(4, ball="variant"), games=games)) == "BALL_VARIANT_UNCLEAR"


@pytest.mark.parametrize("credited", [1, 3, 5])
def test_an_event_of_four_credits_four(credited):
    assert code(claim(team_result(4, units=squad(credited)))) == "ROSTER_MISMATCH"


def test_a_team_named_for_an_event_of_four_does_not_credit_its_athletes():
    assert code(claim(team_result(4, units=[team()]))) == "ROSTER_MISMATCH"


def test_two_athletes_of_one_individual_placing_are_no_roster():
    assert code(claim({**team_result(2), "event_kind": "individual", "size": 1})) == "ROSTER_MISMATCH"


@pytest.mark.parametrize("changes", [{"team_payout": "per_member"}, {"units": squad(6)}])
def test_a_team_is_not_split_among_its_members(changes):
    assert code(claim(team_result(6, **changes))) == "NO_INTRA_TEAM_SPLIT"


def test_members_of_a_small_team_are_paid_one_by_one_anyhow():
    assert len(lines(claim(team_result(3, team_payout="per_member")))) == 3


def test_a_football_team_is_a_team_whatever_its_size():
    assert amounts(claim(team_result(4, ball="足球", units=[team()]))) == {"T1": "60000.00"}


@pytest.mark.parametrize(
    "units", [[team(affiliation="mixed")], [athlete(), athlete("A2", affiliation="外地")]], ids=["team", "members"]
)
def test_a_team_with_members_from_elsewhere_has_no_rule(units):
    assert code(claim(team_result(5, units=units))) == "MIXED_TEAM_NO_RULE"
