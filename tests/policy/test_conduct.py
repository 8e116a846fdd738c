import pytest

from .claims import (
    EVERYBODY,
    amounts,
    assistant,
    athlete,
    claim,
    coach,
    code,
    county_unit,
    crewed,
    result,
    sender,
    squad,
    team,
    team_result,
)

BARRING = ("law_discipline", "sportsmanship_breach", "public_morality")
COACHES = ("coaches",)


@pytest.mark.parametrize(
    ("conduct", "expected"),
    [("fraud", "FRAUD"), ("doping", "DOPING"), *((conduct, "CONDUCT_DISQUALIFIED") for conduct in BARRING)],
)
def test_an_athletes_misconduct_returns_the_claim(conduct, expected):
    assert code(claim(crewed(units=[athlete(conduct=conduct)]), claimants=EVERYBODY)) == expected
    assert code(claim(team_result(7, units=[team(conduct=conduct)]))) == expected


@pytest.mark.parametrize(("conduct", "expected"), [("fraud", "FRAUD"), ("doping", "DOPING")])
def test_fraud_and_doping_of_one_take_the_whole_result(conduct, expected):
    assert code(claim(team_result(4, units=[*squad(3), athlete("A4", conduct=conduct)]))) == expected


@pytest.mark.parametrize("conduct", BARRING)
def test_other_misconduct_takes_only_the_members_own_award(conduct):
    units = [
        athlete("A1", county_units=[county_unit()]),
        athlete("A2", conduct=conduct, county_units=[county_unit("K2")]),
    ]
    paid = amounts(claim(team_result(2, units=units, current_coaches=[coach()]), claimants=EVERYBODY))
    assert paid == {"A1": "20000.00", "C1": "12000.00", "K1": "4000.00"}


def test_misconduct_takes_every_award_of_the_games():
    relay = team_result(2, units=[athlete("A1", conduct="law_discipline"), athlete("A2")])
    assert code(claim(relay, result(units=[athlete("A1")]))) == "CONDUCT_DISQUALIFIED"


def test_dereliction_is_for_people_to_sanction_and_takes_nothing():
    given = crewed(current_coaches=[coach(conduct="dereliction")], units=[athlete(conduct="dereliction")])
    assert amounts(claim(given, claimants=("athletes", "coaches")))["C1"] == "12000.00"


@pytest.mark.parametrize("conduct", ["fraud", "doping", *BARRING])
@pytest.mark.parametrize(
    ("changes", "gone"),
    [
        ("current_coaches", "C1"),
        ("assistant_coaches", "AC1"),
        ("sending_coaches", "S1"),
    ],
)
def test_a_coachs_misconduct_takes_only_that_coachs_line(conduct, changes, gone):
    make = {"C1": coach, "AC1": assistant, "S1": sender}[gone]
    everything = amounts(claim(crewed(), claimants=EVERYBODY))
    del everything[gone]
    assert amounts(claim(crewed(**{changes: [make(gone, conduct=conduct)]}), claimants=EVERYBODY)) == everything


def test_a_coach_alone_is_told_why():
    given = crewed(
        current_coaches=[coach(conduct="fraud")], assistant_coaches=[], sending_coaches=[], units=[athlete()]
    )
    assert code(claim(given, claimants=COACHES)) == "CONDUCT_DISQUALIFIED"
