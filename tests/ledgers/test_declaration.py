from importlib import resources

import pytest

from duixian.ledgers.declared.declaration import FieldType, Privacy
from duixian.ledgers.declared.declaration_file import read_declaration
from duixian.units.yaml_nodes import DataFileError

SHIPPED = resources.files("duixian.ledgers.declared").joinpath("shipped")
TEXT = SHIPPED.joinpath("ageing-friendly-homes.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("file", sorted(SHIPPED.iterdir(), key=str), ids=lambda file: file.name)
def test_each_shipped_ledger_is_one(file):
    declared = read_declaration(file.read_text(encoding="utf-8"), file=file.name)
    assert f"{declared.ledger}.yaml" == file.name
    assert declared.stages
    assert declared.serves


def test_a_declaration_says_where_a_row_counts_and_what_is_protected():
    declared = read_declaration(TEXT, file="homes.yaml")
    assert declared.stage_number("accepted") == 3
    assert declared.field_named("identity").privacy is Privacy.IDENTITY
    assert declared.field_named("accepted_on").type is FieldType.DAY


@pytest.mark.parametrize(
    ("right", "wrong", "told"),
    [
        ("key: [household]", "key: [household, phone]", "不是必填"),
        ("key: [household]", "key: [nothing]", "fields 里没有“nothing”"),
        ("day: accepted_on", "day: spent", "类型是 number"),
        ("stage: accepted, words: [老年人, 家庭]", "stage: finished, words: [老年人]", "stages 里没有“finished”"),
        ("measured: sum, field: spent", "measured: sum", "measured 和 field 对不上"),
        ("measured: sum, field: spent", "measured: sum, field: plan", "不是数"),
        ("type: phone, privacy: phone", "type: phone", "没有保护"),
        ("how: not-after, right: started_on", "how: not-after", "right 和 value"),
        ("days: 60, told", "told", "working_days 和 days"),
        ("from: 2026-01-01", "from: 2026-02-30", "没有 2026-02-30 这一天"),
        ("identity: [supervision, auditor]", "identity: [everybody]", "没有“everybody”这个角色"),
    ],
)
def test_a_wrong_declaration_is_refused_with_line_and_cure(right, wrong, told):
    assert right in TEXT
    with pytest.raises(DataFileError) as refusal:
        read_declaration(TEXT.replace(right, wrong, 1), file="homes.yaml")
    assert told in str(refusal.value)
    assert str(refusal.value).startswith("homes.yaml 第 ")
