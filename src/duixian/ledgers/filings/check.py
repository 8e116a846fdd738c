"""Proves that each report's state is what its steps say, and that its figures are the progress ledger's own."""

import datetime as dt
from collections.abc import Iterator

from duixian.ledgers.filings.models import Filing, FilingFigure, FilingMove, FilingStage
from duixian.ledgers.filings.month import Month
from duixian.ledgers.filings.order import is_open_to, stage_after
from duixian.ledgers.filings.read import last_submissions


def wrong_filings() -> list[str]:
    """A line for each report or figure that differs from a replay; empty where all is well."""
    found = Filing.objects.select_related("state", "body").prefetch_related("steps")
    return [*(line for filing in found if (line := _wrong(filing)) is not None), *_wrong_figures(), *_wrong_locks()]


def _wrong(filing: Filing) -> str | None:
    stage, first, last = FilingStage.OPEN, None, dt.date.min
    for step in filing.steps.all():
        move = FilingMove(step.move)
        if not is_open_to(move, stage) or step.day < last:
            return f"填报 {filing}：“{move.label}”不该在“{stage.label}”时办"
        stage, last = stage_after(move, stage, own=filing.body_id == filing.lead_id), step.day
        first = first or (step.day if move is FilingMove.SUBMIT else None)
    state = getattr(filing, "state", None)
    if state is None:
        return f"填报 {filing}：没有办理状态" if filing.steps.all() else None
    if (stage, first) != (state.stage, state.first_submitted):
        return f"填报 {filing}：逐步重算应为“{stage.label}”，记的是“{state.get_stage_display()}”"
    return None


def _wrong_figures() -> Iterator[str]:
    figures = FilingFigure.objects.exclude(posting=None).select_related("posting__target", "step__filing__body")
    for figure in figures.iterator(chunk_size=2000):
        row, filing = figure.posting, figure.step.filing
        if row is None or (row.target_id, row.place_id, row.for_body_id, row.value) != (
            figure.target_id,
            figure.place_id,
            figure.for_body_id,
            figure.value,
        ):
            yield f"填报 {filing}：指标 {figure.target_id} 报的数与所记的进度不同"
        elif row.day > Month(filing.year, filing.month).last:
            yield f"填报 {filing}：指标 {figure.target_id} 记的是以后的进度"


def _wrong_locks() -> Iterator[str]:
    """What was accepted still counts: nothing was corrected behind the lock."""
    accepted = Filing.objects.filter(state__stage=FilingStage.ACCEPTED).values_list("pk", flat=True)
    steps = last_submissions(list(accepted)).values()
    behind = FilingFigure.objects.filter(step__in=steps, posting__corrected_by__isnull=False)
    for figure in behind.select_related("step__filing__body"):
        yield f"填报 {figure.step.filing}：指标 {figure.target_id} 的数在接受后被更正"
