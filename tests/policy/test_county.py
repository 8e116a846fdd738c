import pytest

from .claims import (
    COUNTY_FINANCE,
    EVERYBODY,
    MINORITY,
    NATIONAL,
    PREFECTURE,
    PRIZES,
    REGION,
    YOUTH,
    amounts,
    athlete,
    beyond,
    claim,
    code,
    county_unit,
    crewed,
    decided,
    lines,
    prize,
    rank,
    result,
    team,
    team_result,
)

COUNTY = ("county",)


@pytest.mark.parametrize(
    ("games", "placing", "yuan", "basis"),
    [
        (REGION, rank(1), "4000.00", "第八条（一）1"),
        (REGION, rank(2), "2400.00", "第八条（一）1"),
        (REGION, rank(3), "1200.00", "第八条（一）1"),
        (YOUTH, rank(1), "800.00", "第八条（一）3 第八条（一）1"),
        (YOUTH, rank(2), "480.00", "第八条（一）3 第八条（一）1"),
        (YOUTH, rank(3), "240.00", "第八条（一）3 第八条（一）1"),
        *(
            (MINORITY, prize(name), yuan, "第八条（一）2")
            for name, yuan in zip(PRIZES, ("3000.00", "1600.00", "1000.00"), strict=True)
        ),
    ],
)
def test_the_first_three_earn_the_county_unit_a_fifth(games, placing, yuan, basis):
    assert lines(claim(crewed(placing=placing), games=games, claimants=COUNTY)) == [
        ("K1", "county_unit", yuan, f"第十七条 {basis}")
    ]


def test_the_county_pays_with_its_own_money():
    decision = decided(claim(crewed(), claimants=EVERYBODY))
    assert {(one.payee, one.labels["county"]) for one in decision.payments if one.payer == COUNTY_FINANCE} == {
        ("K1", "新源县")
    }


@pytest.mark.parametrize(
    ("games", "given"),
    [
        (REGION, crewed(placing=rank(4))),
        (PREFECTURE, crewed()),
        (NATIONAL, beyond(NATIONAL)),
        (REGION, result()),
    ],
    ids=["fourth", "prefecture games", "national games", "no unit named"],
)
def test_the_county_unit_gets_nothing_else(games, given):
    assert code(claim(given, games=games, claimants=COUNTY)) == "NO_COUNTY_AWARD"
    assert "K1" not in amounts(claim(given, games=games, claimants=("athletes", "county")))


def test_each_athlete_of_a_small_team_has_a_county_unit():
    units = [athlete("A1", county_units=[county_unit()]), athlete("A2", county_units=[county_unit("K2", "尼勒克县")])]
    assert amounts(claim(team_result(2, units=units), claimants=COUNTY)) == {"K1": "4000.00", "K2": "4000.00"}


def test_one_unit_of_several_athletes_gets_one_line_of_the_sum():
    units = [athlete(f"A{number}", county_units=[county_unit()]) for number in (1, 2)]
    assert lines(claim(team_result(2, units=units), claimants=COUNTY)) == [
        ("K1", "county_unit", "8000.00", "第十七条 第九条（一）2")
    ]


@pytest.mark.parametrize(
    "given",
    [
        result(units=[athlete(county_units=[county_unit(), county_unit("K2")])]),
        team_result(6, units=[team(county_units=[county_unit(), county_unit("K2")])]),
    ],
    ids=["athlete", "team"],
)
def test_several_county_units_of_one_award_have_no_split(given):
    assert code(claim(given, claimants=COUNTY)) == "COUNTY_SPLIT_NO_RULE"
    assert code(claim(given, claimants=("athletes",))) is None


def test_several_county_units_are_no_conflict_where_none_is_paid():
    given = result(units=[athlete(county_units=[county_unit(), county_unit("K2")])], placing=rank(5))
    assert amounts(claim(given, claimants=("athletes", "county"))) == {"A1": "800.00"}
