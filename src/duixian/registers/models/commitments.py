"""What was promised: commitments, their measures, targets, shares and milestones. Written by adoption alone."""

from decimal import Decimal

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from duixian.registers.models.places import Body, Place
from duixian.registers.models.sources import Document, Proposal

# Written as a rate or a level: never shared out, never summed, and checked on its day instead of day by day.
RATE_UNITS = frozenset({"%", "‰", "个百分点"})
LEVEL_UNITS = RATE_UNITS | {"微克/立方米", "分"}


class Nature(models.TextChoices):
    """What kind of quantity a target is: what may be added up, and over what."""

    FLOW = "flow", _("累计量")  # grows by what is done: adds up over time and over places
    STOCK = "stock", _("存量")  # stands at a day: adds up over places, never over time
    RATE = "rate", _("比率")  # a share of something: never added up
    LEVEL = "level", _("水平值")  # a concentration, a score: never added up
    COVERAGE = "coverage", _("覆盖面")  # a share of places that each reach something: counted, never added up


class Counting(models.TextChoices):
    """How its figures are reported."""

    CUMULATIVE = "cumulative", _("从起始日累计")
    INCREMENT = "increment", _("本期新增")


class Counter(models.TextChoices):
    """Which stage of a thing is counted; one begun and one in use are two different figures."""

    WHOLE = "", _("完成数")
    STARTED = "started", _("开工数")
    STRUCTURE = "structure", _("主体完工数")
    COMPLETED = "completed", _("完工数")
    IN_USE = "in-use", _("投用数")


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
    nature = models.CharField(max_length=10, choices=Nature, default=Nature.FLOW)
    counting = models.CharField(max_length=10, choices=Counting, default=Counting.CUMULATIVE)
    counter = models.CharField(max_length=10, choices=Counter, default=Counter.WHOLE, blank=True)
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
        """Whether its figure grows by what is done; a rate, a level or a stock does not."""
        return self.nature == Nature.FLOW

    @property
    def additive(self) -> bool:
        """Whether the figures of places add up to it, so that it can be shared out at all."""
        return self.nature in (Nature.FLOW, Nature.STOCK)


class Allocation(models.Model):
    """A target's share for one place or one body, in the target's unit.

    ``value`` is what was assigned, ``topped_up`` what was put on it at that level itself; kept apart, never merged.
    Written by adoption and by ``share_out``.
    """

    target = models.ForeignKey(Target, on_delete=models.PROTECT, related_name="allocations")
    proposal = models.OneToOneField(Proposal, on_delete=models.PROTECT, related_name="+", null=True)
    place = models.ForeignKey(Place, on_delete=models.PROTECT, null=True, related_name="+")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, null=True, related_name="+")
    value = models.DecimalField(max_digits=20, decimal_places=4)
    topped_up = models.DecimalField(max_digits=20, decimal_places=4, default=0)

    class Meta:
        ordering = ["target", "pk"]
        constraints = [
            # Two constraints, for SQLite takes every null as different from every other.
            models.UniqueConstraint(
                fields=["target", "place"], condition=~Q(place=None), name="allocation_once_a_place"
            ),
            models.UniqueConstraint(fields=["target", "body"], condition=~Q(body=None), name="allocation_once_a_body"),
            models.CheckConstraint(
                condition=Q(place=None, body__isnull=False) | Q(place__isnull=False, body=None),
                name="allocation_to_a_place_or_a_body",
            ),
            models.CheckConstraint(condition=Q(value__gte=0, topped_up__gte=0), name="allocation_is_not_negative"),
        ]

    def __str__(self) -> str:
        return f"{self.owner}: {self.whole}"

    @property
    def owner(self) -> Place | Body:
        """To whom it was given."""
        owner = self.place or self.body
        if owner is None:
            raise ValueError(f"allocation {self.pk} belongs to nobody: the database refuses such a row")
        return owner

    @property
    def whole(self) -> Decimal:
        """What is to be reached there: assigned and topped up together."""
        return self.value + self.topped_up


class SubAllocation(models.Model):
    """A share of a share, one level further down (a county's townships), in the target's unit."""

    allocation = models.ForeignKey(Allocation, on_delete=models.PROTECT, related_name="parts")
    name = models.CharField(max_length=120, help_text="the township, unit or site as its county calls it")
    value = models.DecimalField(max_digits=20, decimal_places=4)

    class Meta:
        ordering = ["allocation", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["allocation", "name"], name="sub_allocation_once"),
            models.CheckConstraint(condition=Q(value__gte=0), name="sub_allocation_is_not_negative"),
        ]

    def __str__(self) -> str:
        return f"{self.name}: {self.value}"


class LinkState(models.TextChoices):
    """What a person said to a pair of targets."""

    PROPOSED = "proposed", _("待确认")
    CONFIRMED = "confirmed", _("已确认")
    REJECTED = "rejected", _("不是同一项")


class TargetLink(models.Model):
    """A lower level's target that takes over an upper level's: ``assigned`` from above, ``topped_up`` of its own.

    Proposed by ``link_targets`` from the two documents; only ``decide_link`` confirms or rejects. ``doubts`` are the
    codes of why the documents leave it unsure, empty where they do not.
    """

    upper = models.ForeignKey(Target, on_delete=models.PROTECT, related_name="taken_over_by")
    lower = models.ForeignKey(Target, on_delete=models.PROTECT, related_name="takes_over")
    assigned = models.DecimalField(max_digits=20, decimal_places=4)
    topped_up = models.DecimalField(max_digits=20, decimal_places=4, default=0)
    doubts = models.JSONField(default=list)
    state = models.CharField(max_length=10, choices=LinkState, default=LinkState.PROPOSED)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["upper", "lower"]
        constraints = [
            models.UniqueConstraint(fields=["upper", "lower"], name="targets_linked_once"),
            models.CheckConstraint(condition=~Q(upper=models.F("lower")), name="target_is_not_its_own_upper"),
        ]

    def __str__(self) -> str:
        return f"{self.upper} → {self.lower}"


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
