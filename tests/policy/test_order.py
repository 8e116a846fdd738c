"""The refusals in their order: a claim with two faults gets the code that stands first."""

import re

import pytest

from duixian.policy.acts.sports_awards.order import CHECKS

from .claims import (
    EVERYBODY,
    NATIONAL,
    REGION,
    YOUTH,
    addon,
    assistant,
    athlete,
    claim,
    coach,
    code,
    county_unit,
    crewed,
    item,
    prize,
    rank,
    result,
    sender,
    squad,
    team,
    team_result,
    workflow,
)

LATE = {"claim_date": "2025-03-11"}
DOPED = athlete(conduct="doping")
PAIRS = [
    (claim(crewed(units=[athlete(entered_team_date=None)]), games="校运会", claimants=("athletes",)), "UNKNOWN_GAMES"),
    (claim(result(result_date="2023-02-09", units=[athlete(entered_team_date=None)]), games="校运会"), "UNKNOWN_GAMES"),
    (claim(result(result_date="2023-02-09", units=[athlete(entered_team_date=None)])), "BEFORE_EFFECTIVE_DATE"),
    (claim(result(units=[athlete(affiliation="外地")]), **LATE), "CLAIM_WINDOW_EXPIRED"),
    (claim(result(units=[athlete(affiliation="外地", conduct="fraud")])), "OUT_OF_SCOPE"),
    (claim(team_result(6, units=[team(affiliation="mixed", conduct="fraud")])), "MIXED_TEAM_NO_RULE"),
    (claim(result(units=[DOPED]), result(units=[athlete("A2", conduct="fraud")])), "FRAUD"),
    (
        claim(result(units=[athlete(conduct="public_morality")]), result(units=[athlete("A2", conduct="doping")])),
        "DOPING",
    ),
    (claim(team_result(6, units=[team(conduct="law_discipline")]), games=NATIONAL), "CONDUCT_DISQUALIFIED"),
    (claim(team_result(6, placing=prize("一等奖"), regs_award_places=None), games=NATIONAL), "NO_TEAM_STANDARD"),
    (claim(team_result(4, ball="variant", placing=prize("一等奖"))), "PLACING_SCALE_MISMATCH"),
    (claim(team_result(4, ball="variant", placing=rank(9))), "BALL_VARIANT_UNCLEAR"),
    (claim(result(placing=rank(5), regs_award_places=3), games=YOUTH), "RANK_NOT_AWARDED"),
    (claim(result(placing=rank(5), regs_award_places=3), games=NATIONAL), "RANK_NOT_IN_COMPETITION_REGS"),
    (claim(result(units=squad(2)), games=NATIONAL), "EXTERNAL_STANDARD_REQUIRED"),
    (claim(team_result(6, team_payout="per_member"), team_result(3, units=squad(2))), "ROSTER_MISMATCH"),
    (
        claim(
            team_result(6, units=[team(entered_team_date=None)], team_payout="per_member", current_coaches=[coach()]),
            claimants=EVERYBODY,
        ),
        "NO_INTRA_TEAM_SPLIT",
    ),
    (
        claim(
            crewed(current_coaches=[coach(in_charge_since="2024-01-01")]),
            team_result(6, units=[team(entered_team_date=None)], current_coaches=[coach()]),
            claimants=EVERYBODY,
        ),
        "TEAM_CLOCK_NOT_UNIFORM",
    ),
    (
        claim(crewed(current_coaches=[coach(), coach("C2", in_charge_since="2024-01-01")]), claimants=EVERYBODY),
        "COACH_CHANGED_AFTER_ENTRY",
    ),
    (
        claim(
            crewed(
                assistant_coaches=[assistant(), assistant("AC2")],
                units=[athlete(county_units=[county_unit(), county_unit("K2")])],
            ),
            claimants=EVERYBODY,
        ),
        "MULTIPLE_COACHES_NO_SPLIT",
    ),
    (addon(item(confirmed=False), games=NATIONAL), "ADDON_GAMES_NOT_COVERED"),
    (addon(item(confirmed=False, amount=None)), "RECORD_NOT_CONFIRMED"),
    (addon(item(level="二级运动员", amount=None), kind="grade"), "GRADE_BELOW_LEVEL_1"),
    (addon(item(confirmed=False), claimants=("athletes",)), "RECORD_NOT_CONFIRMED"),
    (addon(item(amount=None), coach=sender("C1", conduct="fraud")), "ADDON_NO_AMOUNT"),
    (claim(result(), claimants=("county",), workflow=workflow(evidence=[])), "NO_COUNTY_AWARD"),
    (claim(result(placing=rank(9)), games=REGION, workflow=workflow(evidence=[])), "RANK_NOT_AWARDED"),
]


@pytest.mark.parametrize(("raw", "expected"), PAIRS, ids=[expected for _, expected in PAIRS])
def test_of_two_faults_the_first_in_order_is_told(raw, expected):
    assert code(raw) == expected


def test_a_code_is_tested_on_every_result_before_the_next_code_is():
    assert code(claim(result(placing=rank(9)), result(units=[athlete(conduct="fraud")]))) == "FRAUD"


def test_no_check_stands_twice():
    assert len(set(CHECKS)) == len(CHECKS)


def test_every_code_is_explained_in_its_order_and_exercised(repository):
    """Codes as the docs list them; the code and the tests must know the same."""
    page = repository.joinpath("docs", "awards.md").read_text(encoding="utf-8")
    listed = re.findall(r"^\| `([A-Z0-9_]+)` \|", page, re.MULTILINE)
    act = repository / "src" / "duixian" / "policy" / "acts" / "sports_awards"
    made = set()
    for path in act.glob("*.py"):
        made |= set(re.findall(r'"([A-Z]+(?:_[A-Z0-9]+)+|FRAUD|DOPING)"', path.read_text(encoding="utf-8")))
    tests = "\n".join(path.read_text(encoding="utf-8") for path in (repository / "tests" / "policy").glob("test_*.py"))
    assert len(set(listed)) == len(listed)
    assert made - {"SHAPE", "TOTALS_BY", "PAYEE_WORDS"} == set(listed)
    assert [one for one in listed if f'"{one}"' not in tests] == []
    in_order = re.findall(r"# ([A-Z0-9_, ]+)$", (act / "order.py").read_text(encoding="utf-8"), re.MULTILINE)
    tested = [one for line in in_order for one in line.split(", ")]
    assert [one for one in listed if one in tested] == tested
