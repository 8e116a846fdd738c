"""Word lists of the lexicon as patterns; every pass that cuts a phrase builds its pattern here, once."""

import re
from collections.abc import Iterable


def any_word(words: str | Iterable[str]) -> str:
    """An alternation of literal words, the longest first so that 新开工 is tried before 新开.

    >>> any_word("建 新建 新改建")
    '新改建|新建|建'
    """
    listed = words.split() if isinstance(words, str) else words
    return "|".join(re.escape(word) for word in sorted(set(listed), key=lambda word: (-len(word), word)))


def beginning_with(signs: str, pattern: str = "") -> str:
    """``pattern``, tried only where one of ``signs`` stands: that look is a tenth of the work of trying it everywhere.

    ``signs`` are written as in a character class, and must hold every sign with which the pattern can begin.

    >>> beginning_with("一二", "一[年月]|二月")
    '(?=[一二])(?:一[年月]|二月)'
    """
    return f"(?=[{signs}])" + (f"(?:{pattern})" if pattern else "")


def any_of(patterns: Iterable[str], words: str | Iterable[str] = ()) -> str:
    """An alternation of patterns in their order, then of literal words."""
    literal = any_word(words)
    return "|".join([*(f"(?:{pattern})" for pattern in patterns), *([literal] if literal else [])])
