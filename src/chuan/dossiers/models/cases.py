"""Dossiers as they stand, every state they stood in, and what Chuẩn adds to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from chuan.dossiers.models.procedures import Procedure, TimeLimit
from chuan.offers.uids import new_uid
from chuan.people.models import Official, Unit

if TYPE_CHECKING:
    from chuan.people.viewer import Viewer


class Standing(models.Model):
    """How a dossier stands: what its outside rows say together, and what the law makes of it.

    ``judged_due_on`` is the one day lateness is judged by: the lawful due day where the procedure's time limit
    is confirmed (``due_basis`` "law"), else the day the source promised, as first seen before it was due
    ("promise"). ``settled_on`` is the day the result was ready, else the day it was returned.
    ``promised_first_on`` is the promise first seen; it follows the source only when papers were asked for and the
    new day was seen before the old one had passed: an apology with a new date moves no due day (NĐ 61/2018 Điều 19
    khoản 9). ``late_days``: working days after ``judged_due_on``, negative before it. ``portal_due_on``: the last
    day on which the national portal still counts the case as within time (QĐ 766/QĐ-TTg).
    """

    class Status(models.TextChoices):
        RUNNING = "running", _("đang giải quyết")
        WAITING = "waiting", _("chờ bổ sung")
        READY = "ready", _("có kết quả")
        RETURNED = "returned", _("đã trả kết quả")
        REFUSED = "refused", _("từ chối")
        WITHDRAWN = "withdrawn", _("người dân rút")
        UNKNOWN = "unknown", _("chưa rõ")

    class Basis(models.TextChoices):
        LAW = "law", _("hạn theo quy định")
        PROMISE = "promise", _("ngày hẹn của hệ thống nguồn")
        NONE = "", _("chưa có hạn")

    class Outcome(models.TextChoices):
        EARLY = "early", _("trước hạn")
        ON_TIME = "on_time", _("đúng hạn")
        LATE = "late", _("trễ hạn")
        NONE = "", _("chưa kết luận")

    class Portal(models.TextChoices):
        ON_TIME = "on_time", _("đúng hạn")
        OVERDUE = "overdue", _("quá hạn")
        NONE = "", _("chưa rõ")

    present = models.BooleanField(default=True)
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.UNKNOWN)
    channel = models.CharField(max_length=20, blank=True)
    elsewhere = models.BooleanField(default=False)
    field = models.CharField(max_length=200, blank=True)
    procedure_code = models.CharField(max_length=60, blank=True)
    procedure_name = models.CharField(max_length=500, blank=True)
    handler_name = models.CharField(max_length=160, blank=True)
    received_at = models.DateTimeField(null=True, blank=True)
    received_on = models.DateField(null=True, blank=True)
    promised_on = models.DateField(null=True, blank=True)
    promised_first_on = models.DateField(null=True, blank=True)
    lawful_due_on = models.DateField(null=True, blank=True)
    judged_due_on = models.DateField(null=True, blank=True)
    due_basis = models.CharField(max_length=8, choices=Basis.choices, blank=True)
    asked_on = models.DateField(null=True, blank=True)
    supplied_on = models.DateField(null=True, blank=True)
    ready_on = models.DateField(null=True, blank=True)
    returned_on = models.DateField(null=True, blank=True)
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_on = models.DateField(null=True, blank=True)
    outcome = models.CharField(max_length=8, choices=Outcome.choices, blank=True)
    late_days = models.SmallIntegerField(null=True, blank=True)
    outcome_now = models.CharField(max_length=8, choices=Outcome.choices, blank=True)
    """The outcome by the promise as the source shows it now, beside the one as first seen."""
    portal = models.CharField(max_length=8, choices=Portal.choices, blank=True)
    """The portal's verdict once it is final; of a case in work it is the end of a period that decides."""
    portal_due_on = models.DateField(null=True, blank=True)
    promise_differs = models.BooleanField(default=False)
    changed_after_due = models.BooleanField(default=False)

    class Meta:
        abstract = True


IN_WORK = (Standing.Status.RUNNING, Standing.Status.WAITING, Standing.Status.UNKNOWN)


class DossierQuerySet(models.QuerySet["Dossier"]):
    """Dossiers, and who may see them."""

    def seen_by(self, viewer: Viewer) -> DossierQuerySet:
        """Dossiers that the viewer's units own."""
        return self.filter(owner_unit_id__in=viewer.unit_ids)

    def present_ones(self) -> DossierQuerySet:
        """Dossiers that some source still lists."""
        return self.filter(present=True)

    def unsettled(self) -> DossierQuerySet:
        """Dossiers in work: nothing ready, not refused, not withdrawn, nor said to be returned without a day."""
        return self.present_ones().filter(settled_on__isnull=True, status__in=IN_WORK)


class Dossier(Standing):
    """A dossier of the one-stop counter, by its code in the system of record. A projection of its last state."""

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    # No index of their own where one below begins with the column (nor for limit, which nobody asks by): each costs
    # every row of an import.
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="dossiers", db_index=False)
    owner_unit = models.ForeignKey(
        Unit, on_delete=models.PROTECT, related_name="owned_dossiers", db_index=False
    )
    code = models.CharField(max_length=160)
    procedure = models.ForeignKey(
        Procedure, on_delete=models.PROTECT, null=True, blank=True, related_name="dossiers"
    )
    limit = models.ForeignKey(
        TimeLimit, on_delete=models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )
    handler = models.ForeignKey(
        Official, on_delete=models.PROTECT, null=True, blank=True, related_name="dossiers", db_index=False
    )
    law_snapshot = models.TextField(blank=True)
    """Clock values in force when it was accepted, as JSON: a later law moves it only by a trailed re-basing."""
    folded = models.TextField(blank=True)
    states = models.PositiveSmallIntegerField(default=0)
    explained = models.BooleanField(default=False)
    cause = models.CharField(max_length=30, blank=True)

    objects = DossierQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["unit", "code"], name="dossiers_dossier_code")]
        indexes = [
            models.Index(fields=["owner_unit", "-received_on", "id"], name="dossiers_dossier_received"),
            models.Index(fields=["owner_unit", "settled_on"], name="dossiers_dossier_settled"),
            models.Index(fields=["owner_unit", "status", "judged_due_on"], name="dossiers_dossier_due"),
            models.Index(fields=["handler", "settled_on", "judged_due_on"], name="dossiers_dossier_handler"),
            models.Index(fields=["owner_unit", "outcome", "-received_on"], name="dossiers_dossier_outcome"),
            models.Index(fields=["owner_unit", "field", "-received_on"], name="dossiers_dossier_field"),
            models.Index(
                fields=["owner_unit", "procedure_code", "-received_on"], name="dossiers_dossier_proc"
            ),
            # With the key, a search of PostgreSQL reads the index alone.
            models.Index(fields=["owner_unit", "folded", "id"], name="dossiers_dossier_folded"),
            models.Index(
                fields=["owner_unit", "-received_on"],
                name="dossiers_dossier_differs",
                condition=Q(promise_differs=True),
            ),
            models.Index(
                fields=["owner_unit", "-received_on"],
                name="dossiers_dossier_after_due",
                condition=Q(changed_after_due=True),
            ),
            # Holds every column that statistics read: they are counted from the index alone.
            models.Index(
                fields=[
                    "owner_unit",
                    "received_on",
                    "settled_on",
                    "status",
                    "outcome",
                    "judged_due_on",
                    "elsewhere",
                    "present",
                    "outcome_now",
                    "promised_on",
                    "channel",
                    "field",
                ],
                name="dossiers_dossier_figures",
            ),
        ]

    def __str__(self) -> str:
        return self.code


class DossierState(Standing):
    """How a dossier stood from one moment on: what every as-of count reads. Only ``until_at`` is ever set later.

    ``why``: import, withdrawal, calendar, procedure, law, handler.
    """

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="history", db_index=False)
    owner_unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", db_index=False)
    seq = models.PositiveSmallIntegerField()
    recorded_at = models.DateTimeField()
    until_at = models.DateTimeField(null=True, blank=True)
    why = models.CharField(max_length=12)
    import_uid = models.UUIDField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["dossier", "seq"], name="dossiers_state_seq")]
        indexes = [
            models.Index(fields=["owner_unit", "settled_on"], name="dossiers_state_settled"),
            models.Index(
                fields=["owner_unit", "received_on", "until_at", "recorded_at", "settled_on"],
                name="dossiers_state_received",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.dossier_id}#{self.seq}"


class CaseEvent(models.Model):
    """What Chuẩn adds to a dossier: a cause from-to, an explanation, an apology, a note. Append-only.

    An error is voided by a later event, never edited. ``occurred_on`` is typed and never in the future;
    ``recorded_at`` is set by the server.
    """

    class Verb(models.TextChoices):
        CAUSE = "cause", _("nguyên nhân")
        EXPLAIN = "explain", _("giải trình")
        APOLOGISE = "apologise", _("xin lỗi và hẹn lại")
        PROLONG = "prolong", _("gia hạn")
        REBASE = "rebase", _("tính lại theo quy định mới")
        VOID = "void", _("bỏ ghi nhầm")

    class Cause(models.TextChoices):
        CITIZEN = "citizen", _("chờ công dân")
        TAX = "tax", _("chờ cơ quan thuế")
        LAND = "land", _("chờ cơ quan đất đai")
        FIELD = "field", _("kiểm tra thực địa")
        OVERLOAD = "overload", _("quá tải")
        SYSTEM = "system", _("lỗi hệ thống")

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="events")
    seq = models.PositiveSmallIntegerField()
    verb = models.CharField(max_length=10, choices=Verb.choices)
    cause = models.CharField(max_length=10, choices=Cause.choices, blank=True)
    occurred_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)
    amount = models.PositiveSmallIntegerField(default=0)
    text = models.TextField(blank=True)
    citation = models.CharField(max_length=300, blank=True)
    voids = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="voided_by"
    )
    by = models.ForeignKey(Official, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["dossier", "seq"], name="dossiers_event_seq"),
            models.CheckConstraint(
                condition=Q(verb="cause") & ~Q(cause="") | ~Q(verb="cause") & Q(cause=""),
                name="dossiers_event_cause",
            ),
            models.CheckConstraint(
                condition=Q(verb="void", voids__isnull=False) | ~Q(verb="void") & Q(voids__isnull=True),
                name="dossiers_event_void",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.verb} {self.occurred_on}"
