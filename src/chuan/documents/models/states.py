"""How a document stood at each moment: what measures of documents count (docs/decisions/document-states.md)."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from chuan.documents.models.documents import Document
from chuan.people.models import Unit


class DocumentState(models.Model):
    """The facts of one document that measures ask for, from ``recorded_at`` until ``until_at`` (None: now).

    A row is never edited but for ``until_at``, set once when the next one takes over: as-of is
    ``recorded_at <= as_of`` and (``until_at`` empty or later). ``counted`` False: dropped, cancelled, or its
    import was withdrawn.
    """

    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="states")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()
    until_at = models.DateTimeField(null=True, blank=True)
    counted = models.BooleanField(default=True)
    direction = models.CharField(max_length=10)
    issued_on = models.DateField(null=True, blank=True)
    arrived_on = models.DateField(null=True, blank=True)
    due_on = models.DateField(null=True, blank=True)
    done_on = models.DateField(null=True, blank=True)
    electronic = models.BooleanField(null=True, blank=True)
    person = models.CharField(max_length=16, blank=True)
    """passed | indeterminate | failed | none of the person's signature; "" where no file was checked."""
    agency = models.CharField(max_length=16, blank=True)
    circulated = models.CharField(max_length=16, blank=True)
    """proof | sent | paper | none: "proof" is electronic with a sign of arrival; "" where nothing is known."""

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["document"], condition=Q(until_at__isnull=True), name="documents_state_one_now"
            ),
            models.CheckConstraint(
                condition=Q(until_at__isnull=True) | Q(until_at__gte=F("recorded_at")),
                name="documents_state_life",
            ),
        ]
        indexes = [
            models.Index(fields=["unit", "direction", "issued_on"], name="documents_state_issued"),
            models.Index(fields=["unit", "direction", "arrived_on"], name="documents_state_arrived"),
        ]

    def __str__(self) -> str:
        return f"{self.document_id} {self.recorded_at}"
