"""The only writer of the report ledger: a row and the report's state, in one transaction."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction

from duixian.ledgers.filings.due import Due
from duixian.ledgers.filings.models import (
    Evidence,
    Filing,
    FilingFigure,
    FilingMove,
    FilingStage,
    FilingState,
    FilingStep,
)
from duixian.ledgers.filings.month import Month
from duixian.ledgers.filings.order import is_open_to, stage_after
from duixian.ledgers.filings.read import turn_of
from duixian.registers.models import Account, Place, Target
from duixian.units import Refused, gettext_noop


@dataclass(frozen=True, slots=True, kw_only=True)
class Hand:
    """Whose move it is, on which day of the site, and when."""

    by: Account
    day: dt.date
    at: dt.datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A file whose bytes lie in the store. Units: ``size`` in bytes."""

    name: str
    sha256: str
    size: int


def post_filing(month: Month, *, body: int, lead: int, due: Due) -> Filing:
    """The month's report of ``body`` to ``lead``, its row made where nobody touched it yet; locked until the end."""
    with transaction.atomic():
        found, _ = Filing.objects.get_or_create(
            year=month.year,
            month=month.month,
            body_id=body,
            lead_id=lead,
            defaults={"due": due.day, "due_basis": due.basis},
        )
        return _locked(found)


def post_opening(filing: Filing, hand: Hand) -> FilingStep:
    """The step that says when somebody began to fill the report in; ``hand.at`` may lie before now."""
    with transaction.atomic():
        return _step(_locked(filing), FilingMove.OPEN, hand, "")


def post_step(filing: Filing, move: FilingMove, hand: Hand, *, turn: int, reason: str = "") -> FilingStep:
    """The new step, after which the state has followed.

    Errors: Refused where the report has moved on since ``turn`` (``read.turn_of`` when its page was made): of two at
    once, and of one form sent twice, the second is refused. Refused where its stage does not allow the move.
    """
    with transaction.atomic():
        found = _locked(filing)
        check_turn(found, turn)
        return _step(found, move, hand, reason.strip())


def post_figures(figures: Iterable[FilingFigure]) -> None:
    """The figures of a step just posted."""
    FilingFigure.objects.bulk_create(figures)


def post_evidence(filing: Filing, kept: Kept, hand: Hand, *, target: Target, place: Place | None) -> Evidence:
    """The row of a file handed in for a figure."""
    return Evidence.objects.create(
        filing=filing,
        target=target,
        place=place,
        name=kept.name,
        sha256=kept.sha256,
        size=kept.size,
        day=hand.day,
        by=hand.by,
        at=hand.at,
    )


def stage_of(filing: Filing) -> FilingStage:
    """Where the report stands now; open where nobody touched it."""
    state = FilingState.objects.filter(filing=filing).first()
    return FilingStage(state.stage) if state else FilingStage.OPEN


def check_turn(filing: Filing, turn: int) -> None:
    """Errors: Refused where more than opening the form was done with the report since ``turn``."""
    if turn != turn_of(filing):
        raise Refused(
            "filing-moved-on",
            gettext_noop("{filing}的填报在您打开页面之后已有新的办理（现为“{stage}”），这次没有写入。请看过再办。"),
            filing=str(filing.body),
            stage=str(stage_of(filing).label),
        )


def check_open(filing: Filing, move: FilingMove) -> None:
    """Errors: Refused where the stage does not allow the move."""
    stage = stage_of(filing)
    if not is_open_to(move, stage):
        raise Refused(
            "filing-out-of-order",
            gettext_noop("{filing}的填报现在是“{stage}”，不能办“{move}”，没有写入。请刷新页面看下一步。"),
            filing=str(filing.body),
            stage=str(stage.label),
            move=str(move.label),
        )


def _locked(filing: Filing) -> Filing:
    """The row, locked: of two writers at once the second sees what the first wrote."""
    return Filing.objects.select_for_update(of=("self",)).select_related("body", "lead").get(pk=filing.pk)


def _step(filing: Filing, move: FilingMove, hand: Hand, reason: str) -> FilingStep:
    check_open(filing, move)
    before = FilingState.objects.select_related("step").filter(filing=filing).first()
    stage = FilingStage(before.stage) if before else FilingStage.OPEN
    # A clock that went back does not put a step before the one it follows.
    day = max(hand.day, before.step.day) if before else hand.day
    step = FilingStep.objects.create(filing=filing, move=move, reason=reason, day=day, by=hand.by, at=hand.at)
    state = before or FilingState(filing=filing)
    state.step, state.stage = step, stage_after(move, stage, own=filing.body_id == filing.lead_id)
    if move == FilingMove.SUBMIT and state.first_submitted is None:
        state.first_submitted = day
    state.save()
    return step
