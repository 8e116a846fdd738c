"""Reads the complaint ledger."""

from django.db.models import Case, QuerySet, Value, When

from duixian.ledgers.complaints.models import Complaint


def complaints() -> QuerySet[Complaint]:
    """What was said, unanswered first, then newest first; each with its answer, if any."""
    found = Complaint.objects.filter(answers=None).select_related("body", "answer")
    answered = Case(When(answer=None, then=Value(0)), default=Value(1))
    return found.alias(answered=answered).order_by("answered", "-pk")
