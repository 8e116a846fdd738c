"""What the rows of a comparison are called in Chinese, and in which order they are shown."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from duixian.cli.words import written_amount
from duixian.compiler.comparing.comparison import Axis, Doubt, LeftOut, Pair, Paper, Reason, Relation, Row, Side, TopUp
from duixian.compiler.reading import Quantity
from duixian.units import plain

# In the order in which they are shown: what is sure and changed first, what only one document has last.
RELATION_WORDS: dict[Relation, str] = {
    Relation.TOPPED_UP: "承接并加码",
    Relation.TAKEN_OVER: "承接上级",
    Relation.EXTENDED: "加量",
    Relation.CONTINUED: "延续",
    Relation.REDUCED: "减量",
    Relation.UNSURE: "拿不准，请核对",
    Relation.ADDED: "新增",
    Relation.OF_ITS_OWN: "本级自定",
    Relation.DROPPED: "不再列入",
    Relation.NOT_TAKEN_OVER: "上级有、本级未列",
}
DOUBT_WORDS: dict[Doubt, str] = {
    Doubt.OBJECT: "对象写法不同",
    Doubt.UNIT: "单位不同",
    Doubt.PLACE: "地点不同",
    Doubt.ACTION: "做法不同",
    Doubt.NUMBER: "下级数大于上级数",
    Doubt.SEVERAL: "另有相近的一项",
}
REASON_WORDS: dict[Reason, str] = {
    Reason.KIND: "不是公告或工作方案",
    Reason.NO_LEVEL: "看不出是哪一级、哪个地方的",
    Reason.NO_YEAR: "看不出年份",
    Reason.NO_TARGETS: "没有读到指标",
    Reason.SAME_YEAR: "同一地方同一年另有指标更多的一份",
    Reason.NO_COUNTERPART: "没有上一年或上一级的文件可比",
}
_AXIS_WORDS = {Axis.YEARS: "前后年", Axis.LEVELS: "上下级"}


def groups(pair: Pair) -> Iterator[tuple[Relation, list[Row]]]:
    """The rows by relation in the order shown, each group in the order of its document."""
    order = list(RELATION_WORDS)
    rows = sorted(pair.rows, key=lambda row: order.index(row.relation))
    for relation, group in groupby(rows, key=lambda row: row.relation):
        yield relation, list(group)


def pair_heading(pair: Pair) -> str:
    """``前后年：甲州2030年方案 → 甲州2031年方案``."""
    return f"{_AXIS_WORDS[pair.axis]}：{paper_name(pair.first)} → {paper_name(pair.second)}"


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
