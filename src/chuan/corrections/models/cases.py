"""Nonconformities with the facts they were raised on, their lines, and what was looked at and put aside."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from chuan.offers.subjects import Subject
from chuan.offers.uids import new_uid
from chuan.people.models import Official, Unit
from chuan.processes.models import Process
from chuan.rules.lifecycles import NONCONFORMITY

if TYPE_CHECKING:
    from chuan.people.viewer import Viewer

OVER = ("closed", "put_aside")
"""Statuses in which nothing more is to be done."""


class NonconformityQuerySet(models.QuerySet["Nonconformity"]):
    """Nonconformities, and who may see them."""

    def seen_by(self, viewer: Viewer) -> NonconformityQuerySet:
        """Those of the viewer's units: everybody of the unit learns from them, and no line of them names a person."""
        return self.filter(owner_unit_id__in=viewer.unit_ids)

    def open(self) -> NonconformityQuerySet:
        """Those with something still to be done."""
        return self.exclude(status__in=OVER)


class Nonconformity(models.Model):
    """One thing that is not as it should be, with the facts of its record as they were that day.

    ``subject_kind`` is "" where it was raised by hand; ``facts`` are (words, value) lines as JSON, frozen with their
    SHA-256. ``proposal``: the key of the proposal it came from, "" by hand. ``due_on``: the day set by law, two months
    after the minutes of the province's inspection (26/2014/TT-BKHCN, Điều 37), None otherwise. ``status`` and
    ``round`` are a projection of the lines.
    """

    class Grade(models.TextChoices):
        MAJOR = "major", _("nặng")
        MINOR = "minor", _("nhẹ")
        OBSERVATION = "observation", _("điểm cần lưu ý")

    class Source(models.TextChoices):
        HAND = "hand", _("tự phát hiện")
        RECORD = "record", _("từ hồ sơ, văn bản, đơn thư")
        OBJECTIVE = "objective", _("mục tiêu không đạt")
        AUDIT = "audit", _("đánh giá nội bộ")
        INSPECTION = "inspection", _("biên bản kiểm tra của tỉnh")
        COMPLAINT = "complaint", _("khiếu nại, phản ánh đúng")
        CHECK = "check", _("tự kiểm tra hệ thống")

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    owner_unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", db_index=False)
    year = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField()
    what = models.CharField(max_length=1000)
    source = models.CharField(max_length=12, choices=Source.choices)
    grade = models.CharField(max_length=12, choices=Grade.choices, default=Grade.MINOR)
    clause = models.CharField(max_length=12, blank=True)
    process = models.ForeignKey(
        Process, on_delete=models.PROTECT, null=True, blank=True, related_name="nonconformities"
    )
    subject_kind = models.CharField(max_length=40, blank=True)
    subject_uid = models.UUIDField(null=True, blank=True)
    label = models.CharField(max_length=300, blank=True)
    facts = models.TextField(blank=True)
    facts_digest = models.CharField(max_length=64, blank=True)
    proposal = models.CharField(max_length=200, blank=True)
    measure_key = models.CharField(max_length=80, blank=True)
    citation = models.CharField(max_length=300, blank=True)
    """The minutes it comes from: number and who wrote them."""
    found_on = models.DateField()
    due_on = models.DateField(null=True, blank=True)
    raised_by = models.ForeignKey(Official, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    status = models.CharField(max_length=12, default="raised")
    round = models.PositiveSmallIntegerField(default=1)
    closed_on = models.DateField(null=True, blank=True)
    example = models.BooleanField(default=False)
    recorded_at = models.DateTimeField()

    objects = NonconformityQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "nonconformities"
        constraints = [
            models.UniqueConstraint(fields=["unit", "year", "number"], name="corrections_case_number"),
            models.UniqueConstraint(
                fields=["unit", "proposal"], condition=~Q(proposal=""), name="corrections_case_proposal"
            ),
            models.CheckConstraint(
                condition=Q(subject_kind="", subject_uid__isnull=True)
                | ~Q(subject_kind="") & Q(subject_uid__isnull=False),
                name="corrections_case_subject",
            ),
        ]
        indexes = [
            models.Index(fields=["owner_unit", "status", "-found_on"], name="corrections_case_status"),
            models.Index(fields=["subject_kind", "subject_uid"], name="corrections_case_subject_i"),
        ]

    def __str__(self) -> str:
        return self.code

    @property
    def code(self) -> str:
        """ "NC-01/2021": its number within the year of the unit that raised it."""
        return f"NC-{self.number:02d}/{self.year}"

    @property
    def subject(self) -> Subject | None:
        """The record it was raised on."""
        return Subject(self.subject_kind, self.subject_uid) if self.subject_uid else None

    @property
    def fact_lines(self) -> list[tuple[str, str]]:
        """The frozen facts as (words, value)."""
        return [(name, value) for name, value in json.loads(self.facts)] if self.facts else []

    @property
    def stage(self) -> str:
        """The status in words."""
        return NONCONFORMITY.statuses[self.status].label

    @property
    def is_over(self) -> bool:
        """Whether nothing more is to be done."""
        return self.status in OVER


class NonconformitySeries(models.Model):
    """The last number given in a year of a unit; taken under lock inside the act that raises."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", db_index=False)
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name_plural = "nonconformity series"
        constraints = [models.UniqueConstraint(fields=["unit", "year"], name="corrections_series_once")]

    def __str__(self) -> str:
        return f"{self.unit_id}/{self.year}: {self.last}"


class NonconformityEvent(models.Model):
    """One step; append-only. ``occurred_on`` is typed and never in the future, ``recorded_at`` set by the server.

    ``verb`` is a move of the lifecycle ``NONCONFORMITY``, or "raise", "correct", "done", "drop", "document", "settle".
    """

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    case = models.ForeignKey(Nonconformity, on_delete=models.PROTECT, related_name="events", db_index=False)
    seq = models.PositiveIntegerField()
    verb = models.CharField(max_length=12)
    round = models.PositiveSmallIntegerField()
    occurred_on = models.DateField()
    text = models.TextField(blank=True)
    data = models.TextField(blank=True)
    by = models.ForeignKey(Official, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "seq"], name="corrections_event_seq")]

    def __str__(self) -> str:
        return f"{self.verb} {self.occurred_on}"


class PutAsideQuerySet(models.QuerySet["PutAside"]):
    """Proposals that were put aside, and who may see them."""

    def seen_by(self, viewer: Viewer) -> PutAsideQuerySet:
        """Those of the viewer's units."""
        return self.filter(unit_id__in=viewer.unit_ids)


class PutAside(models.Model):
    """A proposal that a person looked at and did not raise, with the reason; it is not proposed again."""

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", db_index=False)
    key = models.CharField(max_length=200)
    sentence = models.CharField(max_length=500)
    reason = models.CharField(max_length=500)
    on = models.DateField()
    by = models.ForeignKey(Official, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    recorded_at = models.DateTimeField()

    objects = PutAsideQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "put aside"
        constraints = [models.UniqueConstraint(fields=["unit", "key"], name="corrections_aside_once")]

    def __str__(self) -> str:
        return self.key
