"""Rows of the notice ledger."""

from django.conf import settings
from django.db import models


class Notice(models.Model):
    """One thing one person is told, in the app and in the next digest. Never changed.

    ``key`` names what it is about, so that nobody is told the same thing twice. ``words`` is a sentence's template with
    its values; ``due`` the deadline it is about, and ``clock`` how that was computed.
    """

    account = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="notices")
    key = models.CharField(max_length=120)
    words = models.JSONField()
    address = models.CharField(max_length=200, help_text="the page it leads to, without host")
    due = models.DateField(null=True)
    clock = models.JSONField(default=dict)
    day = models.DateField(help_text="the site's day")
    at = models.DateTimeField()

    class Meta:
        ordering = ["-pk"]
        constraints = [models.UniqueConstraint(fields=["account", "key"], name="told_once")]

    def __str__(self) -> str:
        return self.key


class Digest(models.Model):
    """One e-mail with all that was new: at most one a person and day. Never changed."""

    account = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="digests")
    day = models.DateField()
    last_notice = models.ForeignKey(Notice, on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["-pk"]
        constraints = [models.UniqueConstraint(fields=["account", "day"], name="one_digest_a_day")]

    def __str__(self) -> str:
        return f"{self.account} {self.day}"
