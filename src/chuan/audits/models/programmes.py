"""A year's audits and each audit: what it looks at, when, how it stands (TCVN ISO 9001:2015, 9.2.2 a)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from chuan.offers.uids import new_uid
from chuan.people.models import Unit
from chuan.processes.models import Process
from chuan.rules.types import Period

if TYPE_CHECKING:
    from chuan.people.viewer import Viewer


class ProgrammeQuerySet(models.QuerySet["Programme"]):
    """Programmes, and who may see them."""

    def seen_by(self, viewer: Viewer) -> ProgrammeQuerySet:
        """Those of the viewer's units: everybody is to know when he is audited."""
        return self.filter(owner_unit_id__in=viewer.unit_ids)


class Programme(models.Model):
    """The audits of one year. ``citation``: the document that approved it; "" while it is a draft."""

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", db_index=False)
    owner_unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", db_index=False)
    year = models.PositiveSmallIntegerField()
    aim = models.CharField(max_length=500, blank=True)
    """What the year's audits are to find out."""
    citation = models.CharField(max_length=300, blank=True)
    approved_on = models.DateField(null=True, blank=True)
    recorded_at = models.DateTimeField()

    objects = ProgrammeQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["owner_unit", "year"], name="audits_programme_once"),
            models.CheckConstraint(
                condition=Q(citation="", approved_on__isnull=True)
                | ~Q(citation="") & Q(approved_on__isnull=False),
                name="audits_programme_approved",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.owner_unit} {self.year}"


class AuditQuerySet(models.QuerySet["Audit"]):
    """Audits, and who may see them."""

    def seen_by(self, viewer: Viewer) -> AuditQuerySet:
        """Those of the viewer's units; what a team writes has rules of its own (``audits.permissions``)."""
        return self.filter(owner_unit_id__in=viewer.unit_ids)

    def standing(self) -> AuditQuerySet:
        """Those that were not called off."""
        return self.exclude(status=Audit.Status.CALLED_OFF)

    def told(self) -> AuditQuerySet:
        """Those that are reported."""
        return self.filter(status__in=(Audit.Status.REPORTED, Audit.Status.CLOSED))


class Audit(models.Model):
    """One audit. ``period_start`` and ``period_end`` (the day after the last): the work that is looked at;
    ``starts_on`` and ``ends_on``: the days of looking, both counted. ``clauses``: numbers, parted by spaces."""

    class Status(models.TextChoices):
        PLANNED = "planned", _("đã lên kế hoạch")
        ANNOUNCED = "announced", _("đã báo trước")
        UNDER_WAY = "under_way", _("đang đánh giá")
        REPORTED = "reported", _("đã báo cáo")
        CLOSED = "closed", _("đã kết thúc")
        CALLED_OFF = "called_off", _("đã hoãn hẳn")

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", db_index=False)
    owner_unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", db_index=False)
    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="audits")
    code = models.CharField(max_length=40)
    aim = models.CharField(max_length=500, blank=True)
    period_start = models.DateField()
    period_end = models.DateField()
    starts_on = models.DateField()
    ends_on = models.DateField()
    report_due_on = models.DateField()
    clauses = models.TextField(blank=True)
    status = models.CharField(max_length=12, choices=Status.choices, default=Status.PLANNED)
    announced_on = models.DateField(null=True, blank=True)
    citation = models.CharField(max_length=300, blank=True)
    """The document that named the team and announced the days; "" where it was only told."""
    reported_on = models.DateField(null=True, blank=True)
    conclusion = models.TextField(blank=True)
    draft_uid = models.UUIDField(null=True, blank=True)
    """The report among outgoing papers, once its draft was begun there."""
    closed_on = models.DateField(null=True, blank=True)
    why = models.CharField(max_length=300, blank=True)
    """Why it was called off."""
    recorded_at = models.DateTimeField()

    objects = AuditQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["owner_unit", "code"], name="audits_audit_code"),
            models.CheckConstraint(condition=Q(period_end__gt=F("period_start")), name="audits_audit_period"),
            models.CheckConstraint(condition=Q(ends_on__gte=F("starts_on")), name="audits_audit_days"),
            models.CheckConstraint(
                condition=~Q(status="called_off") | ~Q(why=""), name="audits_audit_off_why"
            ),
        ]
        indexes = [models.Index(fields=["owner_unit", "ends_on"], name="audits_audit_ends")]

    def __str__(self) -> str:
        return self.code

    @property
    def period(self) -> Period:
        """The days whose work is looked at."""
        return Period(self.period_start, self.period_end)

    @property
    def numbers(self) -> list[str]:
        """The clauses by number."""
        return self.clauses.split()


class AuditedProcess(models.Model):
    """A process an audit looks at, and who of the team does (None: nobody yet)."""

    audit = models.ForeignKey(Audit, on_delete=models.PROTECT, related_name="scope")
    process = models.ForeignKey(Process, on_delete=models.PROTECT, related_name="+")
    auditor = models.ForeignKey(
        "audits.Auditor", on_delete=models.PROTECT, null=True, blank=True, related_name="processes"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["audit", "process"], name="audits_auditedprocess_once")
        ]

    def __str__(self) -> str:
        return f"{self.audit}: {self.process}"
