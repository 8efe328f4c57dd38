"""Decisions of many pictures, read in the background before they are taken in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models

from chuan.documents.models.documents import Document
from chuan.documents.models.readings import Reading
from chuan.files.models import Blob
from chuan.offers.uids import new_uid
from chuan.people.models import Official, Unit

if TYPE_CHECKING:
    from chuan.people.viewer import Viewer


class ScanQuerySet(models.QuerySet["Scan"]):
    """Scans, and who may see them."""

    def seen_by(self, viewer: Viewer) -> ScanQuerySet:
        """Scans of the viewer's units."""
        return self.filter(unit_id__in=viewer.unit_ids)


class Scan(models.Model):
    """A file whose pages are pictures, on its way to become a reading.

    ``paper`` is what was read (exchange.extracted, packed as text), ``said`` the sentence of a refusal. With
    ``document`` the reading is a further version of it, for ``reason``; ``reading`` is what it became.
    """

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="scans")
    by = models.ForeignKey(Official, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    blob = models.ForeignKey(Blob, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    file_name = models.CharField(max_length=255)
    document = models.ForeignKey(Document, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    reason = models.TextField(blank=True)
    pages = models.PositiveSmallIntegerField()
    done = models.PositiveSmallIntegerField(default=0)
    paper = models.TextField(blank=True)
    said = models.TextField(blank=True)
    reading = models.ForeignKey(Reading, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    recorded_at = models.DateTimeField()
    touched_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True, blank=True)

    objects = ScanQuerySet.as_manager()

    def __str__(self) -> str:
        return f"scan {self.file_name}"
