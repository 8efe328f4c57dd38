"""How a document came to be: every version of its draft, every step with its opinion. Append-only."""

from __future__ import annotations

from django.db import models

from chuan.documents.models.documents import Document
from chuan.files.models import Blob
from chuan.people.models import Official


class DraftVersion(models.Model):
    """One saved version of a draft: ``content`` is JSON of paper.contents.Content. Append-only."""

    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="versions")
    version = models.PositiveIntegerField()
    content = models.TextField()
    digest = models.CharField(max_length=64)
    by = models.ForeignKey(Official, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["document", "version"], name="documents_draftversion_once")
        ]
        ordering = ["version"]

    def __str__(self) -> str:
        return f"{self.document_id} v{self.version}"


class Step(models.Model):
    """One act upon a document's life: the verb of its lifecycle, from where to where, with the opinion. Append-only."""

    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="steps")
    seq = models.PositiveIntegerField()
    verb = models.CharField(max_length=20)
    before = models.CharField(max_length=20, blank=True)
    after = models.CharField(max_length=20)
    note = models.TextField(blank=True)
    data = models.TextField(blank=True)
    """JSON: what the act gave (number, file digest, departures of form accepted with a reason, …)."""
    blob = models.ForeignKey(Blob, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    by = models.ForeignKey(Official, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    occurred_on = models.DateField()
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["document", "seq"], name="documents_step_once")]
        ordering = ["seq"]

    def __str__(self) -> str:
        return f"{self.document_id} {self.seq} {self.verb}"
