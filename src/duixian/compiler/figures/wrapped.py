"""Joins lines that a page's width broke inside a sentence, place for place, for the passes that read figures."""

import re

# A full line without a stop, before a line that is neither indented nor begins with a label or a field, goes on there.
_LABEL = (
    r"(?:[\u4e00-\u9fff]{2,12}[:：]|[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]|第[一二三四五六七八九十\d]{1,4}[条章节]"
    r"|附件|——|[•·●★])"
)
# Looked for behind the line end, which is found faster than what stands before it.
_FULL_LINE = r"(?<=[^\n]{23}[^\n。；;！？!?：:）) \t]\n)"
_GOES_ON = rf"(?=[ \t]?[\u4e00-\u9fff\d“（(])(?![ \t]{{0,8}}{_LABEL})"
_WRAP = re.compile(rf"\n{_FULL_LINE}{_GOES_ON}")


def unwrapped(plain: str) -> str:
    """``plain`` with each line end inside a sentence turned into a blank; same length, so spans hold."""
    return _WRAP.sub(" ", plain)
