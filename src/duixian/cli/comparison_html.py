"""Comparisons as one page that needs nothing else: every number links to its mark in the source text below."""

from collections.abc import Sequence

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
from duixian.cli.page import escaped, whole_page
from duixian.cli.reading_html import legend, prefix_of, reading_sections
from duixian.compiler import Reading
from duixian.compiler.comparing import Comparison, Relation
from duixian.compiler.comparing.comparison import LeftOut, Pair, Paper, Row, Side
from duixian.compiler.comparing.told import RELATION_WORDS, groups
from duixian.compiler.marking import MarkKind, mark_id


def comparison_as_page(comparison: Comparison, readings: Sequence[Reading]) -> str:
    """A whole HTML document: a table for each pair of documents, then every source with its marks.

    Shape: ``readings`` are those that were compared, in the same order.
    """
    pairs = "".join(map(_pair, comparison.pairs)) or "<p>没有可比的两份文件。</p>"
    body = f"{pairs}{_left_out(comparison.left_out)}{legend()}{reading_sections(readings)}"
    return whole_page(title="公文比较", heading="几份公文放在一起看", beside="", body=body)


def _pair(pair: Pair) -> str:
    tables = "".join(_group(pair, relation, rows) for relation, rows in groups(pair))
    heading = escaped(pair_heading(pair))
    return (
        f'<section class="pair" aria-label="{heading}"><h2>{heading}</h2>'
        f'<p class="quiet">{escaped(totals_of(pair))}</p>{tables}</section>\n'
    )


def _group(pair: Pair, relation: Relation, rows: Sequence[Row]) -> str:
    names = ("对象", *column_names(pair), "把握", "说明")
    head = "".join(f'<th scope="col">{escaped(name)}</th>' for name in names)
    body = "".join(_row(pair, row, names) for row in rows)
    style = ' class="alarm"' if relation is Relation.UNSURE else ""
    return (
        f"<h3{style}>{RELATION_WORDS[relation]}（{len(rows)}项）</h3>"
        f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    )


def _row(pair: Pair, row: Row, names: Sequence[str]) -> str:
    cells = (
        escaped(object_of(row)),
        _linked(pair.first, row.first),
        _linked(pair.second, row.second),
        confidence_of(row),
        escaped(remark_of(row)),
    )
    shown = (f'<td data-head="{escaped(name)}">{cell}</td>' for name, cell in zip(names, cells, strict=True))
    return f"<tr>{''.join(shown)}</tr>"


def _linked(paper: Paper, side: Side | None) -> str:
    if side is None:
        return ""
    id_ = mark_id(paper.document + 1, MarkKind.QUANTITY, side.at + 1)
    return f'<a href="#{prefix_of(paper.reading)}-m-{id_}" title="看原文">{escaped(amount_of(side))}</a>'


def _left_out(left_out: Sequence[LeftOut]) -> str:
    lines = "".join(f"<li>{escaped(line)}</li>" for line in left_out_words(left_out))
    return f'<section class="pair"><ul class="quiet">{lines}</ul></section>' if lines else ""
