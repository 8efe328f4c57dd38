"""Who keeps each register, and what came in from those who do: layouts, imports, every version of every row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from chuan.files.models import Blob
from chuan.offers.uids import new_uid
from chuan.people.models import Official, Unit
from chuan.rules.types import Period

if TYPE_CHECKING:
    from chuan.people.viewer import Viewer


class RecordSystemQuerySet(models.QuerySet["RecordSystem"]):
    """Who keeps what, and who may see it."""

    def seen_by(self, viewer: Viewer) -> RecordSystemQuerySet:
        """Settings of the viewer's units."""
        return self.filter(unit_id__in=viewer.unit_ids)


class RecordSystem(models.Model):
    """Nguồn chính: the system of record of one register from a day on, and the document that says so.

    ``keeps``: Chuẩn itself is the register of record. Without a row a register is followed.
    """

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="record_systems")
    register = models.CharField(max_length=40)
    system = models.CharField(max_length=160)
    keeps = models.BooleanField(default=False)
    valid_from = models.DateField()
    citation = models.CharField(max_length=300)
    by = models.ForeignKey(Official, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    recorded_at = models.DateTimeField()

    objects = RecordSystemQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "register", "valid_from"], name="intake_recordsystem_once"
            ),
            models.CheckConstraint(condition=~Q(citation=""), name="intake_recordsystem_cited"),
        ]

    def __str__(self) -> str:
        return f"{self.register}: {self.system}"


class LayoutQuerySet(models.QuerySet["Layout"]):
    """Layouts, and who may see them."""

    def seen_by(self, viewer: Viewer) -> LayoutQuerySet:
        """Layouts of the viewer's units."""
        return self.filter(unit_id__in=viewer.unit_ids)


class Layout(models.Model):
    """What each column of one kind of file is, as a person confirmed it. Never edited: a change is a version.

    ``body`` is the layout as the text of a file (``intake.layouts``); ``fingerprint`` is of its header.
    """

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="layouts")
    register = models.CharField(max_length=40)
    fingerprint = models.CharField(max_length=64)
    version = models.PositiveSmallIntegerField(default=1)
    name = models.CharField(max_length=160)
    source = models.CharField(max_length=160)
    body = models.TextField()
    confirmed_by = models.ForeignKey(
        Official, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    confirmed_at = models.DateTimeField()

    objects = LayoutQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "register", "fingerprint", "version"], name="intake_layout_version"
            )
        ]

    def __str__(self) -> str:
        return f"{self.name} v{self.version}"


class ImportQuerySet(models.QuerySet["Import"]):
    """Imports, and who may see them."""

    def seen_by(self, viewer: Viewer) -> ImportQuerySet:
        """Imports of the viewer's units."""
        return self.filter(unit_id__in=viewer.unit_ids)

    def standing(self) -> ImportQuerySet:
        """Imports whose rows count."""
        return self.filter(status=Import.Status.COMMITTED)


class Import(models.Model):
    """One file on its way in: looked at, its layout confirmed, previewed, taken in, perhaps withdrawn."""

    class Status(models.TextChoices):
        READING = "reading", _("đang đọc")
        REFUSED = "refused", _("không nhận được")
        UNMAPPED = "unmapped", _("chờ ghép cột")
        PREVIEWED = "previewed", _("chờ xác nhận")
        COMMITTING = "committing", _("đang nhập")
        COMMITTED = "committed", _("đã nhập")
        WITHDRAWN = "withdrawn", _("đã rút")
        DISCARDED = "discarded", _("đã bỏ")

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="imports")
    register = models.CharField(max_length=40, blank=True)
    source = models.CharField(max_length=160, blank=True)
    blob = models.ForeignKey(Blob, on_delete=models.PROTECT, related_name="+")
    file_name = models.CharField(max_length=255)
    layout = models.ForeignKey(
        Layout, on_delete=models.PROTECT, null=True, blank=True, related_name="imports"
    )
    covers_start = models.DateField(null=True, blank=True)
    covers_end = models.DateField(null=True, blank=True)
    scope = models.CharField(max_length=300, blank=True)
    """Filters the file was made with (status, unit): two files of one scope may say that a row is gone."""
    status = models.CharField(max_length=12, choices=Status.choices, default=Status.READING)
    refusal = models.TextField(blank=True)
    preview = models.TextField(blank=True)
    """What was found, as JSON of bounded size (``intake.previews``); counts stand in their own columns."""
    basis = models.PositiveBigIntegerField(null=True, blank=True)
    """How many imports and withdrawals the register had seen at the preview: one more asks for a new look."""
    rows_new = models.PositiveIntegerField(default=0)
    rows_changed = models.PositiveIntegerField(default=0)
    rows_after_due = models.PositiveIntegerField(default=0)
    rows_same = models.PositiveIntegerField(default=0)
    rows_gone = models.PositiveIntegerField(default=0)
    rows_unreadable = models.PositiveIntegerField(default=0)
    keep_gone = models.BooleanField(null=True, blank=True)
    """A person's answer about rows gone from the source: True keeps them counted, False takes them out."""
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    stage = models.CharField(max_length=40, blank=True)
    touched_at = models.DateTimeField(null=True, blank=True)
    """When the process at work on it last gave a sign: without one for minutes it has died (``intake.running``)."""
    by = models.ForeignKey(Official, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    arrived_at = models.DateTimeField()
    committed_by = models.ForeignKey(
        Official, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    committed_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(
        Official, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    reason = models.TextField(blank=True)
    listed = models.ForeignKey(Blob, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    """Codes the file lists unchanged (``intake.listings``): what stays when an earlier import is withdrawn."""
    illustrative = models.BooleanField(default=False)

    objects = ImportQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(covers_start__isnull=True, covers_end__isnull=True)
                | Q(covers_end__gt=F("covers_start")),
                name="intake_import_covers",
            ),
            models.CheckConstraint(
                condition=Q(status__in=["committed", "withdrawn"], committed_at__isnull=False)
                | Q(committed_at__isnull=True) & ~Q(status__in=["committed", "withdrawn"]),
                name="intake_import_committed_when",
            ),
            models.CheckConstraint(
                condition=Q(status="withdrawn", withdrawn_at__isnull=False) & ~Q(reason="")
                | Q(withdrawn_at__isnull=True) & ~Q(status="withdrawn"),
                name="intake_import_withdrawn_when",
            ),
        ]
        indexes = [models.Index(fields=["unit", "register", "status"], name="intake_import_register")]

    def __str__(self) -> str:
        return f"{self.file_name} ({self.status})"

    @property
    def covers(self) -> Period | None:
        """The days the file speaks of; None while nobody has said."""
        if self.covers_start is None or self.covers_end is None:
            return None
        return Period(self.covers_start, self.covers_end)


class OutsideRow(models.Model):
    """One version of one row of another system, with the file that brought it. Append-only.

    ``fields`` is canonical JSON text, "" for a row that the source no longer lists. ``digest`` is of it.
    """

    brought_by = models.ForeignKey(Import, on_delete=models.PROTECT, related_name="rows")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    register = models.CharField(max_length=40)
    source = models.CharField(max_length=160)
    outside_code = models.CharField(max_length=160)
    version = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    fields = models.TextField()
    place = models.CharField(max_length=40)
    after_due = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "register", "outside_code", "source", "version"],
                name="intake_outsiderow_version",
            )
        ]

    def __str__(self) -> str:
        return f"{self.outside_code} v{self.version}"


class StandingRow(models.Model):
    """Which version of an outside row stands now: the highest whose import was not withdrawn. A projection."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    register = models.CharField(max_length=40)
    source = models.CharField(max_length=160)
    outside_code = models.CharField(max_length=160)
    row = models.ForeignKey(OutsideRow, on_delete=models.PROTECT, related_name="+")
    belongs_on = models.DateField(null=True, blank=True)
    """The day that says which period the row belongs to (the register's ``period_field``)."""
    scope = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "register", "outside_code", "source"], name="intake_standingrow_once"
            )
        ]
        indexes = [
            models.Index(
                fields=["unit", "register", "source", "belongs_on"], name="intake_standingrow_period"
            )
        ]

    def __str__(self) -> str:
        return f"{self.outside_code} → {self.row_id}"
