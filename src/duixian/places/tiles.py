"""Where places stand on a tile map, out of a small table that somebody writes."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO

from duixian.units import Refused, gettext_noop

_HEADS = {"code": "code", "代码": "code", "column": "column", "列": "column", "row": "row", "行": "row"}
_MOST_BYTES = 200_000


@dataclass(frozen=True, slots=True)
class Tile:
    """Where a place stands, counted from 0 at the top and at the start of the line. ``code`` is the place's."""

    code: str
    column: int
    row: int


def read_tiles(data: bytes) -> tuple[Tile, ...]:
    """The tiles of a CSV file with the columns code, column and row (代码, 列, 行), in its order.

    Other columns are for the reader. Text is UTF-8, or what a Chinese Excel writes (GB 18030); lines that begin with #
    are remarks. Errors: Refused, with the line, for anything else.
    """
    if len(data) > _MOST_BYTES:
        raise Refused("tiles-too-large", gettext_noop("文件太大，不像位置表：一行一个地区就够了。"))
    lines = [line for line in _text(data).splitlines() if line.strip() and not line.startswith("#")]
    return tuple(_rows(csv.reader(StringIO("\n".join(lines)))))


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("gb18030", "replace")


def _rows(table: Iterator[list[str]]) -> Iterator[Tile]:
    heads = [_HEADS.get(head.strip().lower()) for head in next(table, [])]
    if {"code", "column", "row"} - set(heads):
        raise Refused("tiles-without-heads", gettext_noop("第一行要有 code、column、row（代码、列、行）三列。"))
    for number, cells in enumerate(table, 1):
        held = {head: cell.strip() for head, cell in zip(heads, cells, strict=False) if head}
        code, column, row = (held.get(name, "") for name in ("code", "column", "row"))
        # isdecimal takes the digits of every script; int reads them all, and both are right about ３.
        if not code or not column.isdecimal() or not row.isdecimal():
            template = gettext_noop("第 {number} 行“{line}”不对：要有代码，列和行从 0 数起，写整数。")
            raise Refused("tile-unreadable", template, number=number, line="，".join(cells)[:60])
        yield Tile(code, int(column), int(row))
