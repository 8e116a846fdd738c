"""Coordination bodies (议事协调机构): their seats, their office, and how a seat is filled when its holder goes."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from duixian.registers.models.places import Body
from duixian.registers.models.posts import Post
from duixian.registers.models.sources import Document


class Succession(models.TextChoices):
    """What the founding document says of a vacant seat."""

    BY_POST = "by-post", _("由承担相应工作的负责同志自动递补")
    BY_NOTICE = "by-notice", _("另行发文调整")
    UNSAID = "unsaid", _("文件未说明")


class SeatPart(models.TextChoices):
    """The part of a seat, whatever the document calls it (组长, 主任, 总召集人)."""

    CHAIR = "chair", _("组长（主任）")
    DEPUTY = "deputy", _("副组长（副主任）")
    MEMBER = "member", _("成员")
    OFFICE_CHIEF = "office-chief", _("办公室主任")
    OFFICE_DEPUTY = "office-deputy", _("办公室副主任")
    OFFICE_MEMBER = "office-member", _("办公室成员")


class Coordination(models.Model):
    """A coordination body as a roster document founds or adjusts it. Written by ``enter_coordination``.

    ``notice_parts`` are the parts whose change needs a notice even where all others succeed by post.
    """

    name = models.CharField(max_length=160)
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="coordinations")
    office = models.ForeignKey(Body, on_delete=models.PROTECT, null=True, related_name="offices_of")
    succession = models.CharField(max_length=10, choices=Succession)
    succession_begin = models.PositiveIntegerField(null=True)
    succession_end = models.PositiveIntegerField(null=True)
    notice_parts = models.JSONField(default=list)
    begins = models.DateField(null=True)
    ends = models.DateField(null=True)

    class Meta:
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["document", "name"], name="coordination_once_a_document"),
            models.UniqueConstraint(fields=["name"], condition=Q(ends=None), name="coordination_in_force_once"),
        ]

    def __str__(self) -> str:
        return self.name

    def needs_notice(self, part: str) -> bool:
        """Whether the document asks for a notice before another person sits in a seat of that part."""
        return self.succession == Succession.BY_NOTICE or part in self.notice_parts

    def passes_by_itself(self, part: str) -> bool:
        """Whether whoever takes the post takes the seat. A document that says nothing says neither of the two."""
        return self.succession == Succession.BY_POST and part not in self.notice_parts


class Seat(models.Model):
    """One seat in a coordination body, held by whoever holds ``post``; ``name_written`` is whom the document names.

    ``role_written`` is the document's own word. Both days inclusive. ``waits_since`` is the day from which the person
    has gone while another may sit there only by a notice, or the document does not say; ``notice`` is the number of
    the notice that filled the seat. Written by ``enter_coordination``, ``change_holder`` and ``record_adjustment``.
    """

    coordination = models.ForeignKey(Coordination, on_delete=models.PROTECT, related_name="seats")
    part = models.CharField(max_length=14, choices=SeatPart)
    role_written = models.CharField(max_length=40)
    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="coordination_seats")
    name_written = models.CharField(max_length=60)
    ordinal = models.PositiveSmallIntegerField()
    begin = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    begins = models.DateField(null=True)
    ends = models.DateField(null=True)
    waits_since = models.DateField(null=True)
    notice = models.CharField(max_length=80, default="", blank=True, help_text="the adjusting notice's number")

    class Meta:
        ordering = ["coordination", "ordinal"]
        constraints = [
            models.UniqueConstraint(fields=["coordination", "ordinal"], name="seat_ordinal_once"),
            models.CheckConstraint(
                condition=Q(begins=None) | Q(ends=None) | Q(begins__lte=F("ends")), name="seat_days_in_order"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.coordination} {self.role_written} {self.post}"
