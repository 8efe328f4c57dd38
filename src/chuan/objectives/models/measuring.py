"""Measurements, frozen; what came in late; which figures are expected."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from chuan.files.models import Blob
from chuan.objectives.models.planning import Indicator, Plan
from chuan.offers.uids import new_uid
from chuan.people.models import Official
from chuan.rules.types import Period

if TYPE_CHECKING:
    from chuan.people.viewer import Viewer


class MeasurementQuerySet(models.QuerySet["Measurement"]):
    """Measurements, and who may see them."""

    def seen_by(self, viewer: Viewer) -> MeasurementQuerySet:
        """Measurements of the viewer's units."""
        return self.filter(indicator__unit_id__in=viewer.unit_ids)

    def standing(self) -> MeasurementQuerySet:
        """The highest version of each indicator and period: nothing corrects it."""
        return self.filter(corrected_by__isnull=True)


class Measurement(models.Model):
    """One figure of one period, frozen. Append-only: a correction is a new row beside it.

    Figures are exact: integers or fractions as text ("1240", "65/2"), never floats.
    """

    class Grade(models.TextChoices):
        A = "A", _("đếm từ sổ của Chuẩn")
        B = "B", _("đếm từ tệp nhập")
        C = "C", _("lấy từ biểu tổng hợp")
        D = "D", _("báo cáo có văn bản")

    class Stage(models.TextChoices):
        ESTIMATE = "estimate", _("ước")
        OFFICIAL = "official", _("chính thức")

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, related_name="measurements")
    period_start = models.DateField()
    period_end = models.DateField()
    as_of = models.DateTimeField()
    version = models.PositiveSmallIntegerField(default=1)
    corrects = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="corrected_by"
    )
    reason = models.TextField(blank=True)
    grade = models.CharField(max_length=1, choices=Grade.choices)
    stage = models.CharField(max_length=10, choices=Stage.choices)
    cumulative = models.BooleanField(default=False)
    numerator = models.CharField(max_length=60)
    denominator = models.CharField(max_length=60, blank=True)
    value = models.CharField(max_length=60, blank=True)
    counted = models.BooleanField(default=True)
    excluded = models.TextField(default="{}")
    measure_key = models.CharField(max_length=80, blank=True)
    measure_version = models.PositiveSmallIntegerField(null=True, blank=True)
    law_digest = models.CharField(max_length=64, blank=True)
    rows_blob = models.ForeignKey(Blob, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    evidence_blob = models.ForeignKey(Blob, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    evidence_name = models.CharField(max_length=255, blank=True)
    evidence_note = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey(Official, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    recorded_at = models.DateTimeField()
    illustrative = models.BooleanField(default=False)

    objects = MeasurementQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["indicator", "period_start", "period_end", "version"],
                name="objectives_measurement_version",
            ),
            models.CheckConstraint(
                condition=Q(version=1, corrects__isnull=True) | Q(version__gt=1, corrects__isnull=False),
                name="objectives_measurement_corrects",
            ),
            models.CheckConstraint(
                condition=Q(version=1) | ~Q(reason=""), name="objectives_measurement_reason"
            ),
            models.CheckConstraint(
                condition=Q(period_end__gt=F("period_start")), name="objectives_measurement_period"
            ),
        ]
        indexes = [models.Index(fields=["indicator", "period_start"], name="objectives_measurement_when")]

    def __str__(self) -> str:
        return f"{self.indicator_id} {self.period_start} v{self.version}"

    @property
    def period(self) -> Period:
        """The period the figure is of."""
        return Period(self.period_start, self.period_end)

    @property
    def exact(self) -> tuple[Fraction, Fraction | None]:
        """Numerator and denominator as exact fractions."""
        return Fraction(self.numerator), Fraction(self.denominator) if self.denominator else None


class LateNoticeQuerySet(models.QuerySet["LateNotice"]):
    """Notices of late rows."""

    def up(self) -> LateNoticeQuerySet:
        """Those that still hold, the youngest last."""
        return self.filter(gone_at__isnull=True).order_by("found_at", "pk")


class LateNotice(models.Model):
    """Rows that came in after a figure was frozen ("có n dòng về muộn"); a person decides on a correction."""

    measurement = models.ForeignKey(Measurement, on_delete=models.PROTECT, related_name="late_notices")
    found_at = models.DateTimeField()
    rows = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    gone_at = models.DateTimeField(null=True, blank=True)
    """When the register agreed with the figure again, or other rows took these rows' place."""

    objects = LateNoticeQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["measurement", "digest"], name="objectives_latenotice_once")
        ]

    def __str__(self) -> str:
        return f"{self.rows} late rows for {self.measurement_id}"


class FigureDue(models.Model):
    """That a plan expects a figure of an indicator for a period, by a day; its clock is in ``clocks``."""

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="figures_due")
    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, related_name="figures_due")
    period_start = models.DateField()
    period_end = models.DateField()
    due_on = models.DateField()
    settled_by = models.ForeignKey(
        Measurement, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "indicator", "period_start"], name="objectives_figuredue_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.indicator_id} {self.period_start}"

    @property
    def period(self) -> Period:
        """The period the figure is expected for."""
        return Period(self.period_start, self.period_end)
