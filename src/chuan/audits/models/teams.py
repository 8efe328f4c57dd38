"""Who audits: officials of the unit, or people of a neighbouring one (TCVN ISO 9001:2015, 9.2.2 c)."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from chuan.audits.models.programmes import Audit
from chuan.offers.uids import new_uid
from chuan.people.models import Official


class Auditor(models.Model):
    """A member of a team. ``official`` None: somebody from outside, with ``from_unit`` and the paper that lends him.

    ``evidence``: what showed on the day he joined that he can audit, kept as it was said.
    """

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    audit = models.ForeignKey(Audit, on_delete=models.PROTECT, related_name="team")
    official = models.ForeignKey(Official, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    name = models.CharField(max_length=120)
    from_unit = models.CharField(max_length=200, blank=True)
    document = models.CharField(max_length=300, blank=True)
    evidence = models.CharField(max_length=500)
    is_lead = models.BooleanField(default=False)
    recorded_at = models.DateTimeField()
    left_at = models.DateTimeField(null=True, blank=True)
    why_left = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(official__isnull=False) | ~Q(from_unit="") & ~Q(document=""),
                name="audits_auditor_known",
            ),
            models.UniqueConstraint(
                fields=["audit", "official"],
                condition=Q(official__isnull=False, left_at__isnull=True),
                name="audits_auditor_once",
            ),
            models.UniqueConstraint(
                fields=["audit"], condition=Q(is_lead=True, left_at__isnull=True), name="audits_auditor_lead"
            ),
        ]

    def __str__(self) -> str:
        return self.name
