"""A file of places that is wrong is refused with the line, what is wrong and the cure."""

import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from duixian.places import PlaceBook, PlaceFileError, load_places
from duixian.places.file import COLUMNS, places_from_csv

HEAD = ",".join(COLUMNS) + "\n"
PROVINCE = "510000,四川省,四川,,province,,,A\n"


def refusal(text: str) -> str:
    with pytest.raises(PlaceFileError) as refused:
        places_from_csv(text, name="四川.csv")
    return str(refused.value)


def test_another_region_loads_from_the_same_columns(tmp_path):
    path = tmp_path / "四川.csv"
    path.write_text(HEAD + PROVINCE + "510100,成都市,成都|蓉,510000,prefecture,,,A\n", encoding="utf-8-sig")
    assert [place.name for place in load_places(path).find("蓉")] == ["成都市"]


def test_a_spreadsheet_in_gb18030_loads_too(tmp_path):
    path = tmp_path / "四川.csv"
    path.write_bytes((HEAD + PROVINCE).encode("gb18030"))
    assert load_places(path).by_code("510000").name == "四川省"


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("510100,成都市,,519999,prefecture,,,A", "第 3 行：成都市 的上级代码“519999”不在文件里"),
        ("510100,,,510000,prefecture,,,A", "第 3 行：name 是空的"),
        ("510100,成都市,,510000,地级市,,,A", "第 3 行：level 是“地级市”"),
        ("510100,成都市,,510000,prefecture,2024年,,A", "第 3 行：日期“2024年”读不懂"),
        ("510100,成都市,,510000,prefecture,2024-02-01,2024-01-31,A", "早于 valid_from"),
        ("510100,成都市,,510100,prefecture,,,A", "顺着上级又回到自己"),
        ("510000,蜀,,,province,2020-01-01,,A", "第 3 行：代码“510000”与第 2 行在同一天都有效"),
        ("510100", "第 3 行：name 是空的"),
    ],
)
def test_a_wrong_row_is_named_with_its_line(row, message):
    assert message in refusal(HEAD + PROVINCE + row + "\n")


def test_lines_are_counted_as_the_clerk_sees_them_comments_and_blanks_included():
    assert "第 5 行" in refusal("# 说明\n\n" + HEAD + PROVINCE + "510100,成都市,,x,prefecture,,,A\n")


def test_all_faults_are_told_at_once_up_to_twenty():
    message = refusal(HEAD + "1,,,,province,,,A\n" * 25)
    assert message.count("name 是空的") == 20
    assert "另有 5 处" in message


def test_a_file_without_the_columns_says_which_are_missing():
    assert "表头缺少 parent、level、valid_from、valid_to、source 列" in refusal("code,name,short_names\n1,甲,\n")


def test_an_empty_file_and_a_file_without_rows_are_refused():
    assert "表头缺少" in refusal("")
    assert "没有任何区划" in refusal(HEAD)


def test_days_that_follow_each_other_are_no_clash():
    rows = "510000,旧名,,,province,,2019-12-31,A\n510000,新名,,,province,2020-01-01,,A\n"
    assert [place.name for place in places_from_csv(HEAD + rows, name="x").find("新名")] == ["新名"]


def test_a_missing_file_and_a_binary_one_are_refused_in_chinese(tmp_path):
    with pytest.raises(PlaceFileError, match="打不开"):
        load_places(tmp_path / "没有.csv")
    binary = tmp_path / "图.csv"
    binary.write_bytes(b"\xff\xd8\xff\xe0\x00\xff")
    with pytest.raises(PlaceFileError, match="不是文本"):
        load_places(binary)


@settings(deadline=None)
@given(st.text(alphabet='code,name"\n1234甲|-\0', max_size=80))
def test_any_text_is_a_book_or_a_refusal(text):
    with contextlib.suppress(PlaceFileError):
        assert isinstance(places_from_csv(HEAD + PROVINCE + text, name="x"), PlaceBook)


def test_a_quote_that_never_ends_over_a_long_file_is_refused_with_its_line():
    assert "请检查引号是否成对" in refusal(HEAD + PROVINCE + '510100,"' + "长" * 140_000)
