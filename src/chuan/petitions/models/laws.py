"""The law as petitions took it with them: values by key, each text of them once."""

from __future__ import annotations

from django.db import models


class LawSnapshot(models.Model):
    """The values of the law on some day, without a unit's own, as canonical JSON. Append-only, shared by petitions.

    ``digest``: SHA-256 of ``body``; petitions name it (``Petition.law_kept``).
    """

    digest = models.CharField(max_length=64, unique=True)
    body = models.TextField()
    recorded_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.digest[:12]
