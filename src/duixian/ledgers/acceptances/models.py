"""Rows of the acceptance ledger."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from duixian.registers.models import Target


class Acceptance(models.Model):
    """A target accepted on ``day``, or with ``revokes`` an acceptance taken back. Never changed."""

    target = models.ForeignKey(Target, on_delete=models.PROTECT, related_name="acceptances")
    day = models.DateField()
    note = models.CharField(max_length=500, default="", blank=True)
    revokes = models.OneToOneField("self", on_delete=models.PROTECT, null=True, related_name="revoked_by")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["target", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(revokes=None) | ~Q(note=""), name="acceptance_is_revoked_with_a_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.target} {self.day}"
