"""Plain text: the encoding is found, the characters are those of the file."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from duixian.texts import open_text

SIMPLIFIED = "各县市人民政府：\n新增城镇就业5万人，改造老旧小区30个，涉及6300余户。责任单位：州住房和城乡建设局。\n"
TRADITIONAL = "各縣市人民政府：\n新增城鎮就業5萬人，改造老舊小區30個，涉及6300餘戶。責任單位：住房和城鄉建設局。\n"
CASES = [
    (SIMPLIFIED, "utf-8", "utf-8"),
    (SIMPLIFIED, "utf-8-sig", "utf-8"),
    (SIMPLIFIED, "gb18030", "gb18030"),
    (SIMPLIFIED, "gbk", "gb18030"),
    (SIMPLIFIED, "utf-16", "utf-16-le"),
    (SIMPLIFIED, "utf-16-le", "utf-16-le"),
    (SIMPLIFIED, "utf-16-be", "utf-16-be"),
    (SIMPLIFIED, "utf-32", "utf-32-le"),
    (TRADITIONAL, "big5", "big5"),
    (TRADITIONAL, "gb18030", "gb18030"),
    (TRADITIONAL, "utf-8", "utf-8"),
]


@pytest.mark.parametrize(("text", "written", "found"), CASES)
@pytest.mark.parametrize("times", [1, 2000])
def test_the_encoding_is_found(text, written, found, times):
    read = open_text((text * times).encode(written), name="a.txt")
    assert (read.encoding, read.text) == (found, text * times)


@pytest.mark.parametrize("length", [12, 24, 40])
@pytest.mark.parametrize(("text", "written"), [(SIMPLIFIED, "gb18030"), (TRADITIONAL, "big5")])
def test_a_short_piece_is_enough_for_the_encoding(text, written, length):
    piece = text.replace("\n", "")[:length]
    assert open_text(piece.encode(written), name="a.txt").text == piece


def test_rare_characters_of_names_and_places_are_read_from_gb18030():
    assert open_text("㐂𠮷䶮先生，新增就业5人".encode("gb18030"), name="a.txt").text == "㐂𠮷䶮先生，新增就业5人"


@settings(deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc", "Cn"], include_characters="\n\r\t"), min_size=1))
def test_utf_8_reads_exactly_as_python_reads_a_text_file(tmp_path_factory, text):
    path = tmp_path_factory.getbasetemp() / "甲.txt"
    path.write_bytes(b"x" + text.encode())
    assert open_text(path.read_bytes(), name="甲.txt").text == path.read_text(encoding="utf-8")


def test_blanks_and_indents_stay_where_they_stand():
    text = "\n\n　　一、就业 \n\t表\x0c\n"
    assert open_text(text.encode(), name="a.txt").text == text


def test_a_file_cut_off_in_the_middle_of_a_character_is_read_with_a_finding_there():
    whole = (SIMPLIFIED * 20).encode("utf-8")
    read = open_text(whole[:-2], name="a.txt")
    [finding] = read.findings
    assert read.text == SIMPLIFIED * 19 + SIMPLIFIED[:-2] + "\ufffd"
    assert finding.code == "undecodable-bytes"
    assert finding.span.of(read.text) == "\ufffd"
    assert "有 1 处字节读不出来" in finding.message
    assert "第 40 行" in finding.message


def test_a_damaged_byte_in_a_gb18030_file_is_one_hole():
    data = bytearray((SIMPLIFIED * 20).encode("gb18030"))
    data[1000] = 0xFF
    read = open_text(bytes(data), name="a.txt")
    assert read.encoding == "gb18030"
    assert read.text.count("\ufffd") <= 2
    assert len(read.findings) == 1


def test_a_stray_control_character_is_kept_as_it_is():
    text = SIMPLIFIED * 4 + "\0\x07"
    assert open_text(text.encode(), name="a.txt").text == text


def test_a_latin_text_with_one_chinese_word_in_gb18030_is_not_taken_for_damaged_utf_8():
    text = "line of figures 1,2,3\n" * 200 + "改造老旧小区三十个，新增就业\n"
    assert open_text(text.encode("gb18030"), name="a.csv").text == text
