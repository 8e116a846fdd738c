import pytest

from .claims import code, lines, transfer


def coaches(*affiliations):
    return [{"id": f"S{number}", "affiliation": one} for number, one in enumerate(affiliations, 1)]


def test_an_athlete_made_regular_pays_the_coach():
    assert lines(transfer()) == [("S1", "sending_coach", "5000.00", "第十一条")]


def test_two_athletes_are_one_line_of_the_sum():
    assert lines(transfer(athletes=["A1", "A2"])) == [("S1", "sending_coach", "10000.00", "第十一条")]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"destination": "国家队"}, "TRANSFER_DESTINATION_NOT_COVERED"),
        ({"destination": "自治区体育运动学校"}, "TRANSFER_DESTINATION_NOT_COVERED"),
        ({"destination": "自治区外专业队"}, "TRANSFER_DESTINATION_NOT_COVERED"),
        ({"regularised": False, "regularised_date": None}, "NOT_REGULARISED"),
        ({"regularised": False, "regularised_date": "2025-01-01"}, "NOT_REGULARISED"),
        ({"regularised": False, "regularised_date": None, "destination": "国家队"}, "TRANSFER_DESTINATION_NOT_COVERED"),
        ({"coaches": coaches("外地")}, "OUT_OF_SCOPE"),
        ({"coaches": coaches("聘请")}, None),
        ({"coaches": coaches("州直", "聘请")}, "MULTIPLE_COACHES_NO_SPLIT"),
        ({"regularised_date": "2023-02-09"}, "BEFORE_EFFECTIVE_DATE"),
        ({"regularised_date": "2023-02-10"}, None),
        ({"regularised_date": None}, "INPUT_INCOMPLETE"),
        ({"regularised": None}, "INPUT_INCOMPLETE"),
        ({"athletes": []}, "INPUT_INCOMPLETE"),
        ({"athletes": ["A1", "A1"]}, "INPUT_INCOMPLETE"),
        ({"coaches": []}, "INPUT_INCOMPLETE"),
        ({"regularised_date": "2024-10-16"}, "INPUT_INCOMPLETE"),
    ],
)
def test_a_transfer_is_refused_for_its_reason(changes, expected):
    assert code(transfer(**changes)) == expected
