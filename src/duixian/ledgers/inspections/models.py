"""Rows of the inspection ledger. The law is 政府督查工作条例 (国令733号); each row names the article it answers to."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from duixian.ledgers.orders.models import Order
from duixian.registers.models import Body


class InspectionKind(models.TextChoices):
    """第十四条."""

    COMPREHENSIVE = "comprehensive", _("综合督查")
    SPECIAL = "special", _("专项督查")
    EVENT = "event", _("事件调查")
    DAILY = "daily", _("日常督办")
    LEAD = "lead", _("线索核查")


class Inspection(models.Model):
    """A 督查方案 (第十五条): what, whom, how far, from which day to which. Never changed; steps follow it."""

    number = models.CharField(max_length=60, unique=True)
    title = models.CharField(max_length=200)
    kind = models.CharField(max_length=14, choices=InspectionKind)
    basis = models.CharField(max_length=400, help_text="the decision of the government or its head (第十一条)")
    content = models.TextField()
    scope = models.TextField(help_text="what is not written here is not inspected")
    begins = models.DateField()
    ends = models.DateField()
    order = models.ForeignKey(Order, on_delete=models.PROTECT, null=True, related_name="inspections")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["-pk"]
        constraints = [models.CheckConstraint(condition=Q(begins__lte=F("ends")), name="inspection_days_in_order")]

    def __str__(self) -> str:
        return f"{self.number} {self.title}"


class Inspected(models.Model):
    """A body that an inspection is to visit, from which day to which. Never changed."""

    inspection = models.ForeignKey(Inspection, on_delete=models.PROTECT, related_name="visited")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="inspected")
    begins = models.DateField()
    ends = models.DateField()

    class Meta:
        ordering = ["inspection", "begins", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["inspection", "body"], name="inspected_once"),
            models.CheckConstraint(condition=Q(begins__lte=F("ends")), name="inspected_days_in_order"),
        ]

    def __str__(self) -> str:
        return f"{self.inspection} {self.body}"


class TakingPart(models.Model):
    """Somebody who takes part in an inspection, and so recuses themselves from deciding an objection (第十七条)."""

    inspection = models.ForeignKey(Inspection, on_delete=models.PROTECT, related_name="team")
    name = models.CharField(max_length=60)
    account = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    leads = models.BooleanField(default=False)

    class Meta:
        ordering = ["inspection", "-leads", "pk"]
        constraints = [models.UniqueConstraint(fields=["inspection", "name"], name="takes_part_once")]

    def __str__(self) -> str:
        return f"{self.inspection} {self.name}"


class InspectionMove(models.TextChoices):
    """What can be done with an inspection."""

    PROPOSE = "propose", _("拟定方案")
    APPROVE = "approve", _("批准方案")
    REFUSE = "refuse", _("不批准")
    VISIT = "visit", _("到场")
    CONCLUDE = "conclude", _("反馈结论")
    RECEIVE = "receive", _("签收结论")
    OBJECT = "object", _("提出异议")
    DECIDE = "decide", _("作出复核决定")
    RECTIFY = "rectify", _("整改报告")
    CLOSE = "close", _("办结")


class InspectionStep(models.Model):
    """One move with an inspection, of one body where it concerns one. Never changed.

    ``answers`` is the step it answers to: the decision names its objection, the objection its conclusion.
    """

    inspection = models.ForeignKey(Inspection, on_delete=models.PROTECT, related_name="steps")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, null=True, related_name="+")
    move = models.CharField(max_length=10, choices=InspectionMove)
    text = models.TextField(default="", blank=True)
    upholds = models.BooleanField(null=True, help_text="of a decision: whether the objection is upheld")
    due = models.DateField(null=True)
    clock = models.JSONField(default=dict)
    answers = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="answered_by")
    day = models.DateField(help_text="the site's day")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["inspection", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["answers", "move"], condition=~Q(answers=None), name="inspection_step_answered_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.inspection} {self.get_move_display()}"
