"""Blind keys of petitions: whether a letter came before, without who sent it or what it says."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from chuan.people.models import Unit
from chuan.petitions.models.cases import Petition


class BlindKey(models.Model):
    """One keyed digest of a sender or of a run of words (``petitions.keyed``): compared, never read back.

    ``unit`` is who answers for the petition, beside it so that one index finds every likely repeat.
    """

    class Kind(models.TextChoices):
        SENDER = "sender", _("người gửi")
        CONTENT = "content", _("nội dung")

    petition = models.ForeignKey(
        Petition, on_delete=models.CASCADE, related_name="blind_keys", db_index=False
    )
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", db_index=False)
    kind = models.CharField(max_length=8, choices=Kind.choices)
    digest = models.CharField(max_length=64)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["petition", "kind", "digest"], name="petitions_blindkey_once")
        ]
        indexes = [
            models.Index(fields=["unit", "kind", "digest", "petition"], name="petitions_blindkey_found")
        ]

    def __str__(self) -> str:
        return f"{self.kind} key of {self.petition_id}"
