"""Operations that read: each is a report, asked for as the pages ask for it."""

from typing import Any

from django.http import Http404, HttpRequest
from ninja import Path, Query

from duixian.api.asked import AsOf, Code, Key, Paged, Words, Year, day_of
from duixian.api.door import operation
from duixian.api.shapes import CommitmentShape, DetailShape, LineShape, Page, paged
from duixian.api.share_shapes import AllocationShape, DutyShape, LinkShape, OrderShape
from duixian.api.sign_in import account_of, acting_now
from duixian.pace import Code as LightCode
from duixian.registers.models import Body, Commitment, Place, Target
from duixian.reports import allocation, board, commitment, duties, links, orders
from duixian.reports.board_filter import BoardFilter


class BoardAsked(AsOf):
    """What narrows the board, as on its page."""

    year: Year | None = None
    light: LightCode | None = None
    body: Key | None = None
    place: Code | None = None
    words: Words = ""


class AllocationsAsked(Paged):
    """What narrows the list of shares."""

    year: Year | None = None
    place: Code | None = None
    wrong: bool = False


@operation("GET", "/board", name="read_board", shape=Page[CommitmentShape])
def read_board(request: HttpRequest, asked: Query[BoardAsked]) -> Any:
    """All commitments at a glance: light, done against plan, deadline, owner, last report."""
    found = _listing(request, asked)
    part = paged(asked, found.keys, as_of=found.as_of)
    return part | {"items": [CommitmentShape.of(row) for row in found.rows(part["items"])]}


@operation("GET", "/lights", name="read_lights", shape=Page[LineShape])
def read_lights(request: HttpRequest, asked: Query[BoardAsked]) -> Any:
    """The light of every target, by pages of commitments: rule, inputs, and what would turn it green."""
    found = _listing(request, asked)
    part = paged(asked, found.keys, as_of=found.as_of)
    return part | {"items": [LineShape.of(line) for row in found.rows(part["items"]) for line in row.lines]}


@operation("GET", "/commitments/{pk}", name="read_commitment", shape=DetailShape)
def read_commitment(request: HttpRequest, pk: Path[Key], asked: Query[AsOf]) -> Any:
    """One commitment whole: what promised it, its targets with shares and postings."""
    try:
        return DetailShape.whole(commitment.detail(pk, as_of=day_of(request, asked.as_of)))
    except Commitment.DoesNotExist as missing:
        raise Http404 from missing


@operation("GET", "/allocations", name="read_allocations", shape=Page[AllocationShape])
def read_allocations(request: HttpRequest, asked: Query[AllocationsAsked]) -> Any:
    """How targets are shared out, and what is off: left over, given twice, raised on the way down."""
    as_of = acting_now(request).today
    found = allocation.rows(as_of=as_of, year=asked.year, place=_place(asked.place), wrong_only=asked.wrong)
    part = paged(asked, found, as_of=as_of)
    return part | {"items": [AllocationShape.of(row) for row in part["items"]]}


@operation("GET", "/targets/{pk}/shares", name="read_target_shares", shape=AllocationShape)
def read_target_shares(request: HttpRequest, pk: Path[Key]) -> Any:  # noqa: ARG001 -- ninja's signature
    """One target with its shares, level by level."""
    try:
        return AllocationShape.of(allocation.row_for(pk))
    except Target.DoesNotExist as missing:
        raise Http404 from missing


@operation("GET", "/links", name="read_links", shape=Page[LinkShape])
def read_links(request: HttpRequest, asked: Query[Paged]) -> Any:
    """Pairs of an upper and a lower level's targets."""
    part = paged(asked, links.rows(), as_of=acting_now(request).today)
    return part | {"items": [LinkShape.of(row) for row in part["items"]]}


@operation("GET", "/duties", name="read_duties", shape=Page[DutyShape])
def read_duties(request: HttpRequest, asked: Query[Paged]) -> Any:
    """What the caller has to do, oldest day first."""
    account, as_of = account_of(request), acting_now(request).today
    found = duties.duties(role=account.role, body=account.body, as_of=as_of)
    part = paged(asked, found, as_of=as_of)
    return part | {"items": [DutyShape.of(duty, as_of=as_of) for duty in part["items"]]}


@operation("GET", "/orders", name="read_orders", shape=Page[OrderShape])
def read_orders(request: HttpRequest, asked: Query[AsOf]) -> Any:
    """Supervision orders, open ones first; a reporter sees those to the own body."""
    as_of = day_of(request, asked.as_of)
    part = paged(asked, orders.rows(as_of=as_of, account=account_of(request)), as_of=as_of)
    return part | {"items": [OrderShape.of(row) for row in part["items"]]}


def _listing(request: HttpRequest, asked: BoardAsked) -> board.Listing:
    wanted = BoardFilter(
        light=asked.light,
        body=_body(asked.body),
        place=_place(asked.place),
        year=asked.year,
        words=asked.words,
    )
    return board.listing(wanted, as_of=day_of(request, asked.as_of))


def _place(code: str | None) -> Place | None:
    """The place in force with this code. Errors: Http404 for a code that no place has."""
    if code is None:
        return None
    place = Place.objects.filter(code=code, valid_to=None).first()
    if place is None:
        raise Http404
    return place


def _body(key: int | None) -> Body | None:
    if key is None:
        return None
    body = Body.objects.filter(pk=key).first()
    if body is None:
        raise Http404
    return body
