"""Rows of the report ledger, and the one state kept beside each report."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from duixian.registers.models import Body, Counter, Place, Target


class FilingMove(models.TextChoices):
    """What can be done with a report."""

    OPEN = "open", _("打开")
    SUBMIT = "submit", _("提交")
    PASS = "pass", _("牵头单位通过")
    ACCEPT = "accept", _("督查室接受")
    RETURN = "return", _("退回")
    REOPEN = "reopen", _("重新打开")


class FilingStage(models.TextChoices):
    """Where a report stands."""

    OPEN = "open", _("待填报")
    SUBMITTED = "submitted", _("待牵头单位审核")
    PASSED = "passed", _("待督查室审核")
    RETURNED = "returned", _("已退回")
    ACCEPTED = "accepted", _("已接受，锁定")


class Filing(models.Model):
    """What ``body`` owes ``lead`` for one month; a leading body's own report has itself as ``lead``. Never changed.

    ``due`` is the last day in time, None where the working days of that year were not published when the report was
    first touched; ``due_basis`` says in ``told`` how it was computed, or why it could not be.
    """

    year = models.PositiveSmallIntegerField()
    month = models.PositiveSmallIntegerField()
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="filings")
    lead = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="filings_led")
    due = models.DateField(null=True)
    due_basis = models.JSONField(default=dict)

    class Meta:
        ordering = ["-year", "-month", "body", "lead"]
        constraints = [
            models.UniqueConstraint(fields=["year", "month", "body", "lead"], name="filing_once_a_month"),
            models.CheckConstraint(condition=Q(month__gte=1, month__lte=12), name="filing_has_a_month"),
        ]

    def __str__(self) -> str:
        return f"{self.body} {self.year}-{self.month:02}"


class FilingStep(models.Model):
    """One move with a report. Never changed."""

    filing = models.ForeignKey(Filing, on_delete=models.PROTECT, related_name="steps")
    move = models.CharField(max_length=8, choices=FilingMove)
    reason = models.CharField(max_length=500, default="", blank=True)
    day = models.DateField(help_text="the site's day")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["filing", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(move__in=["return", "reopen"]) | ~Q(reason=""), name="filing_goes_back_with_a_reason"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.filing} {self.get_move_display()}"


class FilingState(models.Model):
    """Where a report stands now. Kept by ``post.py`` with each step; replaying the steps gives the same."""

    filing = models.OneToOneField(Filing, on_delete=models.PROTECT, primary_key=True, related_name="state")
    stage = models.CharField(max_length=10, choices=FilingStage, default=FilingStage.OPEN)
    step = models.OneToOneField(FilingStep, on_delete=models.PROTECT, related_name="+")
    first_submitted = models.DateField(null=True)

    class Meta:
        ordering = ["filing"]

    def __str__(self) -> str:
        return f"{self.filing} {self.get_stage_display()}"


class FilingFigure(models.Model):
    """One figure of one submission; ``posting`` is the progress row it became. Never changed.

    ``value`` is None where the reporter said there is none to give, and ``note`` says why. ``prefilled`` says where a
    value that nobody typed came from: a ledger, or the month before.
    """

    step = models.ForeignKey(FilingStep, on_delete=models.PROTECT, related_name="figures")
    target = models.ForeignKey(Target, on_delete=models.PROTECT, related_name="+")
    place = models.ForeignKey(Place, on_delete=models.PROTECT, null=True, related_name="+")
    for_body = models.ForeignKey(Body, on_delete=models.PROTECT, null=True, related_name="+")
    counter = models.CharField(max_length=10, choices=Counter, default=Counter.WHOLE, blank=True)
    value = models.DecimalField(max_digits=20, decimal_places=4, null=True)
    note = models.CharField(max_length=500, default="", blank=True)
    prefilled = models.CharField(max_length=10, default="", blank=True)
    posting = models.ForeignKey("ledgers.Posting", on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["step", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(value=None) | ~Q(note=""), name="a_missing_figure_says_why"),
        ]

    def __str__(self) -> str:
        return f"{self.target} {self.value}"


class Evidence(models.Model):
    """A paper or picture handed in for a figure; its bytes lie in the store under ``sha256``. Never changed."""

    target = models.ForeignKey(Target, on_delete=models.PROTECT, related_name="evidence")
    place = models.ForeignKey(Place, on_delete=models.PROTECT, null=True, related_name="+")
    filing = models.ForeignKey(Filing, on_delete=models.PROTECT, null=True, related_name="evidence")
    name = models.CharField(max_length=255)
    sha256 = models.CharField(max_length=64, db_index=True)
    size = models.PositiveBigIntegerField(help_text="bytes")
    day = models.DateField(help_text="the site's day")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        verbose_name_plural = "evidence"

    def __str__(self) -> str:
        return self.name
