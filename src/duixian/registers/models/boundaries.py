"""Boundaries that a site brings itself; none are shipped, for a published map needs a map number (审图号)."""

from django.conf import settings
from django.db import models

from duixian.registers.models.places import Place


class Boundary(models.Model):
    """One place's outline as GeoJSON geometry, thinned to what a page shows. Written by ``load_boundaries``."""

    place = models.OneToOneField(Place, on_delete=models.PROTECT, related_name="boundary")
    geometry = models.JSONField()
    map_number = models.CharField(max_length=60, default="", blank=True, help_text="审图号, where the map has one")
    loaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    loaded_at = models.DateTimeField()

    class Meta:
        ordering = ["place"]
        verbose_name_plural = "boundaries"

    def __str__(self) -> str:
        return str(self.place)
