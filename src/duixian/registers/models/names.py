"""The dated names and aliases of bodies. Two names are one body only where a person said so."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from duixian.registers.models.places import Body


class NameKind(models.TextChoices):
    """What a name is to its body."""

    OFFICIAL = "official", _("全称")
    FORMER = "former", _("原名称")
    ALIAS = "alias", _("简称、别称")


class NameState(models.TextChoices):
    """What a person said to it."""

    PROPOSED = "proposed", _("待确认")
    CONFIRMED = "confirmed", _("已确认")
    REJECTED = "rejected", _("不是同一单位")


class BodyName(models.Model):
    """One name of a body, with the days it holds, both inclusive; no day where none is known.

    Proposed where a document writes a name that looks like a known body's; only ``decide_alias`` confirms or rejects.
    """

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="names")
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=10, choices=NameKind)
    state = models.CharField(max_length=10, choices=NameState, default=NameState.PROPOSED)
    valid_from = models.DateField(null=True)
    valid_to = models.DateField(null=True)
    reason = models.CharField(max_length=200, default="", blank=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["body", "valid_from", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["body", "name", "valid_from"], name="body_name_once"),
            models.UniqueConstraint(
                fields=["name"], condition=Q(state="confirmed", valid_to=None), name="name_means_one_body"
            ),
            models.CheckConstraint(
                condition=Q(valid_from=None) | Q(valid_to=None) | Q(valid_from__lte=models.F("valid_to")),
                name="body_name_days_in_order",
            ),
        ]

    def __str__(self) -> str:
        return self.name
