"""Where an account is signed in, and the office computers where it is not asked for a code again today."""

from __future__ import annotations

from datetime import datetime

from django.db import models
from django.db.models import Q

from chuan.offers.uids import new_uid
from chuan.people.models.accounts import Account


class KnownComputerQuerySet(models.QuerySet["KnownComputer"]):
    """Known computers by moment."""

    def standing(self, at: datetime) -> KnownComputerQuerySet:
        """Those that still spare the code at the moment."""
        return self.filter(revoked_at=None, until__gt=at)


class KnownComputer(models.Model):
    """An office computer that spares one account the code until the shift ends; of its token a digest is kept."""

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="known_computers")
    label = models.CharField(max_length=60)
    token_digest = models.CharField(max_length=64)
    since = models.DateTimeField()
    until = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)

    objects = KnownComputerQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["token_digest"], name="people_computer_token")]
        constraints = [
            models.CheckConstraint(condition=Q(until__gt=models.F("since")), name="people_computer_life")
        ]

    def __str__(self) -> str:
        return f"{self.account} · {self.label}"


class SignInSessionQuerySet(models.QuerySet["SignInSession"]):
    """Sign-ins by moment."""

    def open_at(self, at: datetime) -> SignInSessionQuerySet:
        """Those neither ended nor run out, newest first."""
        return self.filter(ended_at=None, runs_out__gt=at).order_by("-began")


class SignInSession(models.Model):
    """One sign-in: from when, where, in which browser; and how it ended. The key is kept as a digest only."""

    class End(models.TextChoices):
        LEFT = "left", "left"
        ENDED = "ended", "ended"
        TAKEN = "taken", "taken"
        PASSWORD = "password", "password"
        FACTOR = "factor", "factor"
        CLOSED = "closed", "closed"

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="sign_in_sessions")
    key_digest = models.CharField(max_length=64)
    began = models.DateTimeField()
    runs_out = models.DateTimeField()
    seen_at = models.DateTimeField()
    address = models.CharField(max_length=45)
    browser = models.CharField(max_length=80)
    computer = models.ForeignKey(
        KnownComputer, on_delete=models.PROTECT, null=True, blank=True, related_name="sessions"
    )
    ended_at = models.DateTimeField(null=True, blank=True)
    end = models.CharField(max_length=10, choices=End.choices, blank=True)

    objects = SignInSessionQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["account", "-began"], name="people_session_account")]

    def __str__(self) -> str:
        return f"{self.account} · {self.browser} · {self.began:%Y-%m-%d %H:%M}"
