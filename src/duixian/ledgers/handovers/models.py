"""Rows of the hand-over ledger."""

from django.conf import settings
from django.db import models

from duixian.registers.models import Holder, Post


class Handover(models.Model):
    """One change of a post's holder, with every duty that was open on that day. Never changed.

    ``items`` is the hand-over list as it was shown; ``incoming`` is None where the post stays vacant.
    """

    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="handovers")
    outgoing = models.ForeignKey(Holder, on_delete=models.PROTECT, null=True, related_name="+")
    incoming = models.ForeignKey(Holder, on_delete=models.PROTECT, null=True, related_name="+")
    day = models.DateField()
    items = models.JSONField(default=list)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.post} {self.day}"
