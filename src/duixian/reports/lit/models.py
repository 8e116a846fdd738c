"""The kept lights. Everything here can be thrown away and lit again from registers, ledgers and pace."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Coalesce

from duixian.registers.models import Body, Commitment, Place, Target


class LitLine(models.Model):
    """The light of one target, or of one share of it, good for any day from ``day_from`` to ``day_until``.

    Written by ``refresh.py`` alone. ``severity`` orders the codes, worst first from 0; ``since`` is the first day of
    the present light. ``day_until`` is None where time alone will not change it. ``early``, ``median`` and ``late`` are
    the forecast's days, None where there is none or where it is never met.
    """

    target = models.ForeignKey(Target, on_delete=models.CASCADE, related_name="+")
    commitment = models.ForeignKey(Commitment, on_delete=models.CASCADE, related_name="+")
    place = models.ForeignKey(Place, on_delete=models.CASCADE, null=True, related_name="+")
    for_body = models.ForeignKey(Body, on_delete=models.CASCADE, null=True, related_name="+")
    year = models.PositiveSmallIntegerField()
    code = models.CharField(max_length=14)
    severity = models.PositiveSmallIntegerField()
    since = models.DateField(null=True)
    day_from = models.DateField()
    day_until = models.DateField(null=True)
    value = models.DecimalField(max_digits=20, decimal_places=4, null=True)
    value_day = models.DateField(null=True)
    early = models.DateField(null=True)
    median = models.DateField(null=True)
    late = models.DateField(null=True)

    class Meta:
        ordering = ["severity", "target"]
        indexes = [
            models.Index(fields=["place", "year", "code"], name="lit_by_place"),
            models.Index(fields=["commitment", "severity"], name="lit_by_commitment"),
            models.Index(fields=["day_until"], name="lit_by_last_day"),
            # What the board counts: a fifteenth of the rows where targets are shared out to fifteen places.
            models.Index(
                fields=["commitment", "severity", "code"],
                condition=Q(place=None, for_body=None),
                name="lit_whole_targets",
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                "target", Coalesce("place", 0), Coalesce("for_body", 0), name="lit_once_a_target_and_share"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.target} {self.code}"


class LitMark(models.Model):
    """How far the activity log has been followed, and for which day: the one row that says how fresh the lines are.

    ``recent`` are the entries followed among the last numbers before ``entry``: on PostgreSQL an act that began earlier
    may be committed later, and its entry then turns up below. ``complete`` is whether no line is out of date on
    ``day``; ``schemes`` tells by which file they were lit.
    """

    entry = models.PositiveBigIntegerField(default=0)
    recent = models.JSONField(default=list)
    day = models.DateField(null=True)
    complete = models.BooleanField(default=False)
    schemes = models.CharField(max_length=64, default="")

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(pk=1), name="lit_mark_has_one_row")]

    def __str__(self) -> str:
        return f"{self.entry} {self.day}"
