"""Administrative procedures as published: versions by date, time limits by case and channel, proposals of change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from chuan.dossiers.procedures.types import NAME_LETTERS
from chuan.offers.uids import new_uid
from chuan.people.models import Official, Unit

if TYPE_CHECKING:
    from chuan.people.viewer import Viewer


class ProcedureQuerySet(models.QuerySet["Procedure"]):
    """Procedures, and who may see them."""

    def seen_by(self, viewer: Viewer) -> ProcedureQuerySet:
        """Procedures of the viewer's units."""
        return self.filter(unit_id__in=viewer.unit_ids)


class Procedure(models.Model):
    """A procedure by its national code; what it says stands in its versions. ``folded`` is for searching.

    ``name`` and ``field`` are those of the version confirmed last (of the first proposed one until then).
    """

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="procedures")
    code = models.CharField(max_length=60)
    name = models.CharField(max_length=NAME_LETTERS)
    field = models.CharField(max_length=200, blank=True)
    folded = models.TextField(blank=True)

    objects = ProcedureQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["unit", "code"], name="dossiers_procedure_code")]
        indexes = [models.Index(fields=["unit", "field"], name="dossiers_procedure_field")]

    def __str__(self) -> str:
        return f"{self.code} {self.name}"


class ProcedureVersion(models.Model):
    """What a procedure says from a day on, by which act. Proposed by an import, confirmed by a person.

    ``components``, ``steps`` are JSON lists of texts. ``valid_to`` is the first day on which it is no longer in
    force (half-open, as everywhere); ``ended_by`` the act that ended it, "" when a later version simply follows.
    """

    class Status(models.TextChoices):
        PROPOSED = "proposed", _("đề xuất, chờ xác nhận")
        CONFIRMED = "confirmed", _("đã xác nhận")
        REJECTED = "rejected", _("không dùng")

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    procedure = models.ForeignKey(Procedure, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=NAME_LETTERS)
    field = models.CharField(max_length=200, blank=True)
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.PROPOSED)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)
    citation = models.CharField(max_length=300, blank=True)
    ended_by = models.CharField(max_length=300, blank=True)
    agency = models.CharField(max_length=300, blank=True)
    legal_acts = models.TextField(blank=True)
    components = models.TextField(default="[]")
    steps = models.TextField(default="[]")
    fees = models.TextField(blank=True)
    results = models.TextField(blank=True)
    limits_text = models.TextField(blank=True)
    """The time limits as the source wrote them, never corrected."""
    came_from = models.CharField(max_length=255, blank=True)
    confirmed_by = models.ForeignKey(
        Official, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    confirmed_at = models.DateTimeField(null=True, blank=True)
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["procedure", "number"], name="dossiers_version_number"),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")),
                name="dossiers_version_life",
            ),
            models.CheckConstraint(
                condition=~Q(status="confirmed") | Q(confirmed_at__isnull=False) & ~Q(citation=""),
                name="dossiers_version_confirmed_when",
            ),
        ]
        indexes = [models.Index(fields=["procedure", "valid_from"], name="dossiers_version_when")]

    def __str__(self) -> str:
        return f"{self.procedure} v{self.number}"


class TimeLimit(models.Model):
    """How long one case of a procedure may take through one channel ("" is every channel).

    Without ``total`` or ``unit`` the source has lost it: no due date is reckoned until a person says it.
    ``total`` 0 with working days is the same day.
    """

    class Unit(models.TextChoices):
        WORKING_DAY = "working_day", _("ngày làm việc")
        CALENDAR_DAY = "calendar_day", _("ngày")
        WORKING_HOUR = "working_hour", _("giờ làm việc")

    version = models.ForeignKey(ProcedureVersion, on_delete=models.CASCADE, related_name="limits")
    case = models.CharField(max_length=300, blank=True)
    channel = models.CharField(max_length=20, blank=True)
    total = models.PositiveIntegerField(null=True, blank=True)
    unit = models.CharField(max_length=12, choices=Unit.choices, blank=True)
    written = models.CharField(max_length=600, blank=True)
    doubt = models.CharField(max_length=12, blank=True)
    """Why it is still a question (a ``rules.time_limits.Doubt``); "" once a person has said it."""

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["version", "case", "channel"], name="dossiers_limit_once")
        ]

    def __str__(self) -> str:
        return f"{self.total} {self.unit}"


class ProcedureChangeQuerySet(models.QuerySet["ProcedureChange"]):
    """Proposals of change, and who may see them."""

    def seen_by(self, viewer: Viewer) -> ProcedureChangeQuerySet:
        """Proposals of the viewer's units."""
        return self.filter(unit_id__in=viewer.unit_ids)

    def waiting(self) -> ProcedureChangeQuerySet:
        """Those that nobody has taken or dismissed."""
        return self.filter(status=ProcedureChange.Status.WAITING)


class ProcedureChange(models.Model):
    """A change of the catalogue that a decision proposes: a procedure published, amended or repealed."""

    class Kind(models.TextChoices):
        PUBLISH = "publish", _("công bố mới")
        AMEND = "amend", _("sửa đổi, bổ sung")
        REPEAL = "repeal", _("bãi bỏ")

    class Status(models.TextChoices):
        WAITING = "waiting", _("chờ xem")
        TAKEN = "taken", _("đã áp dụng")
        DISMISSED = "dismissed", _("không áp dụng")

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="procedure_changes")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    code = models.CharField(max_length=60, blank=True)
    name = models.CharField(max_length=NAME_LETTERS)
    field = models.CharField(max_length=200, blank=True)
    limits_text = models.TextField(blank=True)
    citation = models.CharField(max_length=300)
    effective_from = models.DateField(null=True, blank=True)
    came_from = models.CharField(max_length=255, blank=True)
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.WAITING)
    settled_by = models.ForeignKey(
        Official, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    settled_at = models.DateTimeField(null=True, blank=True)
    reason = models.TextField(blank=True)
    recorded_at = models.DateTimeField()

    objects = ProcedureChangeQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "citation", "kind", "code", "name"], name="dossiers_change_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.code}"
