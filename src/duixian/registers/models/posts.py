"""Posts and who holds them: responsibility lies on the post, so that it stays when the person goes."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from duixian.registers.models.places import Body


class Post(models.Model):
    """One 职务 in a body. ``seats`` is how many may hold it at once: one 局长, several 副局长."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="posts")
    title = models.CharField(max_length=120)
    seats = models.PositiveSmallIntegerField(default=1)

    class Meta:
        ordering = ["body", "title"]
        constraints = [models.UniqueConstraint(fields=["body", "title"], name="post_once_a_body")]

    def __str__(self) -> str:
        return f"{self.body}{self.title}"


class Holder(models.Model):
    """Who holds a post from ``begins`` to ``ends``, both inclusive; nobody knows since when where ``begins`` is None.

    Written by adoption and by ``change_holder``; ``account`` is the person's sign-in, where they have one.
    """

    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="holders")
    name = models.CharField(max_length=60)
    account = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="held")
    begins = models.DateField(null=True)
    ends = models.DateField(null=True)
    basis = models.CharField(max_length=200, default="", blank=True, help_text="the paper that says so")

    class Meta:
        ordering = ["post", F("begins").asc(nulls_first=True), "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(begins=None) | Q(ends=None) | Q(begins__lte=F("ends")), name="holder_days_in_order"
            ),
            models.UniqueConstraint(fields=["post", "name"], condition=Q(ends=None), name="holds_a_post_once"),
        ]

    def __str__(self) -> str:
        return f"{self.name}（{self.post}）"


class Liaison(models.Model):
    """A body's 联络员 and what they are to do; both days inclusive."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="liaisons")
    name = models.CharField(max_length=60)
    account = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="liaises")
    telephone = models.CharField(
        max_length=40, default="", blank=True, help_text="office number; never shown to the public"
    )
    duties = models.CharField(max_length=400)
    begins = models.DateField()
    ends = models.DateField(null=True)

    class Meta:
        ordering = ["body", "begins", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(ends=None) | Q(begins__lte=F("ends")), name="liaison_days_in_order")
        ]

    def __str__(self) -> str:
        return f"{self.body} {self.name}"
