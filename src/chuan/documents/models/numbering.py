"""Numbers of the unit's own (keep mode): one row per sequence and year, and every number that was spoilt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q

from chuan.documents.models.documents import Document
from chuan.people.models import Official, Unit

if TYPE_CHECKING:
    from chuan.people.viewer import Viewer


class NumberSeries(models.Model):
    """The last number given of one sequence in one year; taken with a lock inside the issuing act."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="number_series")
    series = models.CharField(max_length=40)
    """ "out" for one sequence, "out:QĐ" for one per type, "in" for số đến."""
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["unit", "series", "year"], name="documents_numberseries_once")
        ]

    def __str__(self) -> str:
        return f"{self.series}/{self.year}: {self.last}"


class VoidNumberQuerySet(models.QuerySet["VoidNumber"]):
    """Spoilt numbers, and who may see them."""

    def seen_by(self, viewer: Viewer) -> VoidNumberQuerySet:
        """Spoilt numbers of the viewer's units."""
        return self.filter(unit_id__in=viewer.unit_ids)


class VoidNumber(models.Model):
    """A number that was given and then cancelled: it stays in the register with its reason, never given again."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="void_numbers")
    series = models.CharField(max_length=40)
    year = models.PositiveSmallIntegerField()
    value = models.PositiveIntegerField()
    document = models.ForeignKey(Document, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    reason = models.TextField()
    by = models.ForeignKey(Official, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    recorded_at = models.DateTimeField()

    objects = VoidNumberQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "series", "year", "value"], name="documents_voidnumber_once"
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="documents_voidnumber_has_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.series}/{self.year}: {self.value}"


class SecretCountQuerySet(models.QuerySet["SecretCount"]):
    """Counts of secret documents, and who may see them."""

    def seen_by(self, viewer: Viewer) -> SecretCountQuerySet:
        """Counts of the viewer's units."""
        return self.filter(unit_id__in=viewer.unit_ids)


class SecretCount(models.Model):
    """How many secret documents a unit issued in a year: a bare number, nothing else of them is ever kept.

    A corrected count is a further version with its reason.
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    version = models.PositiveSmallIntegerField(default=1)
    count = models.PositiveIntegerField()
    reason = models.TextField(blank=True)
    by = models.ForeignKey(Official, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    recorded_at = models.DateTimeField()

    objects = SecretCountQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["unit", "year", "version"], name="documents_secretcount_version"),
            models.CheckConstraint(
                condition=Q(version=1) | ~Q(reason=""), name="documents_secretcount_corrected_has_reason"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.year}: {self.count}"
