"""The files that were read, and what each document in them proposed."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Source(models.Model):
    """One official file as it came; its bytes lie in the store under ``sha256``. Never changed."""

    sha256 = models.CharField(max_length=64, unique=True)
    name = models.CharField(max_length=255)
    kind = models.CharField(max_length=10)
    encoding = models.CharField(max_length=20, null=True)
    size = models.PositiveBigIntegerField(help_text="bytes")
    text = models.TextField()
    findings = models.JSONField(default=list)
    compiler = models.CharField(max_length=40)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()

    class Meta:
        ordering = ["-added_at", "-pk"]

    def __str__(self) -> str:
        return self.name


class Document(models.Model):
    """One document that a source holds, as it was read. Changes once: when a person adopts it."""

    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="documents")
    key = models.CharField(max_length=80)
    kind = models.CharField(max_length=20)
    title = models.CharField(max_length=300, null=True)
    attached_title = models.CharField(max_length=300, null=True)
    issuer = models.CharField(max_length=120, null=True)
    number = models.CharField(max_length=80, null=True)
    date = models.DateField(null=True)
    effective = models.DateField(null=True)
    year = models.PositiveSmallIntegerField(null=True)
    begin = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    findings = models.JSONField(default=list)
    adopted_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    adopted_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["source", "begin"]
        constraints = [models.UniqueConstraint(fields=["source", "key"], name="document_key_once_a_source")]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """The title a reader knows it by: the plan's where a notice issues one."""
        return self.attached_title or self.title or str(_("（无标题）"))

    @property
    def text(self) -> str:
        """The document's own words."""
        return self.source.text[self.begin : self.end]


class ProposalKind(models.TextChoices):
    """What a proposal becomes when it is adopted."""

    COMMITMENT = "commitment", _("实事")
    MEASURE = "measure", _("工作措施")
    TARGET = "target", _("指标")
    ALLOCATION = "allocation", _("分解")
    MILESTONE = "milestone", _("节点")
    ASSIGNMENT = "assignment", _("责任分工")


class Decision(models.TextChoices):
    """What a person said to it."""

    PENDING = "pending", _("待核")
    ACCEPTED = "accepted", _("照读取采纳")
    CORRECTED = "corrected", _("改后采纳")
    LEFT_OUT = "left-out", _("不采纳")


class Proposal(models.Model):
    """One thing that was read and may enter the registers.

    ``read`` is what the compiler gave and never changes; ``decided`` is what a person made of it, where it differs.
    ``reason`` says why it starts as left out (another role, a repetition) or why a person left it out.
    """

    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="proposals")
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="parts")
    kind = models.CharField(max_length=12, choices=ProposalKind)
    clause = models.CharField(max_length=40)
    begin = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    read = models.JSONField()
    decided = models.JSONField(null=True)
    decision = models.CharField(max_length=10, choices=Decision, default=Decision.PENDING)
    reason = models.CharField(max_length=200, default="", blank=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["document", "begin", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(decided__isnull=True) | models.Q(decision="corrected"),
                name="only_a_correction_differs",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.clause}"

    @property
    def values(self) -> dict[str, object]:
        """What would be adopted now: the person's version where there is one."""
        return dict(self.decided if self.decided is not None else self.read)

    @property
    def quote(self) -> str:
        """The words it was read from."""
        return self.document.source.text[self.begin : self.end]
