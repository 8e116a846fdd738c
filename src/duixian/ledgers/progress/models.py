"""Rows of the progress ledger, and the one balance kept beside them."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce

from duixian.ledgers.progress.series import Series
from duixian.registers.models import Body, Counter, Place, Target


class Posting(models.Model):
    """What had been done by the end of ``day``, counted from the target's beginning. Never changed.

    ``place`` or ``for_body`` is set exactly where the target is shared out to places or bodies. ``counter`` is empty
    for the figure that decides, else the stage it counts beside it. Where the target's figures are increments,
    ``value`` is what was added since the row before. A correction is a new row for the same day that names the row it
    stands for; a row that is named so no longer counts. ``filing`` is the report it was handed in with, if any.
    """

    target = models.ForeignKey(Target, on_delete=models.PROTECT, related_name="postings")
    place = models.ForeignKey(Place, on_delete=models.PROTECT, null=True, related_name="+")
    for_body = models.ForeignKey(Body, on_delete=models.PROTECT, null=True, related_name="+")
    counter = models.CharField(max_length=10, choices=Counter, default=Counter.WHOLE, blank=True)
    day = models.DateField()
    value = models.DecimalField(max_digits=20, decimal_places=4)
    note = models.CharField(max_length=500, default="", blank=True)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, null=True, related_name="+")
    posted_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    posted_at = models.DateTimeField()
    filing = models.ForeignKey("ledgers.Filing", on_delete=models.PROTECT, null=True, related_name="postings")
    corrects = models.OneToOneField("self", on_delete=models.PROTECT, null=True, related_name="corrected_by")

    class Meta:
        ordering = ["target", "place", "day", "pk"]
        indexes = [
            models.Index(fields=["target", "place", "day"], name="posting_by_target"),
            # Nearly every row corrects nothing: statistics then tell SQLite that the unique index finds all rows at
            # once, and it builds an index of its own in every query for "what no later row stands for".
            models.Index(fields=["corrects"], condition=Q(corrects__isnull=False), name="posting_corrections"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(value__gte=0), name="posting_is_not_negative"),
            models.CheckConstraint(condition=Q(place=None) | Q(for_body=None), name="posting_for_a_place_or_a_body"),
            models.CheckConstraint(condition=Q(corrects__isnull=True) | ~Q(note=""), name="correction_has_a_reason"),
            models.CheckConstraint(
                condition=Q(corrects__isnull=True) | ~Q(corrects=F("id")), name="posting_corrects_another"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.target} {self.day} {self.value}"

    @property
    def series(self) -> Series:
        """Whose figures this row belongs to."""
        return Series(self.place_id, self.for_body_id, self.counter)

    @property
    def owner(self) -> Place | Body | None:
        """The place or body it was reported for; None for a target that is reported as a whole."""
        return self.place or self.for_body


class Balance(models.Model):
    """The newest counting posting of a target or of one share, for one counter. Kept by ``post.py`` with each posting.

    ``value`` is the running total by the end of ``day``, whether rows are totals or increments.
    """

    target = models.ForeignKey(Target, on_delete=models.PROTECT, related_name="balances")
    place = models.ForeignKey(Place, on_delete=models.PROTECT, null=True, related_name="+")
    for_body = models.ForeignKey(Body, on_delete=models.PROTECT, null=True, related_name="+")
    counter = models.CharField(max_length=10, choices=Counter, default=Counter.WHOLE, blank=True)
    posting = models.OneToOneField(Posting, on_delete=models.PROTECT, related_name="+")
    day = models.DateField()
    value = models.DecimalField(max_digits=20, decimal_places=4)

    class Meta:
        ordering = ["target", "place"]
        constraints = [
            # Nothing stands for null here: SQLite and PostgreSQL take every null as different from every other.
            models.UniqueConstraint(
                "target",
                Coalesce("place", 0),
                Coalesce("for_body", 0),
                "counter",
                name="balance_once_a_share_and_counter",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.target} {self.value}"
