"""Accepts a target that is done (验收)."""

from duixian.ledgers.acceptances.models import Acceptance
from duixian.ledgers.acceptances.post import post_acceptance
from duixian.ledgers.filings.finished import finished
from duixian.ledgers.progress.series import WHOLE, Series
from duixian.registers.models import Nature, Target
from duixian.units import Refused, gettext_noop
from duixian.workflow.acting import Acting, performing


def accept_target(acting: Acting, target: Target, *, note: str = "") -> Acceptance:
    """The row. Errors: Refused where its figures do not say that it is done, or where it is accepted already."""
    with performing("accept_target", acting) as log:
        done = finished([target.pk], as_of=acting.today)
        open_shares = [name for name, series in _parts(target) if (target.pk, series) not in done]
        if open_shares:
            raise Refused(
                "target-not-done",
                gettext_noop("“{target}”填报的数还没有达到目标（{missing}），不能验收。"),
                target=str(target),
                missing="、".join(open_shares),
            )
        row = post_acceptance(target, day=acting.today, note=note, by=acting.account, at=acting.now)
        log.record(target, note=row.note)
        return row


def _parts(target: Target) -> list[tuple[str, Series]]:
    """Each share with the name of whom it was given to, else the whole; a coverage is for people to judge."""
    if target.nature == Nature.COVERAGE:
        return []
    shares = [(str(share.owner), Series(share.place_id, share.body_id)) for share in target.allocations.all()]
    return shares or [(str(target), WHOLE)]
