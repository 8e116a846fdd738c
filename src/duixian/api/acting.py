"""Operations that change something: each is an action, under the caller's own name, logged like any other."""

import datetime as dt
from decimal import Decimal
from typing import Any

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Body as InBody
from ninja import Path, Schema
from pydantic import Field

from duixian.api.asked import Code, Exact, Key, Words
from duixian.api.door import operation
from duixian.api.shapes import PostingShape
from duixian.api.share_shapes import AllocationShape
from duixian.api.sign_in import acting_now
from duixian.ledgers.models import Filing, FilingStep, Posting
from duixian.ledgers.progress.post import Figure
from duixian.ledgers.progress.series import Series
from duixian.registers.models import Body, Counter, Place, Target
from duixian.reports import allocation
from duixian.workflow.actions.accept_filing import accept_filing
from duixian.workflow.actions.correct_progress import correct_progress
from duixian.workflow.actions.pass_filing import pass_filing
from duixian.workflow.actions.post_progress import post_progress
from duixian.workflow.actions.return_filing import return_filing
from duixian.workflow.actions.share_out import share_out
from duixian.workflow.sharing import Given

_MOST_SHARES = 500


class WhoseShare(Schema):
    """A place by its division code or a body by its number; neither for the target as a whole."""

    place: Code | None = None
    body: Key | None = None

    def owner(self) -> Place | Body | None:
        """Errors: Http404 for a code or number that nobody has."""
        if self.place is not None:
            found = Place.objects.filter(code=self.place, valid_to=None).first()
            if found is None:
                raise Http404
            return found
        return get_object_or_404(Body, pk=self.body) if self.body is not None else None


class FigureAsked(WhoseShare):
    """A figure. ``seen`` is the newest posting's id that its writer knew, null where there was none."""

    day: dt.date
    value: Exact
    note: Words = ""
    counter: Counter = Counter.WHOLE
    seen: Key | None = None


class CorrectionAsked(Schema):
    """What a posting should have said, and why."""

    value: Exact
    reason: Words


class ShareAsked(WhoseShare):
    """What a place or body is given; ``topped_up`` is what it put on itself."""

    value: Exact
    topped_up: Exact = Decimal(0)


class SharesAsked(Schema):
    """A whole set of shares, in the place of the one there is; that needs a reason."""

    shares: list[ShareAsked] = Field(max_length=_MOST_SHARES)
    reason: Words = ""


class TurnAsked(Schema):
    """``turn`` is the step that its writer knew as the newest: whoever comes second is told so."""

    turn: int = Field(ge=0, le=2**63 - 1)


class ReturnAsked(TurnAsked):
    """Why a report goes back."""

    reason: Words


class StepShape(Schema):
    """A move with a report."""

    id: int
    filing: int
    move: str
    day: dt.date

    @classmethod
    def of(cls, step: FilingStep) -> "StepShape":
        return cls(id=step.pk, filing=step.filing_id, move=step.move, day=step.day)


@operation("POST", "/targets/{pk}/postings", name="post_progress", shape=PostingShape)
def post(request: HttpRequest, pk: Path[Key], asked: InBody[FigureAsked]) -> Any:
    """Reports what had been done for a target, or a share of it, by the end of a day."""
    target = get_object_or_404(Target, pk=pk)
    figure = Figure(day=asked.day, value=asked.value, note=asked.note, seen=asked.seen)
    series = Series.of(asked.owner(), counter=asked.counter.value)
    return PostingShape.of(post_progress(acting_now(request), target, figure, series=series))


@operation("POST", "/postings/{pk}/correction", name="correct_progress", shape=PostingShape)
def correct(request: HttpRequest, pk: Path[Key], asked: InBody[CorrectionAsked]) -> Any:
    """Puts a new row in the place of a wrong one, for the same day."""
    wrong = get_object_or_404(Posting.objects.select_related("target"), pk=pk)
    return PostingShape.of(correct_progress(acting_now(request), wrong, value=asked.value, reason=asked.reason))


@operation("PUT", "/targets/{pk}/shares", name="share_out", shape=AllocationShape)
def put_shares(request: HttpRequest, pk: Path[Key], asked: InBody[SharesAsked]) -> Any:
    """Shares a target out to places and bodies, instead of the shares it had."""
    target = get_object_or_404(Target, pk=pk)
    given = [
        Given(owner=owner, value=one.value, topped_up=one.topped_up)
        for one in asked.shares
        for owner in (one.owner(),)
        if owner is not None
    ]
    if len(given) < len(asked.shares):
        raise Http404
    share_out(acting_now(request), target, given, reason=asked.reason)
    return AllocationShape.of(allocation.row_for(pk))


@operation("POST", "/filings/{pk}/pass", name="pass_filing", shape=StepShape)
def let_pass(request: HttpRequest, pk: Path[Key], asked: InBody[TurnAsked]) -> Any:
    """Passes a month's report on, as its leading body."""
    return StepShape.of(pass_filing(acting_now(request), _filing(pk), turn=asked.turn))


@operation("POST", "/filings/{pk}/accept", name="accept_filing", shape=StepShape)
def accept(request: HttpRequest, pk: Path[Key], asked: InBody[TurnAsked]) -> Any:
    """Accepts a month's report, which locks it."""
    return StepShape.of(accept_filing(acting_now(request), _filing(pk), turn=asked.turn))


@operation("POST", "/filings/{pk}/return", name="return_filing", shape=StepShape)
def give_back(request: HttpRequest, pk: Path[Key], asked: InBody[ReturnAsked]) -> Any:
    """Returns a month's report with a reason."""
    return StepShape.of(return_filing(acting_now(request), _filing(pk), reason=asked.reason, turn=asked.turn))


def _filing(pk: int) -> Filing:
    return get_object_or_404(Filing.objects.select_related("body", "lead"), pk=pk)
