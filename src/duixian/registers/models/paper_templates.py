"""The templates of papers that an office handed in."""

from django.conf import settings
from django.db import models


class PaperTemplate(models.Model):
    """One template that was handed in, or with no ``sha256`` the return to ours; the newest of a kind counts.

    Its bytes lie in the store. Written by ``set_paper_template``; never changed.
    """

    kind = models.CharField(max_length=20)
    name = models.CharField(max_length=255)
    sha256 = models.CharField(max_length=64, default="", blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.name
