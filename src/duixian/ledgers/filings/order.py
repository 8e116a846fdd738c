"""The order of the moves: from which stages each may be made, and where it leads. Nothing else decides."""

from collections.abc import Mapping
from dataclasses import dataclass

from duixian.ledgers.filings.models import FilingMove, FilingStage


@dataclass(frozen=True, slots=True)
class Way:
    """Where a move may be made from, and where it leads; ``to`` is None where the report stays in its stage."""

    since: frozenset[FilingStage]
    to: FilingStage | None


_FILLING_IN = frozenset({FilingStage.OPEN, FilingStage.RETURNED})

WAYS: Mapping[FilingMove, Way] = {
    FilingMove.OPEN: Way(_FILLING_IN, None),
    FilingMove.SUBMIT: Way(_FILLING_IN, FilingStage.SUBMITTED),
    FilingMove.PASS: Way(frozenset({FilingStage.SUBMITTED}), FilingStage.PASSED),
    FilingMove.ACCEPT: Way(frozenset({FilingStage.PASSED}), FilingStage.ACCEPTED),
    FilingMove.RETURN: Way(frozenset({FilingStage.SUBMITTED, FilingStage.PASSED}), FilingStage.RETURNED),
    FilingMove.REOPEN: Way(frozenset({FilingStage.ACCEPTED}), FilingStage.OPEN),
}


def stage_after(move: FilingMove, stage: FilingStage, *, own: bool) -> FilingStage:
    """The stage once ``move`` is made; a leading body's ``own`` report waits for nobody before the supervision office.

    >>> stage_after(FilingMove.SUBMIT, FilingStage.OPEN, own=True).value
    'passed'
    """
    if move is FilingMove.SUBMIT and own:
        return FilingStage.PASSED
    return WAYS[move].to or stage


def is_open_to(move: FilingMove, stage: FilingStage) -> bool:
    """Whether ``move`` may be made now."""
    return stage in WAYS[move].since
