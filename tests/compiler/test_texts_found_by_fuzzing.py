"""Texts that broke the reader once, found by coverage-guided runs (``python -m tests.fuzz``) and cut down by hand."""

import pytest
from tests.fuzz.claims import assert_reading_holds

from duixian.compiler import read

FOUND = [
    pytest.param(
        "1\n2 双渠县万亩向日葵进入采收�\x01\0\0\0\0\0\0눑们 |||",
        id="a headline and a row of bars, and nothing that is a document's own",
    ),
    pytest.param(
        "实事本报讯 甲\n本报讯 乙",
        id="two lines of press, the first with words before its lead",
    ),
]


@pytest.mark.parametrize("text", FOUND)
def test_a_text_that_was_found_is_read_and_what_is_claimed_of_it_holds(text):
    assert_reading_holds(read(text))
