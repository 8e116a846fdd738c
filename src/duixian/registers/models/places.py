"""Where and who: places, bodies, and the site's own row."""

from __future__ import annotations

from datetime import date

from django.db import models


class Place(models.Model):
    """One administrative division, or a zone with an identifier of its own, under one name. Written by ``load_places``.

    A code that comes back under another name is another row; the one in force has no ``valid_to``.
    """

    code = models.CharField(max_length=20)
    name = models.CharField(max_length=60, db_index=True)
    short_names = models.JSONField(default=list)
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="children")
    level = models.CharField(max_length=20)
    valid_from = models.DateField(null=True)
    valid_to = models.DateField(null=True)

    class Meta:
        ordering = ["code", "name"]
        constraints = [models.UniqueConstraint(fields=["code", "name"], name="place_name_once_a_code")]

    def __str__(self) -> str:
        return self.name


class Body(models.Model):
    """A unit that answers for something, by the name the documents use. Written by actions."""

    name = models.CharField(max_length=120, unique=True)
    place = models.ForeignKey(Place, on_delete=models.PROTECT, null=True, related_name="bodies")

    class Meta:
        ordering = ["name"]
        verbose_name_plural = "bodies"

    def __str__(self) -> str:
        return self.name


class Site(models.Model):
    """The one row that says whose site this is. ``shown_day`` holds an example at the day it was made for."""

    name = models.CharField(max_length=120, default="")
    shown_day = models.DateField(null=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(pk=1), name="site_has_one_row")]

    def __str__(self) -> str:
        return self.name

    @classmethod
    def current(cls) -> Site:
        """The site's row, or an unsaved blank one before the first set-up."""
        return cls.objects.filter(pk=1).first() or cls(pk=1)

    def day(self, today: date) -> date:
        """The day the pages are about: the example's day where there is one, else ``today``."""
        return self.shown_day or today
