"""A pack for an inspector, asked for and made in the background."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import F, Q

from chuan.files.models import Blob
from chuan.offers.uids import new_uid
from chuan.people.models import Official, Unit
from chuan.rules.types import Period

if TYPE_CHECKING:
    from chuan.people.viewer import Viewer


class EvidencePackQuerySet(models.QuerySet["EvidencePack"]):
    """Packs, and who may see them."""

    def seen_by(self, viewer: Viewer) -> EvidencePackQuerySet:
        """Those of the viewer's units, for who leads, keeps and audits the system; nobody else."""
        from chuan.conformity.permissions import may_read_checks

        return self.filter(unit_id__in=viewer.unit_ids) if may_read_checks(viewer) else self.none()


class EvidencePack(models.Model):
    """One pack. ``finished_at`` empty: it is being made, ``done`` of ``total`` steps. ``digest``: SHA-256 of its
    manifest, the number to be printed; ``period_end``: the day after the last."""

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", db_index=False)
    period_start = models.DateField()
    period_end = models.DateField()
    total = models.PositiveSmallIntegerField(default=0)
    done = models.PositiveSmallIntegerField(default=0)
    files = models.PositiveIntegerField(default=0)
    digest = models.CharField(max_length=64, blank=True)
    blob = models.ForeignKey(Blob, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    file_name = models.CharField(max_length=255, blank=True)
    refusal = models.TextField(blank=True)
    asked_by = models.ForeignKey(Official, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    asked_by_name = models.CharField(max_length=120, blank=True)
    asked_on = models.DateField()
    recorded_at = models.DateTimeField()
    touched_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True, blank=True)

    objects = EvidencePackQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(period_end__gt=F("period_start")), name="conformity_pack_period"
            ),
        ]
        indexes = [models.Index(fields=["unit", "-recorded_at"], name="conformity_pack_recent")]

    def __str__(self) -> str:
        return f"{self.period_start} {self.period_end}"

    @property
    def period(self) -> Period:
        """The days it is about."""
        return Period(self.period_start, self.period_end)
