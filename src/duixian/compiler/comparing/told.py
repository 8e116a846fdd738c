"""What the rows of a comparison are called in Chinese, and in which order they are shown; marked for translation."""

from collections.abc import Iterator
from itertools import groupby

from duixian.compiler.comparing.comparison import Axis, Doubt, Pair, Reason, Relation, Row
from duixian.units import gettext_noop

# In the order in which they are shown: what is sure and changed first, what only one document has last.
RELATION_WORDS: dict[Relation, str] = {
    Relation.TOPPED_UP: gettext_noop("承接并加码"),
    Relation.TAKEN_OVER: gettext_noop("承接上级"),
    Relation.EXTENDED: gettext_noop("加量"),
    Relation.CONTINUED: gettext_noop("延续"),
    Relation.REDUCED: gettext_noop("减量"),
    Relation.UNSURE: gettext_noop("拿不准，请核对"),
    Relation.ADDED: gettext_noop("新增"),
    Relation.OF_ITS_OWN: gettext_noop("本级自定"),
    Relation.DROPPED: gettext_noop("不再列入"),
    Relation.NOT_TAKEN_OVER: gettext_noop("上级有、本级未列"),
}
DOUBT_WORDS: dict[Doubt, str] = {
    Doubt.OBJECT: gettext_noop("对象写法不同"),
    Doubt.UNIT: gettext_noop("单位不同"),
    Doubt.PLACE: gettext_noop("地点不同"),
    Doubt.ACTION: gettext_noop("做法不同"),
    Doubt.NUMBER: gettext_noop("下级数大于上级数"),
    Doubt.SEVERAL: gettext_noop("另有相近的一项"),
}
REASON_WORDS: dict[Reason, str] = {
    Reason.KIND: gettext_noop("不是公告或工作方案"),
    Reason.NO_LEVEL: gettext_noop("看不出是哪一级、哪个地方的"),
    Reason.NO_YEAR: gettext_noop("看不出年份"),
    Reason.NO_TARGETS: gettext_noop("没有读到指标"),
    Reason.SAME_YEAR: gettext_noop("同一地方同一年另有指标更多的一份"),
    Reason.NO_COUNTERPART: gettext_noop("没有上一年或上一级的文件可比"),
}
AXIS_WORDS: dict[Axis, str] = {Axis.YEARS: gettext_noop("前后年"), Axis.LEVELS: gettext_noop("上下级")}


def groups(pair: Pair) -> Iterator[tuple[Relation, list[Row]]]:
    """The rows by relation in the order shown, each group in the order of its document."""
    order = list(RELATION_WORDS)
    rows = sorted(pair.rows, key=lambda row: order.index(row.relation))
    for relation, group in groupby(rows, key=lambda row: row.relation):
        yield relation, list(group)
