"""Traditional script and full width are read as simplified, and what was read is spelt as the document spells it."""

import opencc
import pytest
from hypothesis import given
from hypothesis import strategies as st

from duixian.compiler import read
from duixian.compiler.contract import as_json
from duixian.compiler.script import fold, other_script

SIMPLIFIED = """东河县2023年民生实事实施方案
为办好民生实事，制定本方案，现将有关事项明确如下，请各单位认真落实。
一、农村饮水
新建农村供水工程12处，惠及居民1.3万余户。
牵头单位：县水务局
配合单位：县财政局、卫健局，东山乡人民政府
责任人：张国华（县水务局局长）
完成时限：10月底前
二、养老服务
新建敬老院3所，总床位不少于240张，每月开展上门服务2次。
牵头单位：县民政局
东河县人民政府办公室
2023年3月1日
"""


def test_folding_keeps_every_character_in_its_place() -> None:
    assert fold("２０２３年，為３萬餘戶「師帶徒」") == "2023年，为3万余户“师带徒”"


def test_radicals_that_converters_write_for_characters_are_folded() -> None:
    assert fold("⼀、⽔利") == "一、水利"


@pytest.mark.parametrize("name", ["於成龙", "后里乡", "乾县", "徵信", "著名"])
def test_a_simplified_text_is_not_folded(name: str) -> None:
    assert fold(name) == name


def test_width_alone_is_no_other_script() -> None:
    assert not other_script("２户\u3000")
    assert other_script("二戶")


@given(st.text())
def test_any_text_folds_one_for_one(text: str) -> None:
    assert len(fold(text)) == len(text)


def test_a_document_in_traditional_script_says_the_same_in_its_own_spelling() -> None:
    traditional = opencc.OpenCC("s2t").convert(SIMPLIFIED)
    assert len(traditional) == len(SIMPLIFIED)
    assert traditional != SIMPLIFIED
    plain, own = (as_json(read(text).documents) for text in (SIMPLIFIED, traditional))
    assert own == in_traditional(plain)
    assert own[0]["assignments"][0]["support"] == ["縣財政局", "縣衛健局", "東山鄉人民政府"]


def in_traditional(value: object) -> object:
    """``value`` with its Chinese words in traditional script; names of fields are English and stay."""
    convert = opencc.OpenCC("s2t").convert
    match value:
        case str():
            return convert(value)
        case list():
            return [in_traditional(one) for one in value]
        case dict():
            return {key: in_traditional(one) for key, one in value.items()}
        case _:
            return value
