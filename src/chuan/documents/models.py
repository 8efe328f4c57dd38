"""Documents, what was read from them, and the questions a person answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from chuan.files.models import Blob
from chuan.offers.uids import new_uid
from chuan.people.models import Official, Unit

if TYPE_CHECKING:
    from chuan.people.viewer import Viewer


class DocumentQuerySet(models.QuerySet["Document"]):
    """Documents, and who may see them."""

    def seen_by(self, viewer: Viewer) -> DocumentQuerySet:
        """Documents owned by the viewer's units."""
        return self.filter(owner_unit_id__in=viewer.unit_ids)


class Document(models.Model):
    """A document of any type; a decision is one of type QĐ. Number and date come from the paper."""

    class Direction(models.TextChoices):
        OUT = "out", _("văn bản đi")
        IN = "in", _("văn bản đến")
        EXTERNAL = "external", _("văn bản viện dẫn")

    class State(models.TextChoices):
        RECEIVED = "received", _("đã nhận")
        READ = "read", _("đã đọc, chờ xác nhận")
        CONFIRMED = "confirmed", _("đã xác nhận")

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="documents")
    owner_unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="owned_documents")
    direction = models.CharField(max_length=10, choices=Direction.choices, default=Direction.OUT)
    type = models.CharField(max_length=10)
    number = models.CharField(max_length=30, blank=True)
    symbol = models.CharField(max_length=40, blank=True)
    issued_on = models.DateField(null=True, blank=True)
    issuer_name = models.CharField(max_length=200, blank=True)
    place = models.CharField(max_length=120, blank=True)
    subject = models.TextField(blank=True)
    signer_name = models.CharField(max_length=120, blank=True)
    signer_position = models.CharField(max_length=120, blank=True)
    signer_authority = models.CharField(max_length=160, blank=True)
    state = models.CharField(max_length=12, choices=State.choices, default=State.RECEIVED)
    effective_from = models.DateField(null=True, blank=True)
    effective_to = models.DateField(null=True, blank=True)
    blob = models.ForeignKey(Blob, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    file_name = models.CharField(max_length=255, blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        Official, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = DocumentQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(effective_to__isnull=True) | Q(effective_to__gt=F("effective_from")),
                name="documents_document_effect",
            )
        ]
        indexes = [
            models.Index(fields=["owner_unit", "-issued_on"], name="documents_document_recent"),
            models.Index(fields=["owner_unit", "state"], name="documents_document_state"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def full_number(self) -> str:
        """ "148/QĐ-UBND", or "(chưa có số)/QĐ-UBND" when the paper leaves it blank."""
        return f"{self.number or '(chưa có số)'}/{self.symbol}" if self.symbol else self.number

    @property
    def title(self) -> str:
        """How lists name it: "Quyết định 148/QĐ-UBND ngày 11/08/2020"."""
        words = ["Quyết định" if self.type == "QĐ" else self.type, self.full_number]
        if self.issued_on:
            words.append(f"ngày {self.issued_on:%d/%m/%Y}")
        return " ".join(word for word in words if word)


class Link(models.Model):
    """What a document does to another, or stands on; ``target`` when that one is held here too."""

    class Kind(models.TextChoices):
        BASED_ON = "based_on", _("căn cứ")
        SUPERSEDES = "supersedes", _("thay thế")
        AMENDS = "amends", _("sửa đổi, bổ sung")
        REPEALS = "repeals", _("bãi bỏ")
        ANNULS = "annuls", _("hủy bỏ")
        CORRECTS = "corrects", _("đính chính")
        REPLIES = "replies", _("trả lời")

    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="links")
    target = models.ForeignKey(
        Document, on_delete=models.PROTECT, null=True, blank=True, related_name="linked_from"
    )
    citation = models.CharField(max_length=600)
    kind = models.CharField(max_length=12, choices=Kind.choices)
    part = models.CharField(max_length=200, blank=True)

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.citation}"


class Recipient(models.Model):
    """One line of "Nơi nhận", as written."""

    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="recipients")
    position = models.PositiveSmallIntegerField()
    line = models.CharField(max_length=300)
    kind = models.CharField(max_length=20, blank=True)
    target = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["document", "position"], name="documents_recipient_position")
        ]
        ordering = ["position"]

    def __str__(self) -> str:
        return self.line


class ReadingQuerySet(models.QuerySet["Reading"]):
    """Readings, and who may see them."""

    def seen_by(self, viewer: Viewer) -> ReadingQuerySet:
        """Readings of documents the viewer may see."""
        return self.filter(document__owner_unit_id__in=viewer.unit_ids)


class Reading(models.Model):
    """What the reader found in one document, and what a person made of it.

    ``proposed`` is the machine's reading and never changes; ``result`` is the same with the person's
    edits. Both are the text form of rules.decision_text.DecisionReading. Spans count code points of
    ``text``, the extracted text as it was, un-normalised.
    """

    class Status(models.TextChoices):
        PROPOSED = "proposed", _("chờ xác nhận")
        CONFIRMED = "confirmed", _("đã xác nhận")
        REPLACED = "replaced", _("đã có bản đọc mới")

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="readings")
    blob = models.ForeignKey(Blob, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    file_name = models.CharField(max_length=255, blank=True)
    text = models.TextField()
    layout = models.TextField(blank=True)
    reader_version = models.CharField(max_length=20)
    proposed = models.TextField()
    result = models.TextField()
    version = models.PositiveSmallIntegerField(default=1)
    status = models.CharField(max_length=12, choices=Status.choices, default=Status.PROPOSED)
    reason = models.TextField(blank=True)
    recorded_at = models.DateTimeField()
    confirmed_by = models.ForeignKey(
        Official, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    confirmed_at = models.DateTimeField(null=True, blank=True)
    confirmed_on = models.DateField(null=True, blank=True)

    objects = ReadingQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["document", "version"], name="documents_reading_version"),
            models.CheckConstraint(
                condition=Q(status="proposed", confirmed_at__isnull=True)
                | Q(status="confirmed", confirmed_at__isnull=False)
                | Q(status="replaced"),
                name="documents_reading_confirmed_when",
            ),
            models.CheckConstraint(
                condition=Q(version=1) | ~Q(reason=""), name="documents_reading_again_has_reason"
            ),
        ]

    def __str__(self) -> str:
        return f"reading {self.version} of {self.document_id}"


class Question(models.Model):
    """A question of the reader and the person's answer to it."""

    reading = models.ForeignKey(Reading, on_delete=models.PROTECT, related_name="questions")
    code = models.CharField(max_length=40)
    key = models.CharField(max_length=80)
    span_start = models.PositiveIntegerField()
    span_end = models.PositiveIntegerField()
    text = models.TextField()
    choices = models.TextField(default="[]")
    about = models.CharField(max_length=20, blank=True)
    answer = models.CharField(max_length=300, blank=True)
    answer_data = models.TextField(blank=True)
    answered_by = models.ForeignKey(
        Official, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["reading", "key"], name="documents_question_once"),
            models.CheckConstraint(
                condition=Q(answered_at__isnull=True, answer="")
                | Q(answered_at__isnull=False) & ~Q(answer=""),
                name="documents_question_answered_when",
            ),
        ]
        ordering = ["span_start", "pk"]

    def __str__(self) -> str:
        return self.text
