"""The words of a heading, cut from the line that begins with its label."""

import re

# A heading that runs into its text is at most so long; a longer first sentence is a point without a heading.
_RUN_IN, _RUN_IN_WITHOUT_COMMA, _OWN_LINE = 30, 60, 60
_OPENING, _CLOSING = "（(《“‘<〈【[「『", "）)》”’>〉】]」』"
_TOKEN = re.compile(rf"[{re.escape(_OPENING + _CLOSING)}]|[，,。：；;:！!？?]")
_OWNERS = re.compile(
    r"\s{0,4}[（(【\[](?:[^（()）【】]|[（(][^（()）]{0,20}[)）]){0,60}?(?:单位|部门|负责|牵头|配合|时限|责任|领导[:：]|科室[:：])"
    r"(?:[^（()）【】]|[（(][^（()）]{0,20}[)）]){0,300}[)）】\]]\s{0,4}$"
)
_FIRST_POINT = re.compile(
    r"(?P<words>[一-鿿“”、]{2,30})[：:。]?\s{0,4}(?:(?<!\d)1[.、](?!\d)[^\n]{2,400}?(?<!\d)2[.、](?!\d)|[（(]1[）)][^\n]{2,400}?[（(]2[）)]"
    r"|①[^\n]{2,400}?②|[（(]一[）)][^\n]{2,400}?[（(]二[）)])"
)
# 新建幼儿园（区教育局、区妇联)
_BODIES_ONLY = re.compile(
    r"\s{0,4}[（(][一-鿿、，,\s]{2,60}(?:局|委|委员会|办|办公室|厅|妇联|残联|总工会|人民政府|管委会)[)）]\s{0,4}$"
)
_LONGEST_TAIL = 400
_STOPS = "。！!？?"
_MARKS = "。；;：:，,.、！!"


def heading_length(words: str) -> int:
    """How many characters of ``words``, a line behind its label, are the heading or the point's first words.

    >>> heading_length("加强领导。各县市要负责。"), heading_length("对满一年的，按三成发给，由财政承担。")
    (4, 5)
    """
    body = _without_points(_without_owners(words))
    marks = _marks_outside_brackets(body)
    stop = next((at for at, mark in marks if mark in _STOPS), None)
    if stop is None and not body.endswith(tuple(_MARKS)) and len(body) <= _OWN_LINE:
        return len(body)
    first = marks[0][0] if marks else len(body)
    if stop is not None and _runs_in(body, stop, first):
        return stop
    return len(body[:first].rstrip(_MARKS))


def _runs_in(body: str, stop: int, first: int) -> bool:
    """Whether the first sentence is a heading: short, and followed by the text it heads."""
    if first == stop:
        return stop <= _RUN_IN_WITHOUT_COMMA or stop == len(body) - 1
    return stop <= _RUN_IN and stop < len(body) - 1


def _without_owners(words: str) -> str:
    """The line without a closing bracket that names owners: that is the assignment's."""
    tail = words[-_LONGEST_TAIL:]
    closes = tail.rstrip()[-1:] in tuple(")）】]")
    match = (_OWNERS.search(tail) or _BODIES_ONLY.search(tail)) if closes else None
    return words[: len(words) - len(tail) + match.start()] if match else words


def _without_points(words: str) -> str:
    """The words before a first point on the same line: 就业促进 1.新增… 2.培训…, 就业促进（1）新增…（2）培训…"""
    first = _FIRST_POINT.match(words)
    return words[: first.end("words")].rstrip(" *#") if first else words.rstrip(" *#")


def _marks_outside_brackets(body: str) -> list[tuple[int, str]]:
    """Where the marks that end a clause stand, up to the first that ends a sentence.

    An open bracket that never closes hides nothing behind it.
    """
    found: list[tuple[int, str]] = []
    hidden: list[tuple[int, str]] = []
    inside = 0
    for match in _TOKEN.finditer(body[:_LONGEST_TAIL]):
        mark = match.group()
        if mark in _OPENING:
            inside += 1
        elif mark in _CLOSING:
            inside = max(0, inside - 1)
            hidden = [] if inside == 0 else hidden
        elif inside:
            hidden.append((match.start(), mark))
        else:
            found.append((match.start(), mark))
            if mark in _STOPS:
                break
    return found or hidden
