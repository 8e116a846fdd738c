"""Shares, links, duties and orders as operations answer them."""

import datetime as dt
from decimal import Decimal

from django.utils.translation import gettext
from ninja import Schema

from duixian.api.shapes import Owner, TargetShape
from duixian.reports import allocation, links, orders
from duixian.reports.duty import Duty
from duixian.reports.said import said
from duixian.units import trimmed


class PartShape(Schema):
    """A part of a share, one level further down."""

    name: str
    value: Decimal


class ShareShape(Schema):
    """What a place or a body was given: ``assigned`` and ``topped_up`` apart; of a coverage, the level to reach."""

    id: int
    owner: Owner
    assigned: Decimal
    topped_up: Decimal
    parts: list[PartShape]


class RemarkShape(Schema):
    """What is off about a target's shares: by how much, in its unit and in percent, and what to do."""

    code: str
    word: str
    wrong: bool
    found: str
    cure: str
    by: Decimal | None
    percent: Decimal | None


class LevelShape(Schema):
    """The target of the level above or below that this one goes with."""

    target: TargetShape
    assigned: Decimal
    topped_up: Decimal


class AllocationShape(Schema):
    """A target and its shares. The sums are null where shares do not add up to the target."""

    target: TargetShape
    commitment: str
    assigned: Decimal | None
    topped_up: Decimal | None
    rest: Decimal | None
    above: Decimal | None
    shares: list[ShareShape]
    uppers: list[LevelShape]
    lowers: list[LevelShape]
    remarks: list[RemarkShape]

    @classmethod
    def of(cls, row: allocation.Row) -> "AllocationShape":
        return cls(
            target=TargetShape.of(row.target, value=row.value),
            commitment=row.target.commitment.title,
            assigned=row.assigned,
            topped_up=row.topped_up,
            rest=row.rest,
            above=row.above,
            shares=[_share(one) for one in row.shares],
            uppers=[_level(one) for one in row.uppers],
            lowers=[_level(one) for one in row.lowers],
            remarks=[_remark(one) for one in row.remarks],
        )


def _share(share: allocation.Share) -> ShareShape:
    parts = [PartShape(name=part.name, value=part.value) for part in share.parts]
    return ShareShape(
        id=share.pk,
        owner=Owner.of(share.owner),
        assigned=share.assigned,
        topped_up=share.topped_up,
        parts=parts,
    )


def _level(link: allocation.Link) -> LevelShape:
    target = TargetShape.of(link.other, value=trimmed(link.other.value))
    return LevelShape(target=target, assigned=link.assigned, topped_up=link.topped_up)


def _remark(remark: allocation.Remark) -> RemarkShape:
    return RemarkShape(
        code=remark.code,
        word=gettext(remark.word),
        wrong=remark.is_wrong,
        found=said(remark.found),
        cure=said(remark.cure),
        by=remark.by,
        percent=remark.percent,
    )


class LinkShape(Schema):
    """A pair of an upper and a lower level's targets, and what a person said to it."""

    id: int
    upper: TargetShape
    lower: TargetShape
    assigned: Decimal
    topped_up: Decimal
    state: str
    doubts: list[str]

    @classmethod
    def of(cls, row: links.Row) -> "LinkShape":
        return cls(
            id=row.pk,
            upper=TargetShape.of(row.upper, value=trimmed(row.upper.value)),
            lower=TargetShape.of(row.lower, value=trimmed(row.lower.value)),
            assigned=row.assigned,
            topped_up=row.topped_up,
            state=row.state.value,
            doubts=[gettext(doubt) for doubt in row.doubts],
        )


class DutyShape(Schema):
    """Something the caller has to do; ``basis`` says how its day was computed."""

    day: dt.date | None
    late: bool
    words: str
    basis: str

    @classmethod
    def of(cls, duty: Duty, *, as_of: dt.date) -> "DutyShape":
        return cls(day=duty.day, late=duty.is_late(as_of), words=said(duty.sentence), basis=said(duty.basis))


class OrderShape(Schema):
    """A supervision order as it stands."""

    id: int
    number: str
    title: str
    body: Owner
    stage: str
    due: dt.date | None
    late_days: int
    last_move: str
    last_day: dt.date

    @classmethod
    def of(cls, row: orders.Row) -> "OrderShape":
        return cls(
            id=row.order.pk,
            number=row.order.number,
            title=row.order.title,
            body=Owner.of(row.order.body),
            stage=row.stage.value,
            due=row.due,
            late_days=row.late_days,
            last_move=row.last.move,
            last_day=row.last.day,
        )
