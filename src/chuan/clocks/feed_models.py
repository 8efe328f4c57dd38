"""The keys by which calendar programmes fetch somebody's due days."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from chuan.people.models import Account


class FeedKey(models.Model):
    """One key of one account: 160 random bits, kept as a digest only. It opens this calendar, nothing else.

    ``password_state``: a digest of the password under which it was made; under another password it opens nothing, so
    a key that somebody carried off ends with the password, whoever sets the new one.
    """

    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="feed_keys")
    digest = models.CharField(max_length=64, unique=True)
    password_state = models.CharField(max_length=64, blank=True, default="")
    since = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["account"], condition=Q(ended_at=None), name="clocks_feedkey_one_open"
            )
        ]

    def __str__(self) -> str:
        return f"{self.account} · {self.since:%Y-%m-%d}"
