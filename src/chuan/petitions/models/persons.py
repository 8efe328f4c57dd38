"""Who sent a petition, where that may be kept, and which officials it is about."""

from __future__ import annotations

from django.db import models

from chuan.people.models import Official
from chuan.petitions.models.cases import Petition


class Sender(models.Model):
    """Who sent a complaint, feedback or suggestion, as far as the answer needs it. Never of a denunciation.

    Read on the petition's own page and its papers by who works on it; in no list, search, export or trail line
    (154/2026/NĐ-CP, Điều 12.2). ``representative``: who speaks for several signers.
    """

    petition = models.ForeignKey(Petition, on_delete=models.CASCADE, related_name="senders")
    name = models.CharField(max_length=160)
    address = models.CharField(max_length=300, blank=True)
    contact = models.CharField(max_length=160, blank=True)
    representative = models.BooleanField(default=False)
    recorded_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"sender of {self.petition_id}"


class Concerned(models.Model):
    """An official whom a petition is about: he does not see it and never handles it."""

    petition = models.ForeignKey(Petition, on_delete=models.CASCADE, related_name="concerned")
    official = models.ForeignKey(Official, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["petition", "official"], name="petitions_concerned_once")
        ]

    def __str__(self) -> str:
        return f"{self.petition_id} about {self.official_id}"
