"""Where and who: places, bodies, and the site's own row."""

from __future__ import annotations

from datetime import date

from django.db import models


class Place(models.Model):
    """One administrative division, or a zone with an identifier of its own, under one name. Written by ``load_places``.

    A code that comes back under another name is another row; the one in force has no ``valid_to``. The tile is where
    it stands on the site's tile map, counted from 0; without one the map lays it out by code.
    """

    code = models.CharField(max_length=20)
    name = models.CharField(max_length=60, db_index=True)
    short_names = models.JSONField(default=list)
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="children")
    level = models.CharField(max_length=20)
    valid_from = models.DateField(null=True)
    valid_to = models.DateField(null=True)
    tile_column = models.PositiveSmallIntegerField(null=True)
    tile_row = models.PositiveSmallIntegerField(null=True)

    class Meta:
        ordering = ["code", "name"]
        constraints = [models.UniqueConstraint(fields=["code", "name"], name="place_name_once_a_code")]

    def __str__(self) -> str:
        return self.name


class Body(models.Model):
    """A unit that answers for something, by the name the documents use. Written by actions.

    ``same_as`` is set where a person confirmed that this name means another body: nothing new is given to it then.
    """

    name = models.CharField(max_length=120, unique=True)
    place = models.ForeignKey(Place, on_delete=models.PROTECT, null=True, related_name="bodies")
    same_as = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="also_written")

    class Meta:
        ordering = ["name"]
        verbose_name_plural = "bodies"

    def __str__(self) -> str:
        return self.name


class Site(models.Model):
    """The one row that says whose site this is, and the few values its owner sets.

    ``shown_day`` holds an example at the day it was made for. ``region`` names the calendar the clocks run on.
    Units: ``filing_working_days`` counts working days after a month's end; the ceilings are a county's in one month.
    """

    name = models.CharField(max_length=120, default="")
    shown_day = models.DateField(null=True)
    region = models.CharField(max_length=40, default="全国")
    filings_from = models.DateField(null=True, help_text="no month before that of this day is asked for")
    filing_working_days = models.PositiveSmallIntegerField(default=5)
    most_fields = models.PositiveIntegerField(default=120)
    most_minutes = models.PositiveIntegerField(default=60)
    most_visits = models.PositiveSmallIntegerField(default=1, help_text="visits to one body in a month")

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
