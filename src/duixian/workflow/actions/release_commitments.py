"""Shows commitments to the public."""

from collections.abc import Iterable

from duixian.registers.models import Commitment
from duixian.units import Refused, gettext_noop
from duixian.workflow.acting import Acting, performing


def release_commitments(acting: Acting, commitments: Iterable[Commitment]) -> list[Commitment]:
    """Those that are newly public. Errors: Refused where none of them still waits to be released."""
    with performing("release_commitments", acting) as log:
        asked = [commitment.pk for commitment in commitments]
        waiting = list(Commitment.objects.select_for_update().filter(pk__in=asked, released_at=None))
        if not waiting:
            raise Refused("nothing-to-release", gettext_noop("没有待公开的实事：所选的都已公开。"))
        for commitment in waiting:
            commitment.released_at, commitment.released_by = acting.now, acting.account
            commitment.save(update_fields=["released_at", "released_by"])
            log.record(commitment)
        return waiting
