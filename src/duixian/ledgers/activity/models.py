"""Rows of the activity log."""

from django.conf import settings
from django.db import models


class Entry(models.Model):
    """One act of one person. Written by ``activity.post`` within the act's transaction; never changed."""

    at = models.DateTimeField(db_index=True)
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    verb = models.CharField(max_length=40, db_index=True)
    subject = models.CharField(max_length=40)
    subject_id = models.PositiveBigIntegerField()
    detail = models.JSONField(default=dict)

    class Meta:
        ordering = ["-pk"]
        indexes = [models.Index(fields=["subject", "subject_id"], name="entry_by_subject")]
        verbose_name_plural = "entries"

    def __str__(self) -> str:
        return f"{self.verb} {self.subject} {self.subject_id}"
