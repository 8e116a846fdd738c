"""What becomes of a coordination seat when its holder's post changes hands: the rule of the founding document."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from duixian.registers.models import Holder, Seat


def pass_seats(seats: Iterable[Seat], *, incoming: Holder | None, day: dt.date) -> list[dict[str, Any]]:
    """Executes the rule for each seat from ``day`` on; what was done with each, for the log.

    A seat that passes by itself changes no row: it belongs to the post. Every other one waits for a person.
    """
    done = []
    for seat in seats:
        outcome = _outcome(seat, incoming)
        if outcome in ("notice", "unsaid") and seat.waits_since is None:
            seat.waits_since = day
            seat.save(update_fields=["waits_since"])
        done.append({"seat": seat.pk, "coordination": str(seat.coordination), "outcome": outcome})
    return done


def _outcome(seat: Seat, incoming: Holder | None) -> str:
    """``passed``, ``vacant`` until somebody takes the post, ``notice`` or ``unsaid``."""
    if seat.coordination.passes_by_itself(seat.part):
        return "passed" if incoming else "vacant"
    return "notice" if seat.coordination.needs_notice(seat.part) else "unsaid"
