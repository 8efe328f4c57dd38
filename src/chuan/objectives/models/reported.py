"""Reports that were read for their figures, the figures seen in them, and what a person taught about a layout."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from chuan.files.models import Blob
from chuan.objectives.models.measuring import Measurement
from chuan.objectives.models.planning import Indicator
from chuan.offers.uids import new_uid
from chuan.people.models import Official, Unit
from chuan.rules.types import Period

if TYPE_CHECKING:
    from chuan.people.viewer import Viewer


class ReportReadQuerySet(models.QuerySet["ReportRead"]):
    """Reports that were read, and who may see them."""

    def seen_by(self, viewer: Viewer) -> ReportReadQuerySet:
        """Reports of the viewer's units."""
        return self.filter(unit_id__in=viewer.unit_ids)


class ReportRead(models.Model):
    """One report dropped for its figures: the file as it came, its text, and what its head says."""

    class State(models.TextChoices):
        READING = "reading", _("đang đọc ảnh")
        UNREAD = "unread", _("không đọc được")
        OPEN = "open", _("đã đọc")

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="reports_read")
    blob = models.ForeignKey(Blob, on_delete=models.PROTECT, related_name="+")
    file_name = models.CharField(max_length=255)
    state = models.CharField(max_length=10, choices=State.choices)
    text = models.TextField(blank=True)
    kind = models.CharField(max_length=40, blank=True)
    issuer = models.CharField(max_length=300, blank=True)
    citation = models.CharField(max_length=200, blank=True)
    period_start = models.DateField(null=True, blank=True)
    period_end = models.DateField(null=True, blank=True)
    to_date = models.BooleanField(default=False)
    stage = models.CharField(max_length=10, choices=Measurement.Stage.choices, blank=True)
    from_picture = models.BooleanField(default=False)
    asked = models.TextField(default="[]")
    """What is asked about the whole report, as [code, answered] pairs."""
    said = models.TextField(blank=True)
    pages = models.PositiveSmallIntegerField(default=0)
    done = models.PositiveSmallIntegerField(default=0)
    by = models.ForeignKey(Official, on_delete=models.PROTECT, null=True, related_name="+")
    recorded_at = models.DateTimeField()

    objects = ReportReadQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["unit", "blob"], name="objectives_reportread_once")]

    def __str__(self) -> str:
        return self.file_name

    @property
    def period(self) -> Period | None:
        """The days the head speaks of; None where it names none."""
        if self.period_start is None or self.period_end is None:
            return None
        return Period(self.period_start, self.period_end)


class ReportLine(models.Model):
    """One figure seen in a report, with the stretch of text it stands in. A person decides what becomes of it.

    ``value`` holds a plain figure or a rate; ``numerator`` and ``denominator`` a part of a whole. Exact decimal text.
    """

    class State(models.TextChoices):
        PROPOSED = "proposed", _("chờ xác nhận")
        CONFIRMED = "confirmed", _("đã ghi")
        ASIDE = "aside", _("bỏ qua")
        COUNTED = "counted", _("đã đếm từ sổ")
        UNKNOWN = "unknown", _("chưa biết của chỉ tiêu nào")

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    report = models.ForeignKey(ReportRead, on_delete=models.PROTECT, related_name="lines")
    position = models.PositiveSmallIntegerField()
    indicator = models.ForeignKey(
        Indicator, on_delete=models.PROTECT, null=True, blank=True, related_name="report_lines"
    )
    state = models.CharField(max_length=10, choices=State.choices)
    span_start = models.PositiveIntegerField()
    span_end = models.PositiveIntegerField()
    said_start = models.PositiveIntegerField()
    said_end = models.PositiveIntegerField()
    phrase = models.CharField(max_length=300)
    column = models.CharField(max_length=200, blank=True)
    how = models.CharField(max_length=10)
    unit = models.CharField(max_length=60, blank=True)
    value = models.CharField(max_length=60, blank=True)
    numerator = models.CharField(max_length=60, blank=True)
    denominator = models.CharField(max_length=60, blank=True)
    period_start = models.DateField(null=True, blank=True)
    period_end = models.DateField(null=True, blank=True)
    to_date = models.BooleanField(default=False)
    stage = models.CharField(max_length=10, choices=Measurement.Stage.choices)
    asked = models.TextField(default="[]")
    """What is asked about this figure: codes with their facts, as JSON."""
    measurement = models.ForeignKey(
        Measurement, on_delete=models.PROTECT, null=True, blank=True, related_name="report_lines"
    )
    settled_by = models.ForeignKey(
        Official, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    settled_at = models.DateTimeField(null=True, blank=True)
    reason = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["report", "position"], name="objectives_reportline_position"),
            models.CheckConstraint(
                condition=~Q(state="confirmed") | Q(measurement__isnull=False, settled_at__isnull=False),
                name="objectives_reportline_recorded",
            ),
            models.CheckConstraint(
                condition=Q(period_start__isnull=True) | Q(period_end__gt=F("period_start")),
                name="objectives_reportline_period",
            ),
        ]
        ordering = ["position"]

    def __str__(self) -> str:
        return f"{self.report_id} #{self.position}"

    @property
    def period(self) -> Period | None:
        """The days the figure is of; None where the report does not say."""
        if self.period_start is None or self.period_end is None:
            return None
        return Period(self.period_start, self.period_end)

    @property
    def questions(self) -> list[dict[str, Any]]:
        """What is asked, in order."""
        found: list[dict[str, Any]] = json.loads(self.asked)
        return found


class ReportBindingQuerySet(models.QuerySet["ReportBinding"]):
    """What was taught, and who may see it."""

    def seen_by(self, viewer: Viewer) -> ReportBindingQuerySet:
        """What people of the viewer's units taught."""
        return self.filter(unit_id__in=viewer.unit_ids)

    def standing(self) -> ReportBindingQuerySet:
        """What was not forgotten."""
        return self.filter(forgotten_at__isnull=True)


class ReportBinding(models.Model):
    """What a person taught: these words (and this head of a column) are this indicator, or none (null)."""

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="report_bindings")
    phrase = models.CharField(max_length=300)
    column = models.CharField(max_length=200, blank=True)
    indicator = models.ForeignKey(
        Indicator, on_delete=models.PROTECT, null=True, blank=True, related_name="report_bindings"
    )
    written_unit = models.CharField(max_length=60, blank=True)
    taught_by = models.ForeignKey(Official, on_delete=models.PROTECT, null=True, related_name="+")
    taught_at = models.DateTimeField()
    forgotten_at = models.DateTimeField(null=True, blank=True)

    objects = ReportBindingQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "phrase", "column"],
                condition=Q(forgotten_at__isnull=True),
                name="objectives_reportbinding_once",
            )
        ]

    def __str__(self) -> str:
        return self.phrase
