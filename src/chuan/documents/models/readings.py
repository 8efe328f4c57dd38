"""What was read from a document, and the questions a person answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from chuan.documents.models.documents import Document
from chuan.files.models import Blob
from chuan.offers.uids import new_uid
from chuan.people.models import Official

if TYPE_CHECKING:
    from chuan.people.viewer import Viewer


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
