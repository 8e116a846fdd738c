import datetime as dt

import pytest

from duixian.policy.acts.sports_awards import last_claim_day, shipped_act

from .claims import addon, amounts, athlete, changed_act, claim, code, decided, item, result, selection


@pytest.mark.parametrize(
    ("day", "expected"), [("2023-02-09", "BEFORE_EFFECTIVE_DATE"), ("2023-02-10", None), ("2023-02-11", None)]
)
def test_the_act_holds_for_results_from_its_first_day_on(day, expected):
    given = result(result_date=day, units=[athlete(entered_team_date=None)])
    assert code(claim(given, claim_date="2023-03-01")) == expected
    assert code(selection(selected_date=day)) == expected
    assert code(addon(item(), result_date=day, claim_date="2023-03-01")) == expected


@pytest.mark.parametrize(
    ("result_day", "last"),
    [
        ("2023-09-12", "2024-03-12"),
        ("2024-08-31", "2025-02-28"),
        ("2023-08-31", "2024-02-29"),
        ("2023-08-30", "2024-02-29"),
        ("2023-08-29", "2024-02-29"),
        ("2023-08-28", "2024-02-28"),
        ("2024-12-31", "2025-06-30"),
        ("2024-03-31", "2024-09-30"),
        ("2024-02-29", "2024-08-29"),
        ("2024-07-01", "2025-01-01"),
    ],
)
def test_six_months_end_on_the_corresponding_day_that_day_included(result_day, last):
    last_day = dt.date.fromisoformat(last)
    assert last_claim_day(shipped_act(), result_day=dt.date.fromisoformat(result_day)) == last_day
    given = result(result_date=result_day)
    assert code(claim(given, claim_date=str(last_day - dt.timedelta(days=1)))) is None
    assert code(claim(given, claim_date=last)) is None
    assert code(claim(given, claim_date=str(last_day + dt.timedelta(days=1)))) == "CLAIM_WINDOW_EXPIRED"


def test_one_late_result_returns_the_claim():
    early, late = result(result_date="2024-04-14"), result(result_date="2024-09-10")
    assert code(claim(early, late, claim_date="2024-10-15")) == "CLAIM_WINDOW_EXPIRED"


@pytest.mark.parametrize(("claimed", "expected"), [("2024-09-10", None), ("2024-09-09", "INPUT_INCOMPLETE")])
def test_a_claim_cannot_precede_its_result(claimed, expected):
    assert code(claim(result(), claim_date=claimed)) == expected


@pytest.mark.parametrize(
    ("day", "expected"), [("2024-12-30", None), ("2024-12-31", None), ("2025-01-01", "ACT_NO_LONGER_IN_FORCE")]
)
def test_an_act_that_ended_does_not_reach_later_results(day, expected):
    ended = changed_act(("  from: 2023-02-10", "  from: 2023-02-10\n  to: 2024-12-31"))
    refusal = decided(claim(result(result_date=day), claim_date="2025-02-01"), ended).refusal
    assert (refusal.code if refusal else None) == expected


@pytest.mark.parametrize(("day", "yuan"), [("2024-12-30", "20000"), ("2024-12-31", "20000"), ("2025-01-01", "25000")])
def test_a_changed_figure_holds_from_its_day_on(day, yuan):
    row = "      - {games: 自治区运动会, placing: 1, value: 20000, from: 2023-02-10, article: 第八条（一）1}"
    old, new = row.replace("article", "to: 2024-12-31, article"), row.replace("20000", "25000")
    act = changed_act((row, f"{old}\n{new.replace('2023-02-10', '2025-01-01')}"))
    assert amounts(claim(result(result_date=day), claim_date="2025-02-01"), act) == {"A1": f"{yuan}.00"}


@pytest.mark.parametrize(("day", "expected"), [("2024-12-31", "UNKNOWN_GAMES"), ("2025-01-01", None)])
def test_games_that_an_amendment_adds_are_known_from_its_day_on(day, expected):
    first = "      - {games: 奥运会, word: 国际, from: 2023-02-10, article: 第二条（一）}"
    added = first.replace("奥运会", "青年冬奥会").replace("2023-02-10", "2025-01-01")
    act = changed_act((first, f"{first}\n{added}"))
    standard = {"amount_yuan": "1000.00", "ref": "x"}
    given = result(result_date=day, region_standard=standard, represents_region=True)
    refusal = decided(claim(given, games="青年冬奥会", claim_date="2025-02-01"), act).refusal
    assert (refusal.code if refusal else None) == expected
