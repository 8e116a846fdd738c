"""Several articles in one claim, worked out by hand from the decision table."""

from .claims import (
    EVERYBODY,
    MINORITY,
    NATIONAL,
    PREFECTURE,
    PREFECTURE_MINORITY,
    REGION,
    WORLD,
    YOUTH,
    amounts,
    assistant,
    athlete,
    beyond,
    claim,
    coach,
    code,
    county_unit,
    crewed,
    lines,
    prize,
    rank,
    sender,
    team,
    team_result,
)


def relay(**changes):
    """Four athletes, each in another row of training time, each with a sending coach; two county units."""
    entries = ("2024-01-02", "2023-03-01", "2022-09-10", "2021-09-10")  # under 1, 1, exactly 2, exactly 3 years
    units = [
        athlete(
            f"A{number}",
            entered_team_date=entered,
            sending_coach_ids=[f"S{number}"],
            county_units=[county_unit(f"K{number % 2}")],
        )
        for number, entered in enumerate(entries, 1)
    ]
    usual = {
        "units": units,
        "current_coaches": [coach()],
        "assistant_coaches": [assistant()],
        "sending_coaches": [sender(f"S{number}") for number in range(1, 5)],
    }
    return team_result(4, **(usual | changes))


def test_four_athletes_in_four_rows_of_training_time():
    found = claim(relay(placing=rank(2)), games=YOUTH, claimants=EVERYBODY)
    assert amounts(found) == {
        **dict.fromkeys(("A1", "A2", "A3", "A4"), "2400.00"),
        # 30, 60, 80 and 100 % of 2400, and 60 % of each for the assistant; told in the order of their digits.
        "C1": "1440.00 1920.00 2400.00 720.00",
        "AC1": "1152.00 1440.00 432.00 864.00",
        "S1": "1680.00",
        "S2": "960.00",
        "S3": "480.00",
        "K0": "960.00",
        "K1": "960.00",
    }


def test_a_member_from_elsewhere_and_one_who_is_barred_leave_two_behind():
    result = relay(placing=rank(2))
    result["units"][0]["affiliation"] = "外地"
    result["units"][1]["conduct"] = "public_morality"
    result["units"][0]["entered_team_date"] = result["units"][1]["entered_team_date"] = None
    assert amounts(claim(result, games=YOUTH, claimants=EVERYBODY)) == {
        "A3": "2400.00",
        "A4": "2400.00",
        "C1": "1920.00 2400.00",
        "AC1": "1152.00 1440.00",
        "S3": "480.00",
        "K1": "480.00",
        "K0": "480.00",
    }


def test_a_barred_head_coach_leaves_the_standard_for_the_assistant():
    result = relay(current_coaches=[coach(conduct="fraud")], placing=rank(1))
    found = amounts(claim(result, claimants=("coaches",)))
    assert "C1" not in found
    assert found["AC1"] == "12000.00 3600.00 7200.00 9600.00"
    assert (found["S1"], found["S2"], found["S3"]) == ("14000.00", "8000.00", "4000.00")


def test_a_team_of_five_at_the_minority_games_with_everybody_behind_it():
    unit = team(sending_coach_ids=["S1"], county_units=[county_unit()], entered_team_date=None)
    result = team_result(
        5,
        placing=prize("二等奖"),
        regs_award_places=None,
        units=[unit],
        current_coaches=[coach(in_charge_since=None)],
        assistant_coaches=[assistant(), assistant("AC2", qualified=False)],
        sending_coaches=[sender()],
    )
    assert lines(claim(result, games=MINORITY, claimants=EVERYBODY)) == [
        ("AC1", "assistant_coach", "12000.00", "第十六条 第十四条 第九条（二）"),
        ("C1", "current_coach", "20000.00", "第十四条 第九条（二）"),
        ("K1", "county_unit", "4000.00", "第十七条 第九条（二）"),
        ("T1", "team", "20000.00", "第九条（二）"),
    ]


def test_prefecture_games_pay_athletes_and_teams_and_nobody_behind_them():
    single = crewed(placing=rank(3), units=[athlete(county_units=[county_unit()], entered_team_date=None)])
    small = team_result(3, placing=rank(8), current_coaches=[coach()])
    football = team_result(11, ball="足球", placing=rank(4), units=[team(county_units=[county_unit()])])
    found = claim(single, small, football, games=PREFECTURE, claimants=EVERYBODY)
    assert lines(found) == [
        ("A1", "athlete", "100.00", "第十条 第九条（一）2"),
        ("A1", "athlete", "1200.00", "第十条 第八条（一）1"),
        ("A2", "athlete", "100.00", "第十条 第九条（一）2"),
        ("A3", "athlete", "100.00", "第十条 第九条（一）2"),
        ("T1", "team", "2000.00", "第十条 第九条（一）1"),
    ]
    assert code({**found, "claimants": ["coaches", "county"]}) == "NO_COACH_AWARD_FOR_GAMES"
    assert code({**found, "claimants": ["county"]}) == "NO_COUNTY_AWARD"


def test_a_ball_game_at_the_prefecture_minority_games_goes_by_its_size():
    result = team_result(3, ball="variant", placing=prize("三等奖"), regs_award_places=None)
    assert set(amounts(claim(result, games=PREFECTURE_MINORITY)).values()) == {"1000.00"}


def test_a_world_championship_and_rounding_at_every_step():
    # 30 % of 12345.67 is 3703.701, paid as 3703.70; 10 % of what is paid is 370.37.
    found = lines(claim(beyond(WORLD, amount="12345.67"), games=WORLD, claimants=EVERYBODY))
    assert found == [
        ("A1", "athlete", "3703.70", "第八条（三）"),
        ("S1", "sending_coach", "370.37", "第十二条 第八条（三）"),
    ]


def test_one_placing_without_the_region_s_figure_returns_the_whole_claim():
    without = beyond(NATIONAL, region_standard={"amount_yuan": "50000", "ref": ""})
    assert code(claim(beyond(NATIONAL), without, games=NATIONAL)) == "EXTERNAL_STANDARD_REQUIRED"
    # The earlier row of the table is told, wherever it stands on the claim.
    assert code(claim(without, beyond(NATIONAL, placing=rank(9)), games=NATIONAL)) == "RANK_NOT_AWARDED"


def test_one_coach_in_three_roles_has_a_line_in_each():
    units = [athlete(sending_coach_ids=["C1"], county_units=[county_unit()])]  # one full year, from 2023-07-10
    result = crewed(units=units, sending_coaches=[sender("C1")], assistant_coaches=[assistant("C1")])
    assert lines(claim(result, claimants=("coaches",))) == [
        ("C1", "assistant_coach", "7200.00", "第十六条 第十三条（二） 第八条（一）1"),
        ("C1", "current_coach", "12000.00", "第十三条（二） 第八条（一）1"),
        ("C1", "sending_coach", "8000.00", "第十三条（二） 第八条（一）1"),
    ]


def test_a_tie_is_two_results_and_each_is_paid_in_full():
    first = crewed(placing=rank(3, tied=True))
    second = crewed(placing=rank(3, tied=True), units=[athlete("A2", sending_coach_ids=["S1"])])
    found = amounts(claim(first, second, claimants=EVERYBODY))
    assert (found["A1"], found["A2"]) == ("6000.00", "6000.00")
    assert (found["C1"], found["S1"], found["AC1"]) == ("3600.00 3600.00", "2400.00 2400.00", "2160.00 2160.00")
    assert found["K1"] == "1200.00"


def test_a_conflict_in_one_role_returns_the_claim_and_the_athletes_alone_are_paid():
    result = crewed(current_coaches=[coach(), coach("C2")])
    assert code(claim(result, claimants=EVERYBODY)) == "MULTIPLE_COACHES_NO_SPLIT"
    assert amounts(claim(result, claimants=("athletes", "county"))) == {"A1": "20000.00", "K1": "4000.00"}


def test_the_most_that_one_first_place_can_cost_is_two_point_eight_times_the_total():
    result = crewed(units=[athlete(entered_team_date="2020-01-01", county_units=[county_unit()])])
    found = lines(claim(result, games=REGION, claimants=EVERYBODY))
    assert sum(float(yuan) for _payee, _kind, yuan, _basis in found) == 56000
