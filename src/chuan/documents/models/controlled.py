"""Controlled documents of the quality management system and their revisions (TCVN ISO 9001:2015, 7.5)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from chuan.documents.models.documents import Document
from chuan.files.models import Blob
from chuan.offers.uids import new_uid
from chuan.people.models import Official, Post, Unit

if TYPE_CHECKING:
    from chuan.people.viewer import Viewer


class ControlledDocumentQuerySet(models.QuerySet["ControlledDocument"]):
    """Controlled documents, and who may see them."""

    def seen_by(self, viewer: Viewer) -> ControlledDocumentQuerySet:
        """Controlled documents of the viewer's units."""
        return self.filter(unit_id__in=viewer.unit_ids)


class ControlledDocument(models.Model):
    """Sổ tay chất lượng, QT-, BM-…: a code that lasts while its revisions follow each other."""

    class Kind(models.TextChoices):
        POLICY = "policy", _("chính sách chất lượng")
        MANUAL = "manual", _("sổ tay chất lượng")
        SYSTEM_PROCEDURE = "system_procedure", _("quy trình hệ thống")
        SERVICE_PROCEDURE = "service_procedure", _("quy trình giải quyết thủ tục hành chính")
        FORM = "form", _("biểu mẫu")
        INSTRUCTION = "instruction", _("hướng dẫn công việc")
        OUTSIDE = "outside", _("tài liệu bên ngoài")

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="controlled_documents")
    code = models.CharField(max_length=40)
    title = models.CharField(max_length=300)
    kind = models.CharField(max_length=20, choices=Kind.choices)
    owner_post = models.ForeignKey(Post, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    clauses = models.CharField(max_length=200, blank=True)
    """ISO clauses it serves, as "7.5, 8.5"."""
    review_months = models.PositiveSmallIntegerField(null=True, blank=True)
    """Its own months between periodic reviews; None is as the office practises (``controlled.review_months``)."""
    parent = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="children"
    )
    """The procedure a form belongs to."""
    procedure_code = models.CharField(max_length=60, blank=True)
    """Mã thủ tục hành chính, for a procedure of that service."""
    recorded_at = models.DateTimeField()
    retired_on = models.DateField(null=True, blank=True)
    retired_reason = models.TextField(blank=True)

    objects = ControlledDocumentQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["unit", "code"], name="documents_controlled_code")]

    def __str__(self) -> str:
        return f"{self.code} {self.title}"


PROMULGATED = ("approved", "in_force", "obsolete")
"""Statuses of revisions that were approved: their days say which of them is in force."""

MAKING = ("draft", "review", "approval", "approved")
"""Statuses of the one revision that is in the making."""


class RevisionQuerySet(models.QuerySet["Revision"]):
    """Revisions, and who may see them."""

    def seen_by(self, viewer: Viewer) -> RevisionQuerySet:
        """Revisions of the viewer's units' documents."""
        return self.filter(controlled__unit_id__in=viewer.unit_ids)

    def in_force(self, on: date) -> RevisionQuerySet:
        """Those in force on the day, by their days alone: nobody has to have pressed anything."""
        begun = self.filter(status__in=PROMULGATED, effective_from__lte=on)
        return begun.filter(Q(obsolete_on=None) | Q(obsolete_on__gt=on))


class Revision(models.Model):
    """Lần ban hành: written in Chuẩn (``content``) or an uploaded file; one in force at a time."""

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    controlled = models.ForeignKey(ControlledDocument, on_delete=models.PROTECT, related_name="revisions")
    number = models.PositiveSmallIntegerField()
    status = models.CharField(max_length=12, default="draft")
    """rules.lifecycles.REVISION."""
    content = models.TextField(blank=True)
    blob = models.ForeignKey(Blob, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    file_name = models.CharField(max_length=255, blank=True)
    text = models.TextField(blank=True)
    """The words of an uploaded file, to be read on the page and found; "" for a scan."""
    saves = models.PositiveIntegerField(default=0)
    """How often it was saved: a save that began from an earlier one is refused."""
    saved_by = models.ForeignKey(Official, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    saved_at = models.DateTimeField(null=True, blank=True)
    changes = models.TextField(blank=True)
    """What is new in this revision."""
    decided_by = models.ForeignKey(
        Document, on_delete=models.PROTECT, null=True, blank=True, related_name="revisions"
    )
    """The decision that promulgated it, when there is one."""
    drafted_by = models.ForeignKey(
        Official, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    reviewed_by = models.ForeignKey(
        Official, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    reviewed_on = models.DateField(null=True, blank=True)
    approved_by = models.ForeignKey(
        Official, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    approved_on = models.DateField(null=True, blank=True)
    effective_from = models.DateField(null=True, blank=True)
    obsolete_on = models.DateField(null=True, blank=True)
    last_reviewed_on = models.DateField(null=True, blank=True)
    """The last periodic review that left it as it is."""
    note = models.TextField(blank=True)
    """The last opinion or reason said of it: why returned, dropped, retired, left as it is."""
    recorded_at = models.DateTimeField()

    objects = RevisionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["controlled", "number"], name="documents_revision_number"),
            models.UniqueConstraint(
                fields=["controlled"], condition=Q(status="in_force"), name="documents_revision_one_in_force"
            ),
            models.UniqueConstraint(
                fields=["controlled"],
                condition=Q(status__in=MAKING),
                name="documents_revision_one_in_the_making",
            ),
            models.CheckConstraint(
                condition=Q(obsolete_on__isnull=True) | Q(obsolete_on__gte=F("effective_from")),
                name="documents_revision_life",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=["approved", "in_force"])
                | Q(approved_by__isnull=False, approved_on__isnull=False, effective_from__isnull=False),
                name="documents_revision_approved_before_force",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.controlled_id} lần {self.number}"


class ChangeRequestQuerySet(models.QuerySet["ChangeRequest"]):
    """Change requests, and who may see them."""

    def seen_by(self, viewer: Viewer) -> ChangeRequestQuerySet:
        """Requests of the viewer's units."""
        return self.filter(unit_id__in=viewer.unit_ids)


class ChangeRequest(models.Model):
    """Somebody asks for a change of controlled documents, with the reason; the affected ones are followed up."""

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="change_requests")
    reason = models.TextField()
    source = models.CharField(max_length=300, blank=True)
    """What asks for it: an outside act, a finding, an audit."""
    act = models.ForeignKey(
        Document, on_delete=models.PROTECT, null=True, blank=True, related_name="change_requests"
    )
    """The outside act whose end or change asks for it."""
    status = models.CharField(max_length=10, default="open")
    """rules.lifecycles.CHANGE_REQUEST."""
    asked_by = models.ForeignKey(Official, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    asked_on = models.DateField()
    due_on = models.DateField(null=True, blank=True)
    decided_by = models.ForeignKey(
        Official, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    decided_on = models.DateField(null=True, blank=True)
    answer = models.TextField(blank=True)
    recorded_at = models.DateTimeField()

    objects = ChangeRequestQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="documents_changerequest_has_reason")
        ]

    def __str__(self) -> str:
        return self.reason[:60]


class AffectedDocument(models.Model):
    """One controlled document that a change request touches, and what was done about it."""

    class Outcome(models.TextChoices):
        OPEN = "open", _("chưa xong")
        REVISED = "revised", _("đã sửa")
        WAIVED = "waived", _("không cần sửa")

    request = models.ForeignKey(ChangeRequest, on_delete=models.PROTECT, related_name="affected")
    controlled = models.ForeignKey(ControlledDocument, on_delete=models.PROTECT, related_name="+")
    outcome = models.CharField(max_length=8, choices=Outcome.choices, default=Outcome.OPEN)
    revision = models.ForeignKey(Revision, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    reason = models.TextField(blank=True)
    settled_on = models.DateField(null=True, blank=True)
    settled_by = models.ForeignKey(
        Official, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["request", "controlled"], name="documents_affected_once"),
            models.CheckConstraint(
                condition=~Q(outcome="waived") | ~Q(reason=""), name="documents_affected_waived_has_reason"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.request_id} {self.controlled_id}"
