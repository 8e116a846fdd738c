"""What operations answer with: each shape is a report's row, with names and sentences in the asked language."""

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from typing import Any, Generic, TypeVar

from django.utils.translation import gettext
from ninja import Schema

from duixian.api.asked import Paged
from duixian.ledgers.models import Posting
from duixian.pace import Light
from duixian.registers.models import Place, Target
from duixian.reports import board, commitment
from duixian.reports.figures import TargetLine
from duixian.reports.said import said
from duixian.reports.schemes import site_schemes
from duixian.units import trimmed

Item = TypeVar("Item")


class Page(Schema, Generic[Item]):
    """A part of a list: ``total`` counts all of it, ``pages`` the pages of this size."""

    as_of: dt.date
    page: int
    pages: int
    total: int
    items: list[Item]


def paged(asked: Paged, found: Sequence[Any], *, as_of: dt.date) -> dict[str, Any]:
    """The asked part of ``found``, not yet shaped; beyond the last page it is empty."""
    begin = (asked.page - 1) * asked.size
    return {
        "as_of": as_of,
        "page": asked.page,
        "pages": -(-len(found) // asked.size),
        "total": len(found),
        "items": found[begin : begin + asked.size],
    }


class LightShape(Schema):
    """A light with all that explains it. ``judged_on`` is the day whose expectation counted."""

    code: str
    word: str
    rule: str
    green: str
    inputs: dict[str, str]
    judged_on: dt.date
    since: dt.date | None

    @classmethod
    def of(cls, light: Light) -> "LightShape":
        """The light as the site's own scheme names it."""
        looks = site_schemes().looks_on(light.at.as_of)
        code = looks.shown(light.code)
        return cls(
            code=code.value,
            word=gettext(looks.looks[code].word),
            rule=said(light.rule),
            green=said(light.green),
            inputs={gettext(label): said(value) for label, value in light.inputs.items()},
            judged_on=light.judged_on,
            since=light.since,
        )


class Owner(Schema):
    """A place, by its division code, or a body, by its number here: one of the two."""

    name: str
    place: str | None = None
    body: int | None = None

    @classmethod
    def of(cls, owner: Any) -> "Owner":
        if isinstance(owner, Place):
            return cls(name=str(owner), place=owner.code)
        return cls(name=str(owner), body=owner.pk)


class TargetShape(Schema):
    """A target. ``nature``, ``counting`` and ``counter`` say what kind of quantity it is and how it is reported."""

    id: int
    object: str
    value: Decimal
    unit: str
    comparator: str
    begins: dt.date
    due: dt.date
    nature: str
    counting: str
    counter: str

    @classmethod
    def of(cls, target: Target, *, value: Decimal) -> "TargetShape":
        names = ("object", "unit", "comparator", "begins", "due", "nature", "counting", "counter")
        return cls(id=target.pk, value=value, **{name: getattr(target, name) for name in names})


class LineShape(Schema):
    """A target as it stands. ``actual`` is null where nothing was reported, which is not zero."""

    target: TargetShape
    actual: Decimal | None
    expected: Decimal
    last_day: dt.date | None
    shares: int
    shares_reported: int
    light: LightShape

    @classmethod
    def of(cls, line: TargetLine) -> "LineShape":
        return cls(
            target=TargetShape.of(line.target, value=line.value),
            actual=line.actual,
            expected=line.expected,
            last_day=line.last_day,
            shares=line.places,
            shares_reported=line.places_reported,
            light=LightShape.of(line.light),
        )


class CommitmentShape(Schema):
    """A commitment as it stands; ``lines`` worst first, ``light`` the worst of them, null where nothing is counted."""

    id: int
    title: str
    year: int
    released: bool
    due: dt.date | None
    owners: list[str]
    last_day: dt.date | None
    light: LightShape | None
    lines: list[LineShape]

    @classmethod
    def of(cls, row: board.Row) -> "CommitmentShape":
        return cls(
            id=row.commitment.pk,
            title=row.commitment.title,
            year=row.commitment.year,
            released=row.commitment.released_at is not None,
            due=row.due,
            owners=list(row.owners),
            last_day=row.last_day,
            light=LightShape.of(row.light) if row.light else None,
            lines=[LineShape.of(line) for line in row.lines],
        )


class PostingShape(Schema):
    """A row of the progress ledger. ``counts`` is false where a later row corrects it; ``corrects`` is the earlier."""

    id: int
    day: dt.date
    value: Decimal
    note: str
    owner: Owner | None
    counter: str
    posted_by: str
    posted_at: dt.datetime
    corrects: int | None
    counts: bool

    @classmethod
    def of(cls, posting: Posting) -> "PostingShape":
        return cls(
            id=posting.pk,
            day=posting.day,
            value=trimmed(posting.value),
            note=posting.note,
            owner=Owner.of(posting.owner) if posting.owner else None,
            counter=posting.counter,
            posted_by=str(posting.posted_by),
            posted_at=posting.posted_at,
            corrects=posting.corrects_id,
            counts=not hasattr(posting, "corrected_by"),
        )


class ShareStanding(Schema):
    """What a place or a body has reached of its share."""

    owner: Owner
    value: Decimal
    topped_up: Decimal
    actual: Decimal | None
    day: dt.date | None
    light: LightShape


class TargetDetailShape(LineShape):
    """A target with what is behind its light; ``postings`` newest first, corrected ones included."""

    owners: list[str]
    share_list: list[ShareStanding]
    postings: list[PostingShape]


class DetailShape(CommitmentShape):
    """A commitment whole; ``document`` and ``quote`` are what promised it."""

    document: str
    quote: str
    targets: list[TargetDetailShape]

    @classmethod
    def whole(cls, found: commitment.Detail) -> "DetailShape":
        """The commitment's page."""
        row = CommitmentShape.of(found.row)
        promised = found.row.commitment
        return cls(
            **row.model_dump(),
            document=promised.document.name,
            quote=promised.document.source.text[promised.begin : promised.end],
            targets=[_target(one) for one in found.targets],
        )


def _target(one: commitment.TargetDetail) -> TargetDetailShape:
    shares = [
        ShareStanding(
            owner=Owner.of(share.owner),
            value=share.value,
            topped_up=share.topped_up,
            actual=share.actual,
            day=share.day,
            light=LightShape.of(share.light),
        )
        for share in one.shares
    ]
    return TargetDetailShape(
        **LineShape.of(one.line).model_dump(),
        owners=list(one.owners),
        share_list=shares,
        postings=[PostingShape.of(posting) for posting in one.postings],
    )
