"""Patterns are tried only where a sign stands that they can begin with: none of them begins with another."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from duixian.compiler.figures.numbers import NUMBER, NUMBER_BEGINS
from duixian.compiler.figures.phrases import beginning_with
from duixian.compiler.lexicon import idioms

IDIOMS = (*idioms.NAMES, *idioms.DATES, *idioms.CLASSES, *idioms.SET_PHRASES)
CASES = [
    *((pattern, idioms.NUMERALS) for pattern in IDIOMS),
    *((pattern, idioms.MARKS) for pattern in idioms.MARKED),
    (NUMBER, NUMBER_BEGINS),
]


@pytest.mark.parametrize(("pattern", "signs"), CASES)
def test_every_text_that_a_pattern_matches_begins_with_a_listed_sign(pattern, signs):
    @settings(deadline=None, max_examples=30)
    @given(st.from_regex(pattern))
    def matched_alike(text):
        ahead = re.compile(beginning_with(signs, pattern))
        assert [match.span() for match in ahead.finditer(text)] == [
            match.span() for match in re.finditer(pattern, text)
        ]

    matched_alike()


def test_a_sign_that_is_not_listed_hides_a_match():
    assert not re.search(beginning_with("二", "一年|二年"), "一年")
