"""What was promised: commitments, their measures, targets, shares and milestones. Written by adoption alone."""

from django.conf import settings
from django.db import models

from duixian.registers.models.places import Place
from duixian.registers.models.sources import Document, Proposal

# Written as a rate or a level: never shared out, never summed, and checked on its day instead of day by day.
LEVEL_UNITS = frozenset({"%", "‰", "个百分点", "微克/立方米", "分"})


class Commitment(models.Model):
    """One 实事. Residents see it from ``released_at`` on, until it is withdrawn."""

    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="commitments")
    proposal = models.OneToOneField(Proposal, on_delete=models.PROTECT, related_name="+")
    ordinal = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=300)
    begin = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    year = models.PositiveSmallIntegerField()
    released_at = models.DateTimeField(null=True)
    released_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["document", "ordinal"]
        constraints = [
            models.UniqueConstraint(fields=["document", "ordinal"], name="commitment_ordinal_once_a_document"),
        ]

    def __str__(self) -> str:
        return self.title


class Measure(models.Model):
    """One 工作措施 under a commitment."""

    commitment = models.ForeignKey(Commitment, on_delete=models.PROTECT, related_name="measures")
    proposal = models.OneToOneField(Proposal, on_delete=models.PROTECT, related_name="+")
    ordinal = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=300)
    begin = models.PositiveIntegerField()
    end = models.PositiveIntegerField()

    class Meta:
        ordering = ["commitment", "ordinal"]

    def __str__(self) -> str:
        return self.title


class Target(models.Model):
    """A quantity to reach from ``begins`` to ``due``, both inclusive."""

    commitment = models.ForeignKey(Commitment, on_delete=models.PROTECT, related_name="targets")
    measure = models.ForeignKey(Measure, on_delete=models.PROTECT, null=True, related_name="targets")
    proposal = models.OneToOneField(Proposal, on_delete=models.PROTECT, related_name="+")
    object = models.CharField(max_length=200)
    value = models.DecimalField(max_digits=20, decimal_places=4)
    value_high = models.DecimalField(max_digits=20, decimal_places=4, null=True)
    unit = models.CharField(max_length=30)
    comparator = models.CharField(max_length=2)
    place_written = models.CharField(max_length=200, default="", blank=True)
    place = models.ForeignKey(Place, on_delete=models.PROTECT, null=True, related_name="+")
    period = models.CharField(max_length=10, null=True)
    per = models.CharField(max_length=60, null=True)
    begins = models.DateField()
    due = models.DateField()
    due_basis = models.CharField(max_length=12, choices=[("clause", "完成时限"), ("year", "年度"), ("person", "人工")])
    begin = models.PositiveIntegerField()
    end = models.PositiveIntegerField()

    class Meta:
        ordering = ["commitment", "begin"]
        constraints = [
            models.CheckConstraint(condition=models.Q(begins__lte=models.F("due")), name="target_begins_before_due"),
            models.CheckConstraint(condition=models.Q(value__gte=0), name="target_is_not_negative"),
        ]

    def __str__(self) -> str:
        return self.object

    @property
    def cumulative(self) -> bool:
        """Whether its figure grows by what is done; a rate or a level does not."""
        return self.unit not in LEVEL_UNITS


class Allocation(models.Model):
    """A target's share for one place, in the target's unit."""

    target = models.ForeignKey(Target, on_delete=models.PROTECT, related_name="allocations")
    proposal = models.OneToOneField(Proposal, on_delete=models.PROTECT, related_name="+", null=True)
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+")
    value = models.DecimalField(max_digits=20, decimal_places=4)

    class Meta:
        ordering = ["target", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["target", "place"], name="allocation_once_a_place"),
            models.CheckConstraint(condition=models.Q(value__gte=0), name="allocation_is_not_negative"),
        ]

    def __str__(self) -> str:
        return f"{self.place}: {self.value}"


class Milestone(models.Model):
    """A stage with its own time; both days inclusive. ``stage`` is prepare, work or finish."""

    commitment = models.ForeignKey(Commitment, on_delete=models.PROTECT, related_name="milestones")
    measure = models.ForeignKey(Measure, on_delete=models.PROTECT, null=True, related_name="milestones")
    proposal = models.OneToOneField(Proposal, on_delete=models.PROTECT, related_name="+")
    text = models.CharField(max_length=400)
    start = models.DateField(null=True)
    end_day = models.DateField()
    stage = models.CharField(max_length=10)
    begin = models.PositiveIntegerField()
    end = models.PositiveIntegerField()

    class Meta:
        ordering = ["commitment", "end_day", "begin"]

    def __str__(self) -> str:
        return self.text
