"""Rows of the award ledger, and the one state kept beside each claim."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from duixian.ledgers.claims.order import Move, Stage
from duixian.registers.identity import masked
from duixian.registers.models import Body


class Claim(models.Model):
    """One claim as it was filed, with what the act decided on it that day. Never changed.

    ``input`` is the claim in the act's own schema; ``decision`` its outcome with the trace of every amount;
    ``act_sha256`` names the act file it was decided by, whose bytes lie in the store.
    """

    receipt = models.CharField(max_length=20, unique=True)
    act = models.CharField(max_length=80)
    act_sha256 = models.CharField(max_length=64)
    kind = models.CharField(max_length=20)
    games = models.CharField(max_length=120, default="", blank=True)
    event = models.CharField(max_length=120, default="", blank=True)
    result_day = models.DateField(null=True)
    last_day = models.DateField(null=True, help_text="the last day on which it could be filed, where there is one")
    input = models.JSONField()
    decision = models.JSONField()
    notice_days = models.PositiveSmallIntegerField()
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    filed_day = models.DateField()
    filed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    filed_at = models.DateTimeField()

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.receipt} {self.games} {self.event}".rstrip()

    @property
    def outcome(self) -> dict[str, Any]:
        """The decision that stands: the last amendment's, else the one it was filed with."""
        amended = self.state.amendment
        found: dict[str, Any] = amended.decision if amended else self.decision
        return found


class Payee(models.Model):
    """Somebody named on a claim, with the number of the identity card that was shown. Never changed."""

    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="payees")
    name = models.CharField(max_length=60)
    identity_number = models.CharField(max_length=18, default="", blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["claim", "name"], name="payee_once_a_claim")]

    def __str__(self) -> str:
        return self.name

    @property
    def masked_number(self) -> str:
        """What pages show; the whole number only through ``show_identity``, which logs why."""
        return masked(self.identity_number)


class Attachment(models.Model):
    """A paper handed in with a claim; its bytes lie in the store under ``sha256``. Never changed."""

    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="attachments")
    kind = models.CharField(max_length=20)
    name = models.CharField(max_length=255)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField(help_text="bytes")

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.name


class AwardPlan(models.Model):
    """The award plan of a year (当年奖励方案): the claims whose planning step names it. Never changed."""

    year = models.PositiveSmallIntegerField()
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    day = models.DateField()

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return str(_("%(year)s年奖励方案（第%(number)s号）") % {"year": self.year, "number": self.pk})


class Step(models.Model):
    """One step of a claim. Never changed. Only an objection has no account behind it."""

    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="steps")
    ordinal = models.PositiveSmallIntegerField()
    move = models.CharField(max_length=14, choices=Move)
    day = models.DateField()
    note = models.CharField(max_length=1000, default="", blank=True)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, null=True, related_name="+")
    plan = models.ForeignKey(AwardPlan, on_delete=models.PROTECT, null=True, related_name="steps")
    settles = models.OneToOneField("self", on_delete=models.PROTECT, null=True, related_name="settled_by")
    detail = models.JSONField(default=dict)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["claim", "ordinal"]
        constraints = [
            models.UniqueConstraint(fields=["claim", "ordinal"], name="step_once_a_place"),
            models.CheckConstraint(condition=Q(by__isnull=False) | Q(move="objection"), name="step_has_an_actor"),
            models.CheckConstraint(
                condition=Q(move="settlement", settles__isnull=False)
                | (~Q(move="settlement") & Q(settles__isnull=True)),
                name="settlement_names_an_objection",
            ),
            models.CheckConstraint(
                condition=Q(settles__isnull=True) | ~Q(settles=F("id")), name="step_settles_another"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.claim_id} {self.ordinal} {self.move}"


class Amendment(models.Model):
    """What the act decides on a claim since one person's misconduct was established. Never changed.

    ``input`` is the claim with the person's conduct, this and every earlier one; ``decision`` has the lines of the
    claim's own decision in their places, those that fell away with nothing in them.
    """

    step = models.OneToOneField(Step, on_delete=models.PROTECT, related_name="amendment")
    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="amendments")
    person = models.CharField(max_length=60)
    conduct = models.CharField(max_length=20)
    input = models.JSONField()
    decision = models.JSONField()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.claim_id} {self.person} {self.conduct}"


class AwardDocument(models.Model):
    """An official document about awards, with its number (发文字号): a year's plan, or the notice of a decision.

    Never changed; its text is made anew from the ledger whenever it is asked for.
    """

    number = models.CharField(max_length=60, unique=True)
    plan = models.ForeignKey(AwardPlan, on_delete=models.PROTECT, null=True, related_name="documents")
    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, null=True, related_name="documents")
    day = models.DateField()
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(plan__isnull=True, claim__isnull=False) | Q(plan__isnull=False, claim__isnull=True),
                name="award_document_is_about_one_thing",
            )
        ]

    def __str__(self) -> str:
        return self.number


class Transfer(models.Model):
    """Money that went to a payee or came back, one line of the claim's decision. Never changed. Units: yuan."""

    step = models.ForeignKey(Step, on_delete=models.PROTECT, related_name="transfers")
    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="transfers")
    line = models.PositiveSmallIntegerField(help_text="which of the decision's payments, from 0")
    amount = models.DecimalField(max_digits=14, decimal_places=2)
    back = models.BooleanField()

    class Meta:
        ordering = ["pk"]
        constraints = [
            # Nobody is paid twice for one thing. A line may come back in parts: each time somebody's award falls.
            models.UniqueConstraint(fields=["claim", "line"], condition=Q(back=False), name="line_paid_once"),
            models.UniqueConstraint(fields=["step", "line"], name="line_once_a_step"),
            models.CheckConstraint(condition=Q(amount__gt=0), name="transfer_is_an_amount"),
        ]

    def __str__(self) -> str:
        return f"{self.claim_id} {self.line} {self.amount}"


class ClaimState(models.Model):
    """Where a claim stands now. Kept by ``post.py`` with each step, and rebuilt from the steps by ``check.py``."""

    claim = models.OneToOneField(Claim, on_delete=models.PROTECT, related_name="state")
    stage = models.CharField(max_length=12, choices=Stage)
    ordinal = models.PositiveSmallIntegerField()
    notice_from = models.DateField(null=True)
    notice_until = models.DateField(null=True)
    plan = models.ForeignKey(AwardPlan, on_delete=models.PROTECT, null=True, related_name="states")
    amendment = models.ForeignKey(Amendment, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["claim"]

    def __str__(self) -> str:
        return f"{self.claim_id} {self.stage}"
