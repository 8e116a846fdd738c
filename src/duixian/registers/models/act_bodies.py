"""Which body has which part in carrying out an act: declared per site, for the acts name them by office."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from duixian.registers.models.places import Body, Place


class ActPart(models.TextChoices):
    """What a body does under an act."""

    ADMINISTERS = "administers", _("主管（审核、公示、方案）")
    CONSULTED = "consulted", _("会同审核")
    PAYS = "pays", _("拨付")


class ActBody(models.Model):
    """One body's part in one act. Written by ``name_act_body``.

    ``place`` is the county whose finance it is; none for 州财政.
    """

    act = models.CharField(max_length=80)
    part = models.CharField(max_length=12, choices=ActPart)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="act_parts")
    place = models.ForeignKey(Place, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["act", "part", "pk"]
        verbose_name_plural = "act bodies"
        constraints = [
            models.UniqueConstraint(fields=["act"], condition=Q(part="administers"), name="one_body_administers"),
            models.UniqueConstraint(fields=["act", "body"], condition=Q(part="consulted"), name="consulted_once"),
            models.UniqueConstraint(
                fields=["act"], condition=Q(part="pays", place=None), name="one_prefecture_finance"
            ),
            models.UniqueConstraint(
                fields=["act", "place"], condition=Q(part="pays") & ~Q(place=None), name="one_finance_a_county"
            ),
            models.CheckConstraint(condition=Q(part="pays") | Q(place=None), name="only_a_payer_has_a_county"),
        ]

    def __str__(self) -> str:
        return f"{self.get_part_display()} {self.body}"
