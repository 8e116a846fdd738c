import pytest

from .claims import (
    MINORITY,
    NATIONAL,
    PREFECTURE,
    assistant,
    athlete,
    beyond,
    claim,
    coach,
    code,
    crewed,
    prize,
    result,
    sender,
)

ALONE = {"assistant_coaches": [], "sending_coaches": [], "units": [athlete()]}


def first_prize(**changes):
    return crewed(placing=prize("一等奖"), **changes)


@pytest.mark.parametrize(
    ("games", "given", "claimants", "expected"),
    [
        (PREFECTURE, crewed(), ("coaches",), "NO_COACH_AWARD_FOR_GAMES"),
        (PREFECTURE, result(), ("coaches",), "NO_COACH_AWARD_FOR_GAMES"),
        (PREFECTURE, crewed(), ("coaches", "county"), "NO_COACH_AWARD_FOR_GAMES"),
        (PREFECTURE, crewed(), ("county",), "NO_COUNTY_AWARD"),
        (NATIONAL, beyond(NATIONAL, represents_region=False), ("coaches",), "NOT_REPRESENTING_REGION"),
        (NATIONAL, beyond(NATIONAL, represents_region=False), ("coaches", "county"), "NOT_REPRESENTING_REGION"),
        (NATIONAL, beyond(NATIONAL, **ALONE), ("coaches",), "NOTHING_PAYABLE"),
        (NATIONAL, beyond(NATIONAL, **ALONE), ("coaches", "county"), "NO_COUNTY_AWARD"),
        (NATIONAL, beyond(NATIONAL, sending_coaches=[sender(affiliation="外地")]), ("coaches",), "OUT_OF_SCOPE"),
        (
            "自治区运动会",
            crewed(**ALONE | {"current_coaches": [coach(affiliation="外地")]}),
            ("coaches",),
            "OUT_OF_SCOPE",
        ),
        (
            "自治区运动会",
            crewed(**ALONE | {"current_coaches": [coach(conduct="public_morality")]}),
            ("coaches",),
            "CONDUCT_DISQUALIFIED",
        ),
        (
            "自治区运动会",
            crewed(**ALONE | {"current_coaches": [], "assistant_coaches": [assistant(qualified=False)]}),
            ("coaches",),
            "ASSISTANT_NOT_QUALIFIED",
        ),
        (
            "自治区运动会",
            crewed(
                current_coaches=[],
                assistant_coaches=[],
                units=[athlete(entered_team_date="2020-01-01", sending_coach_ids=["S1"])],
            ),
            ("coaches",),
            "NOTHING_PAYABLE",
        ),
        ("自治区运动会", result(), ("coaches",), "NOTHING_PAYABLE"),
        (MINORITY, first_prize(current_coaches=[], assistant_coaches=[]), ("coaches",), "NOTHING_PAYABLE"),
        (MINORITY, first_prize(), ("coaches",), None),
    ],
)
def test_where_nobody_who_asks_is_due_anything_the_first_reason_is_told(games, given, claimants, expected):
    assert code(claim(given, games=games, claimants=claimants)) == expected


def test_a_current_coachs_reason_comes_before_a_sending_coachs():
    given = beyond(NATIONAL, current_coaches=[coach(affiliation="外地")], represents_region=False)
    assert code(claim(given, games=NATIONAL, claimants=("coaches",))) == "OUT_OF_SCOPE"


def test_parties_are_asked_before_results():
    later = crewed(**ALONE | {"current_coaches": [coach(affiliation="外地")]})
    unqualified = crewed(**ALONE | {"current_coaches": [], "assistant_coaches": [assistant(qualified=False)]})
    assert code(claim(unqualified, later, claimants=("coaches",))) == "OUT_OF_SCOPE"


def test_with_athletes_asking_the_others_reasons_do_not_matter():
    assert code(claim(crewed(), games=PREFECTURE, claimants=("athletes", "coaches", "county"))) is None
