import pytest

from .claims import (
    EVERYBODY,
    MINORITY,
    NATIONAL,
    PREFECTURE,
    REGION,
    YOUTH,
    amounts,
    assistant,
    athlete,
    beyond,
    claim,
    coach,
    code,
    crewed,
    lines,
    prize,
    rank,
    sender,
    squad,
    team,
    team_result,
)

COACHES = ("coaches",)


def trained_since(day, result_day="2024-09-10", **changes):
    entered = athlete(entered_team_date=day, sending_coach_ids=["S1"])
    return crewed(units=[entered], result_date=result_day, **changes)


@pytest.mark.parametrize(
    ("entered", "row", "current", "sending", "helper"),
    [
        ("2024-09-10", "一", "6000.00", "14000.00", "3600.00"),
        ("2023-09-11", "一", "6000.00", "14000.00", "3600.00"),
        ("2023-09-10", "二", "12000.00", "8000.00", "7200.00"),
        ("2022-09-11", "二", "12000.00", "8000.00", "7200.00"),
        ("2022-09-10", "三", "16000.00", "4000.00", "9600.00"),
        ("2021-09-11", "三", "16000.00", "4000.00", "9600.00"),
        ("2021-09-10", "四", "20000.00", None, "12000.00"),
        ("2019-01-01", "四", "20000.00", None, "12000.00"),
    ],
)
def test_training_time_decides_the_shares(entered, row, current, sending, helper):
    article = f"第十三条（{row}）"
    due = [
        ("AC1", "assistant_coach", helper, f"第十六条 {article} 第八条（一）1"),
        ("C1", "current_coach", current, f"{article} 第八条（一）1"),
    ]
    if sending:
        due.append(("S1", "sending_coach", sending, f"{article} 第八条（一）1"))
    assert lines(claim(trained_since(entered), claimants=COACHES)) == due


@pytest.mark.parametrize(
    ("entered", "result_day", "current"),
    [
        ("2024-02-29", "2025-02-27", "6000.00"),
        ("2024-02-29", "2025-02-28", "12000.00"),
        ("2023-02-28", "2024-02-28", "12000.00"),
        ("2023-02-28", "2024-02-27", "6000.00"),
        ("2020-02-29", "2023-02-28", "20000.00"),
    ],
)
def test_the_29th_of_february_has_its_anniversary_on_the_28th(entered, result_day, current):
    paid = amounts(claim(trained_since(entered, result_day), claimants=COACHES, claim_date=result_day))
    assert paid["C1"] == current


def test_ranks_four_to_eight_count_for_coaches_too():
    paid = amounts(claim(trained_since("2023-07-10", placing=rank(8)), claimants=COACHES))
    assert paid == {"C1": "300.00", "S1": "200.00", "AC1": "180.00"}


def test_the_youth_championships_split_their_own_amount():
    due = [("C1", "current_coach", "2400.00", "第十三条（二） 第八条（一）3 第八条（一）1")]
    given = crewed(assistant_coaches=[], sending_coaches=[], units=[athlete()])
    assert lines(claim(given, games=YOUTH, claimants=COACHES)) == due


def test_the_pool_of_a_team_of_four_is_four_awards():
    four = team_result(4, units=squad(4, entered_team_date="2020-01-01"), current_coaches=[coach()])
    assert lines(claim(four, claimants=COACHES)) == [
        ("C1", "current_coach", "80000.00", "第十三条（四） 第九条（一）2")
    ]


def test_athletes_in_different_rows_give_a_line_a_row():
    units = [*squad(2, entered_team_date="2024-01-01"), athlete("A3", entered_team_date="2022-01-01")]
    three = team_result(3, units=units, current_coaches=[coach()])
    assert lines(claim(three, claimants=COACHES)) == [
        ("C1", "current_coach", "12000.00", "第十三条（一） 第九条（一）2"),
        ("C1", "current_coach", "16000.00", "第十三条（三） 第九条（一）2"),
    ]


def test_lines_of_two_results_stay_apart():
    assert amounts(claim(trained_since("2020-01-01"), trained_since("2020-01-01"), claimants=COACHES)) == {
        "C1": "20000.00 20000.00",
        "AC1": "12000.00 12000.00",
    }


def test_without_a_sending_coach_the_rest_is_not_paid():
    alone = crewed(units=[athlete(entered_team_date="2024-03-01")], sending_coaches=[], assistant_coaches=[])
    assert amounts(claim(alone, claimants=COACHES)) == {"C1": "6000.00"}


def test_one_person_in_both_roles_gets_both_lines():
    both = crewed(units=[athlete(sending_coach_ids=["C1"])], sending_coaches=[sender("C1")], assistant_coaches=[])
    assert amounts(claim(both, claimants=COACHES)) == {"C1": "12000.00 8000.00"}


def test_who_asks_does_not_change_what_is_shared():
    alone, together = claim(crewed(), claimants=COACHES), claim(crewed(), claimants=EVERYBODY)
    assert amounts(alone).items() <= amounts(together).items()


def test_the_minority_games_give_the_current_coach_the_whole():
    given = crewed(
        placing=prize("二等奖"),
        regs_award_places=None,
        units=[athlete(entered_team_date=None, sending_coach_ids=["S1"])],
    )
    assert lines(claim(given, games=MINORITY, claimants=COACHES)) == [
        ("AC1", "assistant_coach", "4800.00", "第十六条 第十四条 第八条（一）2"),
        ("C1", "current_coach", "8000.00", "第十四条 第八条（一）2"),
    ]


def test_beyond_the_region_only_the_sending_coach_is_paid():
    paid = lines(claim(beyond(NATIONAL), games=NATIONAL, claimants=EVERYBODY))
    assert paid == [
        ("A1", "athlete", "40000.00", "第八条（二）"),
        ("S1", "sending_coach", "4000.00", "第十二条 第八条（二）"),
    ]


def test_the_sending_share_is_taken_from_the_rounded_award():
    # 20% of 0.23 is 0.046, paid as 0.05, and a tenth of that rounds to 0.01; of the exact figure it would be nothing.
    assert amounts(claim(beyond(NATIONAL, "0.23"), games=NATIONAL, claimants=COACHES)) == {"S1": "0.01"}


def test_an_athlete_not_of_the_region_team_is_paid_without_the_coach():
    given = beyond(NATIONAL, represents_region=False)
    assert amounts(claim(given, games=NATIONAL, claimants=EVERYBODY)) == {"A1": "40000.00"}


@pytest.mark.parametrize(
    ("changes", "paid"),
    [
        ({"assistant_coaches": [assistant(qualified=False)]}, {"C1", "S1"}),
        ({"assistant_coaches": [assistant(affiliation="外地")]}, {"C1", "S1"}),
        ({"current_coaches": [coach(affiliation="外地")]}, {"S1", "AC1"}),
        ({"current_coaches": [coach(affiliation="聘请")]}, {"C1", "S1", "AC1"}),
        ({"sending_coaches": [sender(affiliation="外地")]}, {"C1", "AC1"}),
        ({"current_coaches": []}, {"S1", "AC1"}),
    ],
)
def test_a_coach_without_a_ground_has_no_line_and_the_others_keep_theirs(changes, paid):
    assert (
        set(amounts(claim(crewed(**changes | {"units": [athlete(sending_coach_ids=["S1"])]}), claimants=COACHES)))
        == paid
    )


@pytest.mark.parametrize(
    "changes",
    [
        {"current_coaches": [coach(), coach("C2")]},
        {"assistant_coaches": [assistant(), assistant("AC2")]},
        {
            "units": [athlete(sending_coach_ids=["S1", "S2"])],
            "sending_coaches": [sender(), sender("S2")],
        },
    ],
    ids=["current", "assistant", "sending"],
)
def test_a_share_with_several_owners_is_not_split(changes):
    assert code(claim(crewed(**changes), claimants=COACHES)) == "MULTIPLE_COACHES_NO_SPLIT"
    assert code(claim(crewed(**changes), claimants=("athletes", "county"))) is None


@pytest.mark.parametrize(
    ("games", "changes"),
    [
        (REGION, {"units": [athlete(entered_team_date="2020-01-01", sending_coach_ids=["S1", "S2"])]}),
        (REGION, {"assistant_coaches": [assistant(), assistant("AC2", qualified=False)]}),
        (PREFECTURE, {"current_coaches": [coach(), coach("C2")]}),
        (MINORITY, {"units": [athlete(sending_coach_ids=["S1", "S2"])], "placing": prize("一等奖")}),
    ],
    ids=["share of zero", "not qualified", "games that pay no coach", "role that the games do not pay"],
)
def test_several_named_for_what_is_not_paid_are_no_conflict(games, changes):
    given = crewed(sending_coaches=[sender(), sender("S2")], **changes)
    assert code(claim(given, games=games, claimants=EVERYBODY)) is None


def test_several_sending_coaches_beyond_the_region_are_a_conflict_only_where_one_is_paid():
    given = {"units": [athlete(sending_coach_ids=["S1", "S2"])], "sending_coaches": [sender(), sender("S2")]}
    assert code(claim(beyond(NATIONAL, **given), games=NATIONAL, claimants=COACHES)) == "MULTIPLE_COACHES_NO_SPLIT"
    unpaid = beyond(NATIONAL, represents_region=False, **given)
    assert amounts(claim(unpaid, games=NATIONAL, claimants=EVERYBODY)) == {"A1": "40000.00"}


def test_each_athlete_of_a_team_may_have_a_sending_coach_of_its_own():
    units = [athlete(f"A{number}", sending_coach_ids=[f"S{number}"]) for number in (1, 2)]
    two = team_result(2, units=units, sending_coaches=[sender("S1"), sender("S2")])
    assert amounts(claim(two, claimants=COACHES)) == {"S1": "8000.00", "S2": "8000.00"}


@pytest.mark.parametrize(("since", "expected"), [("2023-07-10", None), ("2023-07-11", "COACH_CHANGED_AFTER_ENTRY")])
def test_a_coach_who_came_after_the_entry_leaves_a_gap(since, expected):
    given = crewed(current_coaches=[coach(in_charge_since=since)])
    assert code(claim(given, claimants=COACHES)) == expected
    assert code(claim(given, claimants=("athletes",))) is None


def test_a_later_coach_is_harmless_where_no_clock_runs():
    given = crewed(current_coaches=[coach(in_charge_since="2024-01-01")], placing=prize("一等奖"))
    assert code(claim(given, games=MINORITY, claimants=COACHES)) is None


def test_a_team_without_one_day_of_entry_has_no_clock():
    six = team_result(6, units=[team(entered_team_date=None)], current_coaches=[coach()])
    assert code(claim(six, claimants=COACHES)) == "TEAM_CLOCK_NOT_UNIFORM"
    assert code(claim(six, claimants=("athletes",))) is None
    assert code(claim({**six, "current_coaches": []}, claimants=EVERYBODY)) is None


def test_a_ball_team_shares_with_everybody_behind_it():
    given = team_result(
        12,
        ball="排球",
        placing=rank(3),
        units=[team(entered_team_date="2022-03-01", sending_coach_ids=["S1"])],
        current_coaches=[coach()],
        assistant_coaches=[assistant()],
        sending_coaches=[sender()],
    )
    assert amounts(claim(given, claimants=COACHES)) == {"C1": "24000.00", "S1": "6000.00", "AC1": "14400.00"}
