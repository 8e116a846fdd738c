"""Rows of the complaint ledger."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from duixian.registers.models import Body


class Complaint(models.Model):
    """A complaint or suggestion about what is asked here, or with ``answers`` the answer to one. Never changed.

    ``body`` is whose people say it; pages show the body, never the person.
    """

    text = models.CharField(max_length=500)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, null=True, related_name="+")
    answers = models.OneToOneField("self", on_delete=models.PROTECT, null=True, related_name="answer")
    day = models.DateField(help_text="the site's day")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["-pk"]
        constraints = [models.CheckConstraint(condition=~Q(text=""), name="complaint_says_something")]

    def __str__(self) -> str:
        return self.text
