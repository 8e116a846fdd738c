"""Rows of the order ledger."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from duixian.registers.models import Body, Commitment, Place, Post, Target


class OrderMove(models.TextChoices):
    """What can be done with an order; the order of moves stands in ``order.py``."""

    REGISTER = "register", _("立项")
    HAND_OVER = "hand-over", _("交办")
    SIGN = "sign", _("签收")
    REMIND = "remind", _("催办")
    ANSWER = "answer", _("反馈")
    REVIEW = "review", _("审核")
    SEND_BACK = "send-back", _("退回补充")
    ASK_EXTENSION = "ask-extension", _("申请延期")
    GRANT_EXTENSION = "grant-extension", _("同意延期")
    REFUSE_EXTENSION = "refuse-extension", _("不同意延期")
    CHECK_ON_SITE = "check-on-site", _("实地核查")
    CLOSE = "close", _("办结销号")
    WITHDRAW = "withdraw", _("撤销立项")


class OrderStage(models.TextChoices):
    """Where an order stands."""

    REGISTERED = "registered", _("已立项")
    HANDED_OVER = "handed-over", _("已交办，待签收")
    SIGNED = "signed", _("已签收，办理中")
    ANSWERED = "answered", _("已反馈，待审核")
    REVIEWED = "reviewed", _("审核通过，待销号")
    CLOSED = "closed", _("已办结")
    WITHDRAWN = "withdrawn", _("已撤销")


class Order(models.Model):
    """One 督办单 as it was registered. Never changed.

    ``rule`` names the rule that proposed it, empty where a person opened it; ``inputs`` are the figures it rested on.
    The duty lies on ``body`` and, where one answers, on ``post``.
    """

    number = models.CharField(max_length=60, unique=True)
    title = models.CharField(max_length=200)
    ask = models.TextField(help_text="what is to be done, in words")
    basis = models.CharField(max_length=400, help_text="the paper or leader's decision it rests on")
    commitment = models.ForeignKey(Commitment, on_delete=models.PROTECT, null=True, related_name="orders")
    target = models.ForeignKey(Target, on_delete=models.PROTECT, null=True, related_name="orders")
    place = models.ForeignKey(Place, on_delete=models.PROTECT, null=True, related_name="+")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="orders")
    post = models.ForeignKey(Post, on_delete=models.PROTECT, null=True, related_name="orders")
    rule = models.CharField(max_length=40, default="", blank=True)
    inputs = models.JSONField(default=dict)
    day = models.DateField(help_text="the site's day")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.number} {self.title}"


class OrderStep(models.Model):
    """One move with an order. Never changed. ``due`` is the day the move sets or asks for, with its clock beside it."""

    order = models.ForeignKey(Order, on_delete=models.PROTECT, related_name="steps")
    move = models.CharField(max_length=18, choices=OrderMove)
    text = models.TextField(default="", blank=True)
    due = models.DateField(null=True)
    clock = models.JSONField(default=dict, help_text="how the due day was computed: days counted and days skipped")
    day = models.DateField(help_text="the site's day")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return f"{self.order} {self.get_move_display()}"


class OrderPaper(models.Model):
    """A paper handed in with a move; its bytes lie in the store under ``sha256``. Never changed."""

    step = models.ForeignKey(OrderStep, on_delete=models.PROTECT, related_name="papers")
    name = models.CharField(max_length=255)
    sha256 = models.CharField(max_length=64, db_index=True)
    size = models.PositiveBigIntegerField(help_text="bytes")

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.name


class OrderState(models.Model):
    """Where an order stands now. Kept by ``post.py`` with each step; replaying the steps gives the same."""

    order = models.OneToOneField(Order, on_delete=models.PROTECT, primary_key=True, related_name="state")
    stage = models.CharField(max_length=12, choices=OrderStage)
    due = models.DateField(null=True)
    asked_due = models.DateField(null=True, help_text="the extension that waits for a decision")
    step = models.OneToOneField(OrderStep, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["order"]
        indexes = [models.Index(fields=["stage", "due"], name="order_by_stage")]

    def __str__(self) -> str:
        return f"{self.order} {self.get_stage_display()}"

    @property
    def current_stage(self) -> OrderStage:
        return OrderStage(self.stage)


class SetAside(models.Model):
    """An order that a rule proposed and a person did not open, and why. Never changed.

    It holds until the light that proposed it has changed after ``day``.
    """

    rule = models.CharField(max_length=40)
    target = models.ForeignKey(Target, on_delete=models.PROTECT, related_name="+")
    place = models.ForeignKey(Place, on_delete=models.PROTECT, null=True, related_name="+")
    reason = models.CharField(max_length=400)
    day = models.DateField(help_text="the site's day")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["-pk"]
        constraints = [models.CheckConstraint(condition=~Q(reason=""), name="set_aside_with_a_reason")]

    def __str__(self) -> str:
        return f"{self.rule} {self.target}"
