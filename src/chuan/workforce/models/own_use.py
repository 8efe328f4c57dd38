"""Chuẩn's own use: how often each official signed in in a month, counted once when the month is over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models

from chuan.offers.uids import new_uid
from chuan.people.models import Official, Unit

if TYPE_CHECKING:
    from chuan.people.viewer import Viewer


class OwnMonthQuerySet(models.QuerySet["OwnMonth"]):
    """Months counted, and who may see them."""

    def seen_by(self, viewer: Viewer) -> OwnMonthQuerySet:
        """Those of the viewer's units: that a month was counted is no secret, its numbers are."""
        return self.filter(unit_id__in=viewer.unit_ids)


class OwnMonth(models.Model):
    """A month of a unit of which sign-ins were counted. Append-only: what they were counted from is not kept long."""

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", db_index=False)
    month = models.DateField()
    recorded_at = models.DateTimeField()

    objects = OwnMonthQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["unit", "month"], name="workforce_ownmonth_once")]

    def __str__(self) -> str:
        return f"{self.unit} {self.month:%m/%Y}"


class OwnUseQuerySet(models.QuerySet["OwnUse"]):
    """Counts, and who may see them."""

    def seen_by(self, viewer: Viewer) -> OwnUseQuerySet:
        """One's own, or all of the unit for who leads it and who keeps its staff records."""
        from chuan.workforce.permissions import about

        return self.filter(about(viewer), counted__unit_id__in=viewer.unit_ids)


class OwnUse(models.Model):
    """How often an official with an account signed in to Chuẩn in a counted month; nothing of when or where."""

    counted = models.ForeignKey(OwnMonth, on_delete=models.PROTECT, related_name="uses", db_index=False)
    official = models.ForeignKey(Official, on_delete=models.PROTECT, related_name="own_uses")
    count = models.PositiveIntegerField()

    objects = OwnUseQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["counted", "official"], name="workforce_ownuse_once")]

    def __str__(self) -> str:
        return f"{self.official_id}: {self.count}"
