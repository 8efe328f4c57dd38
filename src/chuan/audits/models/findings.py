"""What an audit found: graded, with clause and evidence, followed to a correction and into the next audit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from chuan.audits.models.checklists import ChecklistItem
from chuan.audits.models.programmes import Audit
from chuan.audits.models.samples import SampledRecord
from chuan.audits.models.teams import Auditor
from chuan.offers.uids import new_uid
from chuan.people.models import Official
from chuan.processes.models import Process

if TYPE_CHECKING:
    from chuan.people.viewer import Viewer


class FindingQuerySet(models.QuerySet["Finding"]):
    """Findings, and who may see them."""

    def seen_by(self, viewer: Viewer) -> FindingQuerySet:
        """The unit's, once they are reported; before, those who read audits and the team alone."""
        from chuan.audits.permissions import READERS

        rows = self.filter(audit__owner_unit_id__in=viewer.unit_ids)
        if viewer.has(*READERS):
            return rows
        told = Q(audit__status__in=(Audit.Status.REPORTED, Audit.Status.CLOSED))
        if viewer.official is None:
            return rows.filter(told)
        mine = Auditor.objects.filter(official=viewer.official, left_at__isnull=True).values("audit")
        return rows.filter(told | Q(audit__in=mine))

    def standing(self) -> FindingQuerySet:
        """Those that were not taken back."""
        return self.filter(withdrawn_at__isnull=True)


class Finding(models.Model):
    """One finding. Taken back with a reason, never deleted. ``looked_in``: the later audit that looked whether it was
    mended; ``is_settled``: what that audit found, None until then."""

    class Grade(models.TextChoices):
        MAJOR = "major", _("không phù hợp nặng")
        MINOR = "minor", _("không phù hợp nhẹ")
        OBSERVATION = "observation", _("lưu ý")
        OPPORTUNITY = "opportunity", _("cơ hội cải tiến")
        STRENGTH = "strength", _("điểm tốt")

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    audit = models.ForeignKey(Audit, on_delete=models.PROTECT, related_name="findings")
    ordinal = models.PositiveSmallIntegerField()
    grade = models.CharField(max_length=12, choices=Grade.choices)
    clause = models.CharField(max_length=10, blank=True)
    process = models.ForeignKey(Process, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    words = models.TextField()
    evidence = models.TextField(blank=True)
    item = models.ForeignKey(
        ChecklistItem, on_delete=models.PROTECT, null=True, blank=True, related_name="findings"
    )
    record = models.ForeignKey(
        SampledRecord, on_delete=models.PROTECT, null=True, blank=True, related_name="findings"
    )
    raised_by = models.ForeignKey(Official, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    recorded_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    why_withdrawn = models.CharField(max_length=300, blank=True)
    looked_in = models.ForeignKey(
        Audit, on_delete=models.PROTECT, null=True, blank=True, related_name="looked_again"
    )
    is_settled = models.BooleanField(null=True, blank=True)
    looked_words = models.CharField(max_length=500, blank=True)

    objects = FindingQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["audit", "ordinal"], name="audits_finding_ordinal"),
            models.CheckConstraint(
                condition=~Q(grade__in=["major", "minor"]) | ~Q(clause="") & ~Q(evidence=""),
                name="audits_finding_grounds",
            ),
            models.CheckConstraint(
                condition=Q(looked_in__isnull=True, is_settled__isnull=True)
                | Q(looked_in__isnull=False, is_settled__isnull=False),
                name="audits_finding_looked",
            ),
        ]

    def __str__(self) -> str:
        return self.code

    @property
    def code(self) -> str:
        """ "ĐGNB 01/2021-3"."""
        return f"{self.audit.code}-{self.ordinal}"
