"""Inspections of the province: who came, by which decision, what they found, the minutes that start the clock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from chuan.offers.uids import new_uid
from chuan.people.models import Guest, Official, Unit

if TYPE_CHECKING:
    from chuan.people.viewer import Viewer


class InspectionQuerySet(models.QuerySet["Inspection"]):
    """Inspections, and who may see them."""

    def seen_by(self, viewer: Viewer) -> InspectionQuerySet:
        """Those of the viewer's units: minutes of an inspection are the whole unit's to mend."""
        return self.filter(unit_id__in=viewer.unit_ids)


class Inspection(models.Model):
    """One inspection (26/2014/TT-BKHCN, Điều 36 và 37). ``citation``: the decision that sends it.

    ``closed_at``: when its minutes were closed; from then on nothing is found or taken back. ``minutes_on``: the day of
    the minutes, which starts the two months.
    """

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", db_index=False)
    body = models.CharField(max_length=200)
    citation = models.CharField(max_length=300)
    starts_on = models.DateField()
    ends_on = models.DateField()
    minutes = models.CharField(max_length=100, blank=True)
    minutes_on = models.DateField(null=True, blank=True)
    conclusion = models.TextField(blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    opened_by = models.ForeignKey(
        Official, on_delete=models.PROTECT, null=True, related_name="+", db_index=False
    )
    example = models.BooleanField(default=False)
    recorded_at = models.DateTimeField()

    objects = InspectionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")), name="conformity_inspection_days"
            ),
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True) | ~Q(minutes="") & Q(minutes_on__isnull=False),
                name="conformity_inspection_minutes",
            ),
        ]
        indexes = [models.Index(fields=["unit", "starts_on"], name="conformity_inspection_day")]

    def __str__(self) -> str:
        return f"{self.body} {self.starts_on}"

    @property
    def is_closed(self) -> bool:
        """Whether its minutes are closed."""
        return self.closed_at is not None


class InspectionFindingQuerySet(models.QuerySet["InspectionFinding"]):
    """Findings, and who may see them."""

    def seen_by(self, viewer: Viewer) -> InspectionFindingQuerySet:
        """Those of the viewer's units."""
        return self.filter(inspection__unit_id__in=viewer.unit_ids)

    def standing(self) -> InspectionFindingQuerySet:
        """Findings that no later row takes back."""
        return self.filter(takes_back__isnull=True, taken_back__isnull=True)


class InspectionFinding(models.Model):
    """One finding, as it was written; only added. A row with ``takes_back`` withdraws an earlier one; ``words``: why.

    ``point``: key of the inspector's list (``law.inspection``). ``mended``: the paper by which it was mended before it
    was written here, for minutes of the past: nothing is raised from such a finding. ``guest``: the inspector who wrote
    it; ``by``: the official who copied it from minutes.
    """

    class Grade(models.TextChoices):
        MAJOR = "major", _("không phù hợp nặng")
        MINOR = "minor", _("không phù hợp nhẹ")
        OBSERVATION = "observation", _("lưu ý")
        STRENGTH = "strength", _("điểm tốt")

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    inspection = models.ForeignKey(
        Inspection, on_delete=models.PROTECT, related_name="findings", db_index=False
    )
    ordinal = models.PositiveSmallIntegerField()
    point = models.CharField(max_length=30, blank=True)
    clause = models.CharField(max_length=10, blank=True)
    grade = models.CharField(max_length=12, choices=Grade.choices, blank=True)
    words = models.TextField()
    evidence = models.TextField(blank=True)
    mended = models.CharField(max_length=300, blank=True)
    takes_back = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="taken_back"
    )
    guest = models.ForeignKey(Guest, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    by = models.ForeignKey(Official, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    recorded_at = models.DateTimeField()

    objects = InspectionFindingQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["inspection", "ordinal"], name="conformity_inspfinding_ordinal"),
            models.CheckConstraint(
                condition=Q(takes_back__isnull=False) | ~Q(grade=""), name="conformity_inspfinding_grade"
            ),
            models.CheckConstraint(
                condition=~Q(grade__in=["major", "minor"]) | ~Q(evidence=""),
                name="conformity_inspfinding_grounds",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.ordinal}: {self.words[:60]}"

    @property
    def is_fault(self) -> bool:
        """Whether it has to be mended."""
        return self.grade in (self.Grade.MAJOR, self.Grade.MINOR)

    @property
    def author(self) -> str:
        """Who wrote it."""
        known = self.guest or self.by
        return known.name if known else ""
