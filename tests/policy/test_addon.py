import pytest

from .claims import MINORITY, NATIONAL, YOUTH, addon, code, item, lines, sender

CITED = "第十五条"
BOTH = "第十五条 第二十五条"


def record(level, amount="5000.00", event="男子100米", **changes):
    return item(event, level, amount=amount, **changes)


def grade(level, amount="3000.00", event="男子100米"):
    return item(event, level, confirmed=None, amount=amount)


def coach_lines(raw):
    return [(amount, basis) for _, kind, amount, basis in lines(raw) if kind == "current_coach"]


def test_the_coach_gets_what_the_athlete_was_granted():
    assert lines(addon(record("全国纪录"))) == [("C1", "current_coach", "5000.00", CITED)]
    assert coach_lines(addon(grade("一级运动员"), kind="grade", games=YOUTH)) == [("3000.00", CITED)]


@pytest.mark.parametrize(
    ("levels", "highest"),
    [
        (("全国纪录", "亚洲纪录"), "2000.00"),
        (("世界纪录", "亚洲纪录"), "3000.00"),
        (("全国纪录", "亚洲纪录", "世界纪录"), "3000.00"),
    ],
)
def test_of_several_records_in_one_event_the_highest_counts(levels, highest):
    granted = {"全国纪录": "9000.00", "亚洲纪录": "2000.00", "世界纪录": "3000.00"}
    assert coach_lines(addon(*(record(level, granted[level]) for level in levels))) == [(highest, BOTH)]


def test_a_lower_record_needs_no_decision_of_its_own():
    assert coach_lines(addon(record("亚洲纪录"), record("全国纪录", None, ref=None))) == [("5000.00", BOTH)]


def test_records_of_different_events_each_count():
    assert coach_lines(addon(record("全国纪录"), record("全国纪录", event="男子200米"))) == [("10000.00", CITED)]
    mixed = addon(record("亚洲纪录"), record("全国纪录"), record("全国纪录", "700.00", event="男子200米"))
    assert coach_lines(mixed) == [("5000.00", BOTH), ("700.00", CITED)]


def test_of_several_grades_the_highest_counts_without_the_article_on_records():
    given = addon(grade("一级运动员"), grade("运动健将", "8000.00"), kind="grade")
    assert coach_lines(given) == [("8000.00", CITED)]


@pytest.mark.parametrize(("level", "expected"), [
    ("国际级运动健将", None),
    ("运动健将", None),
    ("一级运动员", None),
    ("二级运动员", "GRADE_BELOW_LEVEL_1"),
    ("三级运动员", "GRADE_BELOW_LEVEL_1"),
    (None, "GRADE_BELOW_LEVEL_1"),
])  # fmt: skip
def test_a_grade_counts_from_the_first_level_on(level, expected):
    assert code(addon(grade(level), kind="grade")) == expected


@pytest.mark.parametrize("changes", [{"confirmed": False}, {"confirmed": None}, {"level": None}])
def test_a_record_counts_only_when_confirmed(changes):
    assert code(addon(item(**changes))) == "RECORD_NOT_CONFIRMED"


@pytest.mark.parametrize("changes", [{"amount": None}, {"ref": None}, {"ref": ""}])
def test_without_amount_or_decision_nothing_is_paid(changes):
    assert code(addon(item(**changes))) == "ADDON_NO_AMOUNT"


@pytest.mark.parametrize("claimants", [("athletes",), ("athletes", "coaches")])
def test_the_athletes_own_add_on_has_no_amount_in_the_act(claimants):
    assert code(addon(item(), claimants=claimants)) == "ADDON_NO_AMOUNT"


@pytest.mark.parametrize("games", [MINORITY, NATIONAL, "自治州青少年运动会"])
def test_other_games_have_no_add_on(games):
    assert code(addon(item(), games=games)) == "ADDON_GAMES_NOT_COVERED"


def test_an_added_gold_is_never_paid():
    assert code(addon(kind="bonus_gold", coach=None, athlete=None, claimants=("athletes",))) == "BONUS_GOLD_NO_AMOUNT"
    assert code(addon(kind="bonus_gold", games=MINORITY)) == "BONUS_GOLD_NO_AMOUNT"


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"coach": sender("C1", affiliation="外地")}, "OUT_OF_SCOPE"),
        ({"coach": sender("C1", affiliation="聘请")}, None),
        ({"coach": sender("C1", conduct="law_discipline")}, "CONDUCT_DISQUALIFIED"),
        ({"coach": sender("C1", conduct="fraud")}, "CONDUCT_DISQUALIFIED"),
        ({"coach": sender("C1", conduct="dereliction")}, None),
        ({"coach": None}, "INPUT_INCOMPLETE"),
        ({"claimants": ()}, "INPUT_INCOMPLETE"),
        ({"claimants": ("county",)}, "NO_COUNTY_AWARD"),
        ({"claim_date": "2025-03-10"}, None),
        ({"claim_date": "2025-03-11"}, "CLAIM_WINDOW_EXPIRED"),
    ],
)
def test_the_coachs_add_on_stands_or_falls_with_the_coach(changes, expected):
    assert code(addon(item(), **changes)) == expected


@pytest.mark.parametrize("level", ["全区纪录", "一级运动员"])
def test_a_level_that_is_no_record_is_impossible(level):
    assert code(addon(item(level=level))) == "INPUT_INCOMPLETE"


def test_an_add_on_lists_its_items():
    assert code(addon()) == "INPUT_INCOMPLETE"
    assert code(addon(item(), item(event=None))) == "INPUT_INCOMPLETE"
    assert code(addon(item(event=None))) is None
    assert code(addon(item(), athlete=None)) == "INPUT_INCOMPLETE"


def test_an_add_on_of_zero_is_nothing_to_pay():
    assert code(addon(item(amount="0.00"))) == "NOTHING_PAYABLE"
