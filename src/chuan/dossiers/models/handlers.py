"""Whose dossier it is: names as the source writes them, confirmed once by a person, and cover during leave."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import F, Q

from chuan.offers.uids import new_uid
from chuan.people.models import Official, Unit

if TYPE_CHECKING:
    from chuan.people.viewer import Viewer


class HandlerNameQuerySet(models.QuerySet["HandlerName"]):
    """Names of the files, and who may see them."""

    def seen_by(self, viewer: Viewer) -> HandlerNameQuerySet:
        """Names in the files of the viewer's units."""
        return self.filter(unit_id__in=viewer.unit_ids)


class HandlerName(models.Model):
    """Which official a name in the source's files means; ``official`` None while nobody has said."""

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="handler_names")
    name = models.CharField(max_length=160)
    folded = models.CharField(max_length=160)
    official = models.ForeignKey(
        Official, on_delete=models.PROTECT, null=True, blank=True, related_name="handler_names"
    )
    nobody_here = models.BooleanField(default=False)
    confirmed_by = models.ForeignKey(
        Official, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    confirmed_at = models.DateTimeField(null=True, blank=True)

    objects = HandlerNameQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["unit", "folded"], name="dossiers_handlername_once")]

    def __str__(self) -> str:
        return self.name


class CoverQuerySet(models.QuerySet["Cover"]):
    """Covers by day, and who may see them."""

    def seen_by(self, viewer: Viewer) -> CoverQuerySet:
        """Covers in the viewer's units."""
        return self.filter(unit_id__in=viewer.unit_ids)

    def on(self, day: date) -> CoverQuerySet:
        """Covers that hold on the day, those written by mistake left out."""
        return self.filter(first_on__lte=day, last_on__gte=day, voided_at__isnull=True)


class Cover(models.Model):
    """Who looks after whose dossiers from one day to another ("nghỉ phép"), both days included.

    One written by mistake is voided with a reason and stays visible.
    """

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="covers")
    official = models.ForeignKey(Official, on_delete=models.PROTECT, related_name="covered")
    by_official = models.ForeignKey(Official, on_delete=models.PROTECT, related_name="covering")
    first_on = models.DateField()
    last_on = models.DateField()
    reason = models.CharField(max_length=300, blank=True)
    recorded_by = models.ForeignKey(
        Official, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    recorded_at = models.DateTimeField()
    voided_at = models.DateTimeField(null=True, blank=True)
    void_reason = models.CharField(max_length=300, blank=True)

    objects = CoverQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(last_on__gte=F("first_on")), name="dossiers_cover_days"),
            models.CheckConstraint(condition=~Q(official=F("by_official")), name="dossiers_cover_two"),
            models.CheckConstraint(
                condition=Q(voided_at__isnull=True, void_reason="")
                | Q(voided_at__isnull=False) & ~Q(void_reason=""),
                name="dossiers_cover_voided_why",
            ),
        ]
        indexes = [models.Index(fields=["by_official", "first_on"], name="dossiers_cover_who")]

    def __str__(self) -> str:
        return f"{self.by_official} thay {self.official}"
