"""Who answers for what, by when. Written by adoption alone."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from duixian.registers.models.commitments import Commitment, Measure
from duixian.registers.models.places import Body
from duixian.registers.models.posts import Post
from duixian.registers.models.sources import Proposal


class Part(models.TextChoices):
    """In which part somebody answers."""

    LEAD = "lead", _("牵头")
    SUPPORT = "support", _("责任")


class Assignment(models.Model):
    """The owners of a commitment, or of one measure in it."""

    commitment = models.ForeignKey(Commitment, on_delete=models.PROTECT, related_name="assignments")
    measure = models.ForeignKey(Measure, on_delete=models.PROTECT, null=True, related_name="assignments")
    proposal = models.OneToOneField(Proposal, on_delete=models.PROTECT, related_name="+")
    deadline = models.DateField(null=True)
    continuous = models.BooleanField(default=False)
    begin = models.PositiveIntegerField()
    end = models.PositiveIntegerField()

    class Meta:
        ordering = ["commitment", "begin"]

    def __str__(self) -> str:
        return f"{self.commitment} {self.deadline or ''}"


class AssignmentBody(models.Model):
    """One body in one part of an assignment, in the order written."""

    assignment = models.ForeignKey(Assignment, on_delete=models.PROTECT, related_name="seats")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="seats")
    part = models.CharField(max_length=8, choices=Part)
    ordinal = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["assignment", "part", "ordinal"]
        constraints = [models.UniqueConstraint(fields=["assignment", "body", "part"], name="body_once_a_part")]

    def __str__(self) -> str:
        return f"{self.get_part_display()} {self.body}"


class AssignmentOfficial(models.Model):
    """A person named for an assignment, as the document writes it; ``held_post`` is where the duty lies."""

    assignment = models.ForeignKey(Assignment, on_delete=models.PROTECT, related_name="officials")
    part = models.CharField(max_length=8, choices=Part)
    org = models.CharField(max_length=120, null=True)
    post = models.CharField(max_length=200)
    name = models.CharField(max_length=60)
    held_post = models.ForeignKey(Post, on_delete=models.PROTECT, null=True, related_name="duties")

    class Meta:
        ordering = ["assignment", "part", "pk"]

    def __str__(self) -> str:
        return f"{self.post} {self.name}"
