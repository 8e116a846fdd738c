import json

import pytest

from duixian.policy.acts.sports_awards import CaseFileError, read_cases
from duixian.policy.acts.sports_awards.case_file import LIMIT_BYTES

from .claims import claim, result

CLAIM = claim(result())


def as_json(value):
    return json.dumps(value, ensure_ascii=False).encode()


@pytest.mark.parametrize(
    ("value", "ids"),
    [
        ({"schema": {}, "cases": [{"id": "a", "input": CLAIM}, {"id": "b", "input": CLAIM}]}, ["a", "b"]),
        ([{"id": "a", "input": CLAIM}], ["a"]),
        ({"id": "a", "input": CLAIM}, ["a"]),
        (CLAIM, [None]),
        ([CLAIM], [None]),
        ([], []),
        ({"id": 7, "input": CLAIM}, [7]),
        ({"id": [1], "input": CLAIM}, ["[1]"]),
    ],
)
def test_one_claim_one_case_or_many_are_read(value, ids):
    cases = read_cases(as_json(value))
    assert [case.id for case in cases] == ids
    assert all(case.raw == CLAIM for case in cases)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "不是 JSON"),
        (b"{", "第 1 行第 2 个字"),
        (b"hello", "不是 JSON"),
        ("奖励".encode("gb18030"), "不是 UTF-8"),
        (b"7", "不是奖励申请"),
        (b'"x"', "不是奖励申请"),
        (b"null", "不是奖励申请"),
        (b"{}", "不是奖励申请"),
        (b'{"cases": 3}', "不是奖励申请"),
        (b'[{"id": 1}]', "不是奖励申请"),
        (b"[1, 2]", "不是奖励申请"),
        (b'{"claim_type": NaN}', "NaN"),
        (b'{"claim_type": -Infinity}', "Infinity"),
        (b'{"claim_type": "result", "games": 1, "games": 2}', "“games”在同一处写了两次"),
        (b"[" * 100_000, "套得太深"),
        (b" " * (LIMIT_BYTES + 1), "32 MB 的上限"),
    ],
)
def test_what_is_no_claim_is_refused_with_a_reason(data, said):
    with pytest.raises(CaseFileError, match=said):
        read_cases(data)


def test_a_mark_at_the_beginning_is_no_fault():
    assert len(read_cases(b"\xef\xbb\xbf" + as_json(CLAIM))) == 1


def test_a_case_without_a_claim_is_kept_so_that_it_can_be_answered():
    assert read_cases(b'{"id": "a", "input": 3}')[0].raw is None


def test_numbers_stay_exact():
    case = read_cases(b'{"claim_type": 0.1, "games": ' + b"9" * 5000 + b"}")[0]
    assert str(case.raw["claim_type"]) == "0.1"
    assert len(str(case.raw["games"])) > 18
