"""A comparison as JSON: every name in it, and spans that still lead to the words."""

import json

from duixian.compiler import read
from duixian.compiler.comparing import compare, comparison_as_json

from .documents import announcement

HIGHER = announcement("关爱残疾人。对6300户困难重度残疾人家庭实施无障碍改造。")
LOWER = announcement(
    "关爱残疾人。对1085户困难重度残疾人家庭实施无障碍改造，其中省级下达任务585户，州级增加500户。",
    "植树。栽植行道树5000株。",
    place="澄川州",
)


def as_json():
    readings = [read(text, name=name) for text, name in ((HIGHER, "省.txt"), (LOWER, "州.txt"), ("无关", "别.txt"))]
    return json.loads(json.dumps(comparison_as_json(compare(readings)), ensure_ascii=False))


def test_a_pair_names_its_axis_its_documents_and_its_rows():
    [pair] = as_json()["pairs"]
    assert pair["axis"] == "levels"
    assert (pair["first"]["source"], pair["first"]["rank"], pair["first"]["year"]) == ("省.txt", 1, 2031)
    assert [row["relation"] for row in pair["rows"]] == ["topped-up", "of-its-own"]


def test_a_row_holds_both_numbers_both_spans_and_the_confidence():
    [pair] = as_json()["pairs"]
    row = pair["rows"][0]
    assert (row["first"]["value"], row["second"]["value"]) == ("6300", "1085")
    for side, text in ((row["first"], HIGHER), (row["second"], LOWER)):
        begin, end = side["span"]
        assert text[begin:end] == side["quote"]
    assert 0 < float(row["confidence"]) <= 1
    assert row["doubts"] == []


def test_a_top_up_holds_its_parts_with_their_spans():
    [pair] = as_json()["pairs"]
    top_up = pair["rows"][0]["top_up"]
    spans = [part["span"] for part in (*top_up["taken"], *top_up["own"])]
    assert [LOWER[begin:end] for begin, end in spans] == ["585户", "500户"]
    assert top_up["holds"] is True


def test_a_side_that_is_not_there_is_null():
    [pair] = as_json()["pairs"]
    assert pair["rows"][1]["first"] is None
