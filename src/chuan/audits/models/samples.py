"""Records an audit looks at, drawn by a seed that is kept."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from chuan.audits.models.programmes import Audit
from chuan.offers.subjects import Subject
from chuan.offers.uids import new_uid
from chuan.people.models import Official
from chuan.processes.models import Process
from chuan.rules.types import Period


class AuditSample(models.Model):
    """One drawing: of which register and days, of how many rows, by which seed. Never edited.

    ``register``: key of a population (``offers.auditing``); ``counted``: rows it held in the days at that moment.
    """

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    audit = models.ForeignKey(Audit, on_delete=models.PROTECT, related_name="samples")
    process = models.ForeignKey(Process, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    register = models.CharField(max_length=60)
    title = models.CharField(max_length=200)
    period_start = models.DateField()
    period_end = models.DateField()
    seed = models.PositiveIntegerField()
    counted = models.PositiveIntegerField()
    size = models.PositiveSmallIntegerField()
    drawn_by = models.ForeignKey(Official, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(period_end__gt=F("period_start")), name="audits_auditsample_period"
            ),
            models.CheckConstraint(condition=Q(size__lte=F("counted")), name="audits_auditsample_size"),
            models.UniqueConstraint(
                fields=["audit", "register", "period_start", "period_end", "seed"],
                name="audits_auditsample_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.audit}: {self.title} {self.size}/{self.counted}"

    @property
    def period(self) -> Period:
        """The days drawn from."""
        return Period(self.period_start, self.period_end)


class SampledRecord(models.Model):
    """One record of a sample. ``position``: its place in the register, counted from 0; ``shelf``: where its paper
    lies, by code and shelf, as somebody wrote it for the pull list."""

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    sample = models.ForeignKey(AuditSample, on_delete=models.PROTECT, related_name="records")
    ordinal = models.PositiveSmallIntegerField()
    position = models.PositiveIntegerField()
    subject_kind = models.CharField(max_length=40)
    subject_uid = models.UUIDField()
    shelf = models.CharField(max_length=200, blank=True)
    note = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["sample", "ordinal"], name="audits_sampledrecord_ordinal")
        ]

    def __str__(self) -> str:
        return f"{self.sample} #{self.ordinal}"

    @property
    def subject(self) -> Subject:
        """The record as other rooms know it."""
        return Subject(self.subject_kind, self.subject_uid)
