"""A register book being made as a file: too long to be made while somebody waits for a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.utils.translation import gettext_lazy as _

from chuan.files.models import Blob
from chuan.offers.uids import new_uid
from chuan.people.models import Official, Unit

if TYPE_CHECKING:
    from chuan.people.viewer import Viewer


class BookPrintQuerySet(models.QuerySet["BookPrint"]):
    """Books being made, and who may see them."""

    def seen_by(self, viewer: Viewer) -> BookPrintQuerySet:
        """Those of the viewer's units."""
        return self.filter(unit_id__in=viewer.unit_ids)


class BookPrint(models.Model):
    """One register book of a year as a file. ``finished_at`` empty: it is being made, ``done`` of ``total`` rows."""

    class Format(models.TextChoices):
        PDF = "pdf", _("bản in PDF")
        XLSX = "xlsx", _("tệp Excel")

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="book_prints")
    book = models.CharField(max_length=20)
    year = models.PositiveSmallIntegerField()
    type = models.CharField(max_length=10, blank=True)
    """The type of document of a book kept for one type only."""
    format = models.CharField(max_length=4, choices=Format.choices)
    total = models.PositiveIntegerField(default=0)
    done = models.PositiveIntegerField(default=0)
    blob = models.ForeignKey(Blob, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    file_name = models.CharField(max_length=255, blank=True)
    refusal = models.TextField(blank=True)
    asked_by = models.ForeignKey(Official, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    asked_by_name = models.CharField(max_length=120, blank=True)
    asked_on = models.DateField()
    recorded_at = models.DateTimeField()
    touched_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True, blank=True)

    objects = BookPrintQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["unit", "-recorded_at"], name="documents_bookprint_recent")]

    def __str__(self) -> str:
        return f"{self.book}/{self.year}.{self.format}"
