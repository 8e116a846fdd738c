import pytest

from .claims import NATIONAL, code, lines, selection

CLASSES = {
    "第四条": (10000, "奥运会 残奥会 冬奥会 冬残奥会"),
    "第五条": (7000, "世界锦标赛 世界杯赛 青奥会"),
    "第六条": (5000, "亚运会 亚冬会 亚洲锦标赛 亚洲杯赛"),
    "第七条": (2000, "东亚青年运动会"),
}
GAMES = [(games, yuan, article) for article, (yuan, names) in CLASSES.items() for games in names.split()]
SUBSTITUTE = {"team_event": True, "main_squad": False}


@pytest.mark.parametrize(("games", "yuan", "article"), GAMES)
def test_each_person_named_is_paid_once(games, yuan, article):
    coaches = [
        {"id": "B1", "roles": ["原培养", "输送"], "affiliation": "州直"},
        {"id": "B2", "roles": ["输送"], "affiliation": "聘请"},
    ]
    assert lines(selection(games, coaches)) == [
        ("A1", "athlete", f"{yuan}.00", article),
        ("B1", "origin_coach", f"{yuan}.00", article),
        ("B2", "origin_coach", f"{yuan}.00", article),
    ]


def test_a_coach_listed_twice_is_paid_once():
    coaches = [{"id": "B1", "roles": [role], "affiliation": "州直"} for role in ("原培养", "输送")]
    assert [payee for payee, *_ in lines(selection(coaches=coaches))] == ["A1", "B1"]


def test_a_coach_from_elsewhere_has_no_line():
    assert len(lines(selection(coaches=[{"id": "B1", "roles": ["输送"], "affiliation": "外地"}]))) == 1


@pytest.mark.parametrize("delegation", ["自治区代表团", "中国大学生体育代表团", "中国体育代表团（预备）"])
def test_another_delegation_is_not_paid(delegation):
    assert code(selection(delegation=delegation)) == "NOT_NATIONAL_DELEGATION"


@pytest.mark.parametrize(("games", "yuan", "article"), GAMES)
def test_a_substitute_is_paid_under_the_first_three_articles_only(games, yuan, article):
    expected = "NOT_MAIN_SQUAD" if article == "第七条" else None
    assert code(selection(games, athlete_changes=SUBSTITUTE)) == expected


def test_in_an_individual_event_nobody_is_a_substitute():
    assert code(selection("东亚青年运动会", athlete_changes={"team_event": False, "main_squad": None})) is None


@pytest.mark.parametrize(
    "changes", [{"team_event": True, "main_squad": None}, {"team_event": None, "main_squad": None}]
)
def test_the_seventh_article_needs_to_know_the_squad(changes):
    assert code(selection("东亚青年运动会", athlete_changes=changes)) == "INPUT_INCOMPLETE"
    assert code(selection("奥运会", athlete_changes=changes)) is None


def test_other_listed_games_fall_under_the_seventh_article():
    assert lines(selection(NATIONAL, []))[0] == ("A1", "athlete", "2000.00", "第七条")


def test_a_selection_has_no_time_limit():
    assert code(selection(selected_date="2023-02-10", claim_date="2025-12-31")) is None


@pytest.mark.parametrize("roles", [[], None])
def test_a_coach_needs_a_role(roles):
    assert code(selection(coaches=[{"id": "B1", "roles": roles, "affiliation": "州直"}])) == "INPUT_INCOMPLETE"
