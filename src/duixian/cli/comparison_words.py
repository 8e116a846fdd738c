"""A comparison's rows in Chinese sentences, for the terminal and the page alike."""

from collections.abc import Sequence

from duixian.cli.words import written_amount
from duixian.compiler.comparing.comparison import Axis, LeftOut, Pair, Paper, Row, Side, TopUp
from duixian.compiler.comparing.told import AXIS_WORDS, DOUBT_WORDS, REASON_WORDS, RELATION_WORDS, groups
from duixian.compiler.reading import Quantity
from duixian.units import plain


def pair_heading(pair: Pair) -> str:
    """``前后年：甲州2030年方案 → 甲州2031年方案``."""
    return f"{AXIS_WORDS[pair.axis]}：{paper_name(pair.first)} → {paper_name(pair.second)}"


def paper_name(paper: Paper) -> str:
    """The title, or where there is none the file's name; with the year where the title does not say it."""
    name = paper.title or paper.source
    return name if paper.year is None or str(paper.year) in name else f"{name}（{paper.year}年）"


def column_names(pair: Pair) -> tuple[str, str]:
    """What the numbers of the first and of the second document are called."""
    if pair.axis is Axis.YEARS:
        return f"{pair.first.year}年", f"{pair.second.year}年"
    return "上级", "本级"


def object_of(row: Row) -> str:
    """What is counted: in the words of the second document, and of the first where they differ."""
    first, second = _quantity(row.first), _quantity(row.second)
    names = [one.object or "" for one in (first, second) if one is not None]
    return " → ".join(dict.fromkeys(names))


def amount_of(side: Side | None) -> str:
    """The number with its unit, and the place where one is named."""
    if side is None:
        return ""
    place = f"（{side.quantity.place}）" if side.quantity.place else ""
    return written_amount(side.quantity) + place


def remark_of(row: Row) -> str:
    """The arithmetic of a top-up, and what speaks against the pair."""
    parts = [_top_up_words(row.top_up, amount_of(row.second))] if row.top_up else []
    return "；".join([*parts, *(DOUBT_WORDS[doubt] for doubt in row.doubts)])


def confidence_of(row: Row) -> str:
    """In per cent: ``92%``."""
    return f"{plain(row.confidence * 100)}%"


def left_out_words(left_out: Sequence[LeftOut]) -> list[str]:
    """A line for each document that was compared with none."""
    return [f"未比较：{paper_name(one.paper)}（{REASON_WORDS[one.reason]}）" for one in left_out]


def totals_of(pair: Pair) -> str:
    """One line that counts the rows of each kind."""
    return "，".join(f"{RELATION_WORDS[relation]} {len(rows)} 项" for relation, rows in groups(pair))


def _quantity(side: Side | None) -> Quantity | None:
    return side.quantity if side else None


def _top_up_words(top_up: TopUp, total: str) -> str:
    above, own = (" + ".join(part.quote for part in parts) for parts in (top_up.taken, top_up.own))
    return f"上级 {above} + 本级 {own} = {total}{'' if top_up.holds else '，合计不符'}"
