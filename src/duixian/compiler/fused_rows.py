"""Tables whose cells have run together: 1农村公路新建20公里。县交通运输局10月底."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from duixian.compiler.cell_values import is_bodies
from duixian.compiler.fields import DUTY_OF, Duty, duty_of
from duixian.compiler.lexicon.columns import ORDINAL_COLUMNS, TEXT_COLUMNS
from duixian.compiler.page import Line
from duixian.units import Span

_NAMES = "|".join(sorted({*TEXT_COLUMNS, *DUTY_OF}, key=len, reverse=True))
_NAME = re.compile(_NAMES)
_HEAD = re.compile(rf"(?:{'|'.join(sorted(ORDINAL_COLUMNS, key=len, reverse=True))})(?:{_NAMES}){{2,11}}")
_NUMBER = re.compile(r"\d{1,2}(?=[一-鿿“])")
_LIMIT = re.compile(
    r"(?:20\d\d年)?(?:\d{1,2}月(?:\d{1,2}日|[底末份])?前?|年底前?|第?[一二三四]季度末?|全年(?:持续推进)?|长期(?:坚持)?)$"
)
_STOP = re.compile("[。；;]")
# 县教育局县住建局: one body ends and the next one's level begins.
_SEAM = re.compile("(?<=[局委办厅联会处院校队站所])(?=[省市县区州镇乡旗各])")
_BODIES = (Duty.LEAD, Duty.RESPONSIBLE, Duty.SUPPORT)
_LONGEST_HEAD, _FEWEST_ROWS, _LONGEST_TAIL = 80, 2, 200


@dataclass(frozen=True, slots=True)
class FusedCell:
    """What a row says in the column ``name``, as far as its last words tell."""

    duty: Duty
    name: str
    value: Span


def is_fused_head(text: str) -> bool:
    """Whether the line is nothing but the names of columns without anything between them.

    >>> is_fused_head("序号实事名称责任单位完成时限"), is_fused_head("序号")
    (True, False)
    """
    return len(text) <= _LONGEST_HEAD and bool(_HEAD.fullmatch(text))


def fused_rows(lines: Sequence[Line], first: int, end: int) -> list[int]:
    """The lines on which the rows begin below the head on line ``first``, numbered from 1; [] where it is no head."""
    if not is_fused_head(lines[first].text):
        return []
    rows: list[int] = []
    for n in range(first + 1, end):
        match = _NUMBER.match(lines[n].text)
        if match and int(match.group()) == len(rows) + 1:
            rows.append(n)
    return rows if len(rows) >= _FEWEST_ROWS else []


def row_label(text: str) -> str:
    """The number that a row begins with."""
    match = _NUMBER.match(text)
    return match.group() if match else ""


def fused_cells(head: str, row: Line) -> Iterator[FusedCell]:
    """The bodies and the time limit at a row's end, each for its column; nothing where other words stand there."""
    names = [name for name in _NAME.findall(head) if duty_of(name)]
    tail = row.text[-_LONGEST_TAIL:]
    at = row.span.end - len(tail)
    limit = _LIMIT.search(tail)
    for name in names:
        if limit and duty_of(name) is Duty.DEADLINE:
            yield FusedCell(Duty.DEADLINE, name, Span(at + limit.start(), row.span.end))
    columns = [name for name in names if duty_of(name) in _BODIES]
    stop = max((match.end() for match in _STOP.finditer(tail)), default=-1)
    said = Span(stop, limit.start() if limit else len(tail))
    if columns and stop >= 0 and said.begin < said.end and is_bodies(said.of(tail)):
        yield from _placed(columns, said, tail, at)


def _placed(columns: Sequence[str], said: Span, tail: str, at: int) -> Iterator[FusedCell]:
    seams = [match.start() for match in _SEAM.finditer(tail, said.begin, said.end)][: len(columns) - 1]
    begins = [said.begin, *seams]
    for name, begin, end in zip(columns, begins, [*seams, said.end], strict=False):
        if duty := duty_of(name):
            yield FusedCell(duty, name, Span(at + begin, at + end))
