"""The only writer of the complaint ledger."""

import datetime as dt

from django.db import transaction

from duixian.ledgers.complaints.models import Complaint
from duixian.registers.models import Account, Body
from duixian.units import Refused, gettext_noop


def post_complaint(text: str, *, body: Body | None, by: Account, day: dt.date, at: dt.datetime) -> Complaint:
    """The row of what somebody says."""
    return Complaint.objects.create(text=text.strip(), body=body, by=by, day=day, at=at)


def post_answer(complaint: Complaint, *, text: str, by: Account, day: dt.date, at: dt.datetime) -> Complaint:
    """The row that answers ``complaint``. Errors: Refused where it was answered already, or is itself an answer."""
    with transaction.atomic():
        found = Complaint.objects.select_for_update().get(pk=complaint.pk)
        if found.answers_id is not None or Complaint.objects.filter(answers=found).exists():
            raise Refused("answered-already", gettext_noop("这条意见已经答复过。请刷新页面。"))
        return Complaint.objects.create(text=text.strip(), body=by.body, answers=found, by=by, day=day, at=at)
