"""Rows of the progress ledger, and the one balance kept beside them."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from duixian.registers.models import Body, Place, Target


class Posting(models.Model):
    """What had been done by the end of ``day``, counted from the target's beginning. Never changed.

    ``place`` is set exactly where the target is shared out. A correction is a new row for the same day that names
    the row it stands for; a row that is named so no longer counts.
    """

    target = models.ForeignKey(Target, on_delete=models.PROTECT, related_name="postings")
    place = models.ForeignKey(Place, on_delete=models.PROTECT, null=True, related_name="+")
    day = models.DateField()
    value = models.DecimalField(max_digits=20, decimal_places=4)
    note = models.CharField(max_length=500, default="", blank=True)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, null=True, related_name="+")
    posted_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    posted_at = models.DateTimeField()
    corrects = models.OneToOneField("self", on_delete=models.PROTECT, null=True, related_name="corrected_by")

    class Meta:
        ordering = ["target", "place", "day", "pk"]
        indexes = [models.Index(fields=["target", "place", "day"], name="posting_by_target")]
        constraints = [
            models.CheckConstraint(condition=Q(value__gte=0), name="posting_is_not_negative"),
            models.CheckConstraint(condition=Q(corrects__isnull=True) | ~Q(note=""), name="correction_has_a_reason"),
            models.CheckConstraint(
                condition=Q(corrects__isnull=True) | ~Q(corrects=F("id")), name="posting_corrects_another"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.target} {self.day} {self.value}"


class Balance(models.Model):
    """The newest counting posting of a target, or of its share in a place. Kept by ``post.py`` with each posting."""

    target = models.ForeignKey(Target, on_delete=models.PROTECT, related_name="balances")
    place = models.ForeignKey(Place, on_delete=models.PROTECT, null=True, related_name="+")
    posting = models.OneToOneField(Posting, on_delete=models.PROTECT, related_name="+")
    day = models.DateField()
    value = models.DecimalField(max_digits=20, decimal_places=4)

    class Meta:
        ordering = ["target", "place"]
        constraints = [
            # Two constraints, for SQLite takes every null as different from every other.
            models.UniqueConstraint(fields=["target"], condition=Q(place=None), name="balance_once_a_target"),
            models.UniqueConstraint(
                fields=["target", "place"], condition=~Q(place=None), name="balance_once_a_target_and_place"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.target} {self.value}"
