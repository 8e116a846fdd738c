"""Reads the activity log."""

from django.db import models

from duixian.ledgers.activity.models import Entry


def entries(*, subject: models.Model | None = None, verb: str | None = None) -> models.QuerySet[Entry]:
    """The log, newest first, of everything or of one thing."""
    found = Entry.objects.select_related("actor", "actor__body")
    if subject is not None:
        found = found.filter(subject=subject._meta.model_name, subject_id=subject.pk)
    return found.filter(verb=verb) if verb else found
