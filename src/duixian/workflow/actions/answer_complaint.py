"""Answers a complaint or suggestion, once."""

from duixian.ledgers.complaints.models import Complaint
from duixian.ledgers.complaints.post import post_answer
from duixian.units import Refused, gettext_noop
from duixian.workflow.acting import Acting, performing


def answer_complaint(acting: Acting, complaint: Complaint, *, text: str) -> Complaint:
    """The row of the answer. Errors: Refused without words, or where it was answered already."""
    with performing("answer_complaint", acting) as log:
        if not text.strip():
            raise Refused("answer-empty", gettext_noop("请写明答复，没有提交。"))
        row = post_answer(complaint, text=text, by=acting.account, day=acting.today, at=acting.now)
        log.record(complaint, text=row.text)
        return row
