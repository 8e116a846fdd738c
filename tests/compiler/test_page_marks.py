"""What a printed page puts between the lines breaks neither sentences nor tables."""

import pytest

from duixian.compiler import read
from duixian.compiler.page_marks import FILLER, hide_page_marks

FULL_LINE = "东河县人民政府决定在全县范围内新建改建农村公路二十公里并于年内全部建成"


@pytest.mark.parametrize("mark", ["— 3 —", "-12-", "- 3 -", "－ 3 －", "第 3 页 共 9 页", "第3页", "  — 3 —  "])
def test_a_page_number_in_a_sentence_is_hidden_with_its_line_ends(mark: str) -> None:
    text = f"{FULL_LINE}\n{mark}\n投入使用。"
    hidden = hide_page_marks(text)
    assert len(hidden) == len(text)
    assert hidden.replace(FILLER, "") == f"{FULL_LINE}投入使用。"


@pytest.mark.parametrize(
    "next_line", ["二、教育。", "（一）建校。", "3.建校。", "责任单位：县教育局", "附件1", "| 2 | 建校 |"]
)
def test_what_begins_anew_behind_a_page_number_stays_on_its_own_line(next_line: str) -> None:
    hidden = hide_page_marks(f"{FULL_LINE}\n— 3 —\n{next_line}")
    assert hidden.replace(FILLER, "") == f"{FULL_LINE}\n\n{next_line}"


def test_a_sentence_that_ended_and_a_short_line_keep_their_line_ends() -> None:
    assert "\n" in hide_page_marks(f"{FULL_LINE}。\n— 3 —\n此外还要修桥。")
    assert "\n" in hide_page_marks("实施方案\n— 3 —\n为办好民生实事。")


@pytest.mark.parametrize("line", ["2023年—2025年", "-5℃", "第3页见附表", "3", "—3—年级", "0395-3330188", "- 修路"])
def test_a_line_that_says_something_is_no_page_number(line: str) -> None:
    text = f"上一行\n{line}\n下一行"
    assert hide_page_marks(text) == text


HEAD = "序号 | 项目 | 责任单位"


def test_a_table_head_printed_again_is_hidden_where_the_table_goes_on() -> None:
    text = f"表\n{HEAD}\n1 | 修路 | 县交通局\n{HEAD}\n2 | 建校 | 县教育局\n"
    assert hide_page_marks(text).count("序号") == 1


def test_a_second_table_keeps_its_head() -> None:
    text = f"表\n{HEAD}\n1 | 修路 | 县交通局\n{HEAD}\n1 | 建校 | 县教育局\n"
    assert hide_page_marks(text) == text


def test_a_head_of_bare_cells_is_hidden_within_a_row() -> None:
    head = "序号\n项目\n责任单位\n"
    text = f"表\n{head}1\n新建农村公路\n{head}二十公里\n县交通局\n"
    assert hide_page_marks(text).replace(FILLER, "") == f"表\n{head}1\n新建农村公路\n\n二十公里\n县交通局\n"


def test_a_body_whose_name_a_page_breaks_is_one_body() -> None:
    reading = read(
        "东河县2020年民生实事实施方案\n为办好民生实事，制定本方案，请各单位认真抓好落实。\n"
        "一、修路。新改建农村公路20公里，改造危桥3座。（责任单位：县交通局；配合单位：县财政局、农业农村\n- 5 -\n局）\n"
        "二、建校。新建学校2所。（县住房和\n城乡建设局、县教育局负责）\n"
    )
    first, second = reading.documents[0].assignments
    assert first.support == ("县财政局", "县农业农村局")
    assert second.lead == ("县住房和城乡建设局", "县教育局")
