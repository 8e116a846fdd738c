"""Corrects a posting: a new row for the same day that names the wrong one and says why."""

from decimal import Decimal

from duixian.ledgers.progress.models import Posting
from duixian.ledgers.progress.post import correct_posting
from duixian.units import plain
from duixian.workflow.acting import Acting, performing
from duixian.workflow.actions.post_progress import check_answers
from duixian.workflow.figures import check_value


def correct_progress(acting: Acting, wrong: Posting, *, value: Decimal, reason: str) -> Posting:
    """The new posting. Errors: Refused, nothing written."""
    with performing("correct_progress", acting) as log:
        check_answers(acting, wrong.target, wrong.series)
        check_value(wrong.target, value)
        posting = correct_posting(
            wrong, value=value, reason=reason, body=acting.account.body, by=acting.account, at=acting.now
        )
        log.record(
            posting,
            target=wrong.target_id,
            corrects=wrong.pk,
            was=plain(wrong.value),
            value=plain(value),
            note=posting.note,
        )
        return posting
