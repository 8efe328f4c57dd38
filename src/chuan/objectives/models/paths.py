"""Planned paths: where the figure of a target is to stand at the end of each month, version by version."""

from __future__ import annotations

import json
from fractions import Fraction
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q

from chuan.objectives.models.planning import Target
from chuan.offers.uids import new_uid
from chuan.people.models import Official

if TYPE_CHECKING:
    from chuan.people.viewer import Viewer


class TargetPathQuerySet(models.QuerySet["TargetPath"]):
    """Planned paths, and who may see them."""

    def seen_by(self, viewer: Viewer) -> TargetPathQuerySet:
        """Paths of plans of the viewer's units."""
        return self.filter(target__objective__plan__owner_unit_id__in=viewer.unit_ids)


class TargetPath(models.Model):
    """One version of one target's path. Append-only: a change is a new row with its reason, the newest stands.

    ``months`` are twelve exact fractions as JSON text; an empty list takes the path away, the pace is linear again.
    """

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    target = models.ForeignKey(Target, on_delete=models.PROTECT, related_name="paths", db_index=False)
    version = models.PositiveSmallIntegerField(default=1)
    months = models.TextField()
    set_on = models.DateField()
    reason = models.TextField(blank=True)
    by = models.ForeignKey(Official, on_delete=models.PROTECT, related_name="+", db_index=False)
    recorded_at = models.DateTimeField()

    objects = TargetPathQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["target", "version"], name="objectives_targetpath_version"),
            models.CheckConstraint(
                condition=Q(version=1) | ~Q(reason=""), name="objectives_targetpath_reason"
            ),
        ]
        ordering = ["target", "-version"]

    def __str__(self) -> str:
        return f"{self.target_id} v{self.version}"

    @property
    def values(self) -> tuple[Fraction, ...]:
        """The twelve values; none where the path was taken away."""
        return tuple(Fraction(text) for text in json.loads(self.months))
