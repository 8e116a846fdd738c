"""Comparisons for a terminal: one line a target, what is sure before what is not."""

import io
import sys
from collections.abc import Iterator

from rich.cells import cell_len
from rich.console import Console, Group, RenderableType
from rich.text import Text

from duixian.cli.columns import fitted, line_of, widths_for
from duixian.cli.comparison_words import (
    amount_of,
    column_names,
    confidence_of,
    left_out_words,
    object_of,
    pair_heading,
    remark_of,
    totals_of,
)
from duixian.cli.words import printable
from duixian.compiler.comparing import Comparison, Relation
from duixian.compiler.comparing.comparison import Pair, Row
from duixian.compiler.comparing.told import RELATION_WORDS, groups

_PIPED_WIDTH = 1000
_WEIGHTS = (2.5, None, None, None, 1.5)


def print_comparison(comparison: Comparison) -> None:
    """Prints to standard output: in a terminal fitted to its width and with colours, else plain and in full length."""
    console = Console(highlight=False, markup=False, emoji=False)
    if not console.is_terminal:
        sys.stdout.write(comparison_as_text(comparison))
        return
    console.print(_all(comparison, width=console.width))


def comparison_as_text(comparison: Comparison, *, width: int = _PIPED_WIDTH) -> str:
    """What the terminal would show, without colours; names are cut to fit only where ``width`` is small."""
    out = io.StringIO()
    Console(file=out, width=width, highlight=False, markup=False, emoji=False, color_system=None).print(
        _all(comparison, width=width)
    )
    return "".join(line.rstrip() + "\n" for line in out.getvalue().splitlines())


def _all(comparison: Comparison, *, width: int) -> RenderableType:
    parts: list[RenderableType] = []
    for pair in comparison.pairs:
        parts += [*_pair(pair, width=width), Text()]
    if not comparison.pairs:
        parts.append(_text("没有可比的两份文件：需要同一地方不同年份的，或同一年上下级的公告、工作方案。"))
    return Group(*parts, *(_text(line, "dim") for line in left_out_words(comparison.left_out)))


def _pair(pair: Pair, *, width: int) -> Iterator[Text]:
    rows = {id(row): _row(row) for row in pair.rows}
    names = ("对象", *column_names(pair), "把握", "说明")
    widths = widths_for([names, *rows.values()], weights=_WEIGHTS, width=width)
    yield _text(pair_heading(pair), "bold")
    yield Text(line_of(names, widths), style="underline")
    for relation, group in groups(pair):
        style = "yellow" if relation is Relation.UNSURE else "cyan"
        heading = f"{RELATION_WORDS[relation]}（{len(group)}项）"
        yield _text(fitted(heading, min(cell_len(heading), width)), style)
        yield from (Text(line_of(rows[id(row)], widths)) for row in group)
    yield _text(totals_of(pair), "bold")


def _row(row: Row) -> tuple[str, ...]:
    cells = (object_of(row), amount_of(row.first), amount_of(row.second), confidence_of(row), remark_of(row))
    return tuple(printable(" ".join(cell.split())) for cell in cells)


def _text(content: str, style: str = "") -> Text:
    return Text(printable(content), style=style, overflow="fold")
