"""Says what is wrong with what is asked here, or what would make it lighter (国办函〔2026〕12号)."""

from duixian.ledgers.complaints.models import Complaint
from duixian.ledgers.complaints.post import post_complaint
from duixian.units import Refused, gettext_noop
from duixian.workflow.acting import Acting, performing


def complain(acting: Acting, *, text: str) -> Complaint:
    """The row. Errors: Refused without words."""
    with performing("complain", acting) as log:
        if not text.strip():
            raise Refused("complaint-empty", gettext_noop("请写明意见或建议，没有提交。"))
        row = post_complaint(text, body=acting.account.body, by=acting.account, day=acting.today, at=acting.now)
        log.record(row)
        return row
