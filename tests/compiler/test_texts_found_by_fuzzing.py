"""Texts that broke the reader once, found by coverage-guided runs (``python -m tests.fuzz``) and cut down by hand."""

import pytest
from tests.fuzz.claims import assert_reading_holds

from duixian.compiler import read


def known(fault: str) -> pytest.MarkDecorator:
    """A fault that waits for its pass; when it is mended, the test asks to take this off."""
    return pytest.mark.xfail(strict=True, reason=f"TODO(#3): {fault}")


FOUND = [
    pytest.param(
        "1\n2 双渠县万亩向日葵进入采收�\x01\0\0\0\0\0\0눑们 |||",
        id="a headline and a row of bars, and nothing that is a document's own",
        marks=known("an untitled text ends before it begins"),
    ),
    pytest.param(
        "实事本报讯 甲\n本报讯 乙",
        id="two lines of press, the first with words before its lead",
        marks=known("two news reports share a line"),
    ),
]


@pytest.mark.parametrize("text", FOUND)
def test_a_text_that_was_found_is_read_and_what_is_claimed_of_it_holds(text):
    assert_reading_holds(read(text))
