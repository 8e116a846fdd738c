"""What is to be said of a target's shares: by how much they are off, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from duixian.registers.models import Body, Nature, Place
from duixian.units import Sentence, gettext_noop

if TYPE_CHECKING:
    from duixian.reports.allocation import Link, Row, Share

_HUNDRED = Decimal(100)
# By code how a remark is called in a list, and whether somebody has to do something about it.
REMARKS: dict[str, tuple[str, bool]] = {
    "unassigned": (gettext_noop("未分完"), True),
    "assigned-twice": (gettext_noop("重复分解"), True),
    "above-target": (gettext_noop("层层加码"), True),
    "parts-above-share": (gettext_noop("层层加码"), True),
    # Declared as added, and kept apart from what was assigned.
    "lower-above-upper": (gettext_noop("高于上级"), False),
    "topped-up": (gettext_noop("自加"), False),
    "parts-below-share": (gettext_noop("下级未分完"), True),
    "link-does-not-add-up": (gettext_noop("上下不符"), True),
    "share-unlike-link": (gettext_noop("上下不符"), True),
    "coverage-without-places": (gettext_noop("未列各地"), True),
}


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing about a target's shares: what was found, and what to do.

    Units: ``by`` in the target's unit, how far it is off; ``percent`` is that against what it is measured by. None
    where there is no such distance.
    """

    code: str
    found: Sentence
    cure: Sentence
    by: Decimal | None = None
    percent: Decimal | None = None

    @property
    def word(self) -> str:
        """Its short name, a msgid."""
        return REMARKS[self.code][0]

    @property
    def is_wrong(self) -> bool:
        """Whether somebody has to do something about it; a topped-up part is only told."""
        return REMARKS[self.code][1]


def percent_of(value: Decimal, *, of: Decimal) -> Decimal | None:
    """``value`` in percent of ``of``, rounded half up to one place; None where there is nothing to measure it by.

    >>> percent_of(Decimal(1), of=Decimal(3)), percent_of(Decimal(1), of=Decimal(0)) is None
    (Decimal('33.3'), True)
    """
    return (value * _HUNDRED / of).quantize(Decimal("0.1"), rounding=ROUND_HALF_UP) if of else None


def remarks_on(row: Row) -> Iterator[Remark]:
    """The remarks on a row, those on the target first, then share by share and link by link."""
    if row.target.nature == Nature.COVERAGE and not row.shares:
        yield Remark(
            "coverage-without-places",
            Sentence(gettext_noop("还没有列明按哪些地区计算，算不出覆盖面。")),
            Sentence(gettext_noop("列出全部地区和每地须达到的数，再逐地填报。")),
        )
    if row.adds_up and row.shares:
        yield from _on_sum(row)
        yield from _given_twice(row)
        for share in row.shares:
            yield from _on_parts(row, share)
    for link in row.uppers:
        yield from _on_link(row, link)
    for link in row.lowers:
        yield from _on_lower(row, link)


def _on_sum(row: Row) -> Iterator[Remark]:
    if row.rest:
        yield _remark(
            row,
            "unassigned",
            row.rest,
            gettext_noop("已分解 {part}，还有 {by} 没有分到任何地区或单位。"),
            gettext_noop("把余下的分下去；由牵头单位自己完成的，分给牵头单位。"),
            part=_amount(row, row.assigned or Decimal(0)),
        )
    if row.above:
        yield _remark(
            row,
            "above-target",
            row.above,
            gettext_noop("各份下达数合计 {part}，比指标多 {by}（{percent}%）。"),
            gettext_noop("核对有没有重复分解；确是各地自愿多做的，记在“自加”里，不算下达数。"),
            part=_amount(row, row.assigned or Decimal(0)),
        )
    if row.topped_up:
        yield _remark(
            row,
            "topped-up",
            row.topped_up,
            gettext_noop("各地各单位自加 {by}（{percent}%），与下达的分开计。"),
            gettext_noop("核对自加的是否自愿、有没有资金；自加没完成不算指标没完成。"),
        )


def _given_twice(row: Row) -> Iterator[Remark]:
    """A place that has a share by itself and another through a body of its own."""
    places = {one.owner.pk: one for one in row.shares if isinstance(one.owner, Place)}
    for share in row.shares:
        if isinstance(share.owner, Body) and (twice := places.get(share.owner.place_id or 0)):
            yield _remark(
                row,
                "assigned-twice",
                share.assigned,
                gettext_noop("{place}分到一份 {part}，本地的{body}又分到一份 {by}，同一处可能算了两次。"),
                gettext_noop("确认是不是同一批任务；是的，去掉其中一份。"),
                place=str(twice.owner),
                body=str(share.owner),
                part=_amount(row, twice.assigned),
            )


def _on_parts(row: Row, share: Share) -> Iterator[Remark]:
    if share.passed_on is None or share.passed_on == share.whole:
        return
    raised = share.passed_on > share.whole
    yield _remark(
        row,
        "parts-above-share" if raised else "parts-below-share",
        abs(share.passed_on - share.whole),
        gettext_noop("{owner}的任务是 {part}，再往下分了 {passed}，多出 {by}（{percent}%）。")
        if raised
        else gettext_noop("{owner}的任务是 {part}，再往下只分了 {passed}，还差 {by}（{percent}%）。"),
        gettext_noop("请{owner}说明为什么加码，没有依据的改回原数。")
        if raised
        else gettext_noop("请{owner}把余下的分到具体乡镇、单位，或写明由自己完成。"),
        of=share.whole,
        owner=str(share.owner),
        part=_amount(row, share.whole),
        passed=_amount(row, share.passed_on),
    )


def _on_link(row: Row, link: Link) -> Iterator[Remark]:
    """What this level made of the upper level's target."""
    whole = link.assigned + link.topped_up
    if whole != row.value:
        yield _remark(
            row,
            "link-does-not-add-up",
            abs(row.value - whole),
            gettext_noop("上级下达 {part}，自加 {more}，合计与本级指标 {value} 相差 {by}（{percent}%）。"),
            gettext_noop("核对两级文件，在“上下级对应”里改下达数或自加数。"),
            part=_amount(row, link.assigned),
            more=_amount(row, link.topped_up),
            value=_amount(row, row.value),
        )
    if row.value > link.assigned:
        yield _remark(
            row,
            "lower-above-upper",
            row.value - link.assigned,
            gettext_noop("上级“{other}”下达 {part}，本级定为 {value}，多 {by}（{percent}%）。"),
            gettext_noop("自加的部分写明依据和资金，与下达数分开考核。"),
            of=link.assigned,
            other=str(link.other),
            part=_amount(row, link.assigned),
            value=_amount(row, row.value),
        )


def _on_lower(row: Row, link: Link) -> Iterator[Remark]:
    """Whether what this level gave to the lower level's place is what that level says it was given."""
    issuer = link.other.commitment.document.issuer or ""
    share = next(
        (one for one in row.shares if issuer.startswith(str(one.owner)) or one.owner == link.other.place), None
    )
    if share is not None and share.assigned != link.assigned:
        yield _remark(
            row,
            "share-unlike-link",
            abs(share.assigned - link.assigned),
            gettext_noop("分给{owner}的是 {part}，{owner}的文件写上级下达 {other}，相差 {by}（{percent}%）。"),
            gettext_noop("与{owner}核对，改分解或改“上下级对应”的下达数。"),
            of=share.assigned,
            owner=str(share.owner),
            part=_amount(row, share.assigned),
            other=_amount(row, link.assigned),
        )


def _amount(row: Row, value: Decimal) -> Sentence:
    return Sentence(gettext_noop("{value}{unit}"), {"value": value, "unit": row.target.unit})


def _remark(
    row: Row,
    code: str,
    by: Decimal,
    found: str,
    cure: str,
    *,
    of: Decimal | None = None,
    **values: str | Sentence,
) -> Remark:
    percent = percent_of(by, of=row.value if of is None else of)
    told = {**values, "by": _amount(row, by), "percent": percent if percent is not None else "—"}
    return Remark(code, Sentence(found, told), Sentence(cure, told), by, percent)
