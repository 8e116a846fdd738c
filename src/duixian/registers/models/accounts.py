"""Who signs in, in which role, for which body."""

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.translation import gettext_lazy as _

from duixian.registers.models.places import Body


class Role(models.TextChoices):
    """What somebody is here for; ``workflow/moves.py`` says what each may do."""

    SUPERVISION = "supervision", _("督查室")
    REPORTER = "reporter", _("填报人")
    LEADER = "leader", _("分管领导")
    AUDITOR = "auditor", _("审计")
    ADMINISTRATOR = "administrator", _("系统管理员")


class Account(AbstractBaseUser):
    """A person's sign-in. Written by actions of the administrator; never deleted, only switched off."""

    username = models.CharField(max_length=60, unique=True)
    full_name = models.CharField(max_length=60)
    role = models.CharField(max_length=20, choices=Role)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, null=True, related_name="accounts")
    email = models.EmailField(default="", blank=True)
    calendar_key = models.CharField(max_length=64, null=True, unique=True, help_text="hash of the calendar feed's key")
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField()

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS = ["full_name", "role"]
    objects = BaseUserManager["Account"]()

    class Meta:
        ordering = ["username"]
        constraints = [
            # A reporter without a body would answer for nothing.
            models.CheckConstraint(
                condition=models.Q(role="reporter", body__isnull=False) | ~models.Q(role="reporter"),
                name="reporter_has_a_body",
            ),
        ]

    def __str__(self) -> str:
        return self.full_name

    def get_full_name(self) -> str:
        """The name that pages show."""
        return self.full_name


class AccessToken(models.Model):
    """What lets a program act as its owner through the API. Issued and revoked by the owner; never deleted.

    Only the hash is kept: the token itself is shown once. It does what the owner's role may, and nothing more.
    """

    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="tokens")
    name = models.CharField(max_length=60, help_text="what it is for, in the owner's words")
    sha256 = models.CharField(max_length=64, unique=True)
    issued_at = models.DateTimeField()
    expires_on = models.DateField(help_text="the last day on which it works")
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["account", "-issued_at", "-pk"]

    def __str__(self) -> str:
        return self.name
