"""Checks of how dossiers were done: seeded samples, surveys of satisfaction, reconciliation with official totals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from chuan.dossiers.models.cases import Dossier
from chuan.files.models import Blob
from chuan.offers.uids import new_uid
from chuan.people.models import Official, Unit
from chuan.rules.types import Period

if TYPE_CHECKING:
    from chuan.people.viewer import Viewer


class SampleQuerySet(models.QuerySet["Sample"]):
    """Samples, and who may see them."""

    def seen_by(self, viewer: Viewer) -> SampleQuerySet:
        """Samples of the viewer's units."""
        return self.filter(unit_id__in=viewer.unit_ids)


class Sample(models.Model):
    """A seeded random sample of a period's solved dossiers: drawn again with the same seed it is the same."""

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="samples")
    period_start = models.DateField()
    period_end = models.DateField()
    seed = models.PositiveIntegerField()
    size = models.PositiveSmallIntegerField()
    drawn_from = models.PositiveIntegerField()
    drawn_by = models.ForeignKey(Official, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    recorded_at = models.DateTimeField()

    objects = SampleQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(period_end__gt=F("period_start")), name="dossiers_sample_period"
            ),
            models.UniqueConstraint(
                fields=["unit", "period_start", "period_end", "seed"], name="dossiers_sample_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.size}/{self.drawn_from} {self.period_start}"

    @property
    def period(self) -> Period:
        """The days whose solved dossiers were drawn from."""
        return Period(self.period_start, self.period_end)


class SampleItemQuerySet(models.QuerySet["SampleItem"]):
    """Dossiers of samples, and who may see them."""

    def seen_by(self, viewer: Viewer) -> SampleItemQuerySet:
        """Those of the viewer's units."""
        return self.filter(sample__unit_id__in=viewer.unit_ids)


class SampleItem(models.Model):
    """One dossier of a sample, checked on a form by somebody other than its handler. Nothing is edited:
    version 1 is the drawing, 2 the check, and each mended check a further row with its reason."""

    class Verdict(models.TextChoices):
        BY_THE_BOOK = "by_the_book", _("đúng quy trình")
        FAULTY = "faulty", _("có sai sót")

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    sample = models.ForeignKey(Sample, on_delete=models.PROTECT, related_name="items")
    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="samplings")
    position = models.PositiveSmallIntegerField()
    version = models.PositiveSmallIntegerField(default=1)
    verdict = models.CharField(max_length=12, choices=Verdict.choices, blank=True)
    answers = models.TextField(default="{}")
    faults = models.TextField(blank=True)
    reason = models.TextField(blank=True)
    """Why an earlier check of the same dossier was mended; "" before."""
    checked_by = models.ForeignKey(
        Official, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    checked_on = models.DateField(null=True, blank=True)
    recorded_at = models.DateTimeField()

    objects = SampleItemQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["sample", "dossier", "version"], name="dossiers_sampleitem_version"
            ),
            models.CheckConstraint(
                condition=Q(verdict="", checked_on__isnull=True)
                | ~Q(verdict="") & Q(checked_on__isnull=False),
                name="dossiers_sampleitem_checked_when",
            ),
            models.CheckConstraint(
                condition=Q(version__lte=2, reason="") | Q(version__gt=2) & ~Q(reason=""),
                name="dossiers_sampleitem_mended_why",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.sample_id}/{self.position}"


class SurveyTotalQuerySet(models.QuerySet["SurveyTotal"]):
    """Totals of surveys, and who may see them."""

    def seen_by(self, viewer: Viewer) -> SurveyTotalQuerySet:
        """Those of the viewer's units."""
        return self.filter(unit_id__in=viewer.unit_ids)

    def standing(self) -> SurveyTotalQuerySet:
        """Those that no correction replaced."""
        return self.filter(corrected_by__isnull=True)


class SurveyTotal(models.Model):
    """Totals of a survey of satisfaction, as its paper or export gives them; ``corrects`` puts a new one beside."""

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="survey_totals")
    period_start = models.DateField()
    period_end = models.DateField()
    asked = models.PositiveIntegerField()
    satisfied = models.PositiveIntegerField()
    source = models.CharField(max_length=300)
    blob = models.ForeignKey(Blob, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    file_name = models.CharField(max_length=255, blank=True)
    corrects = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="corrected_by"
    )
    reason = models.TextField(blank=True)
    by = models.ForeignKey(Official, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    recorded_at = models.DateTimeField()

    objects = SurveyTotalQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(satisfied__lte=F("asked")), name="dossiers_survey_part"),
            models.CheckConstraint(
                condition=Q(period_end__gt=F("period_start")), name="dossiers_survey_period"
            ),
            models.CheckConstraint(
                condition=Q(corrects__isnull=True) | ~Q(reason=""), name="dossiers_survey_reason"
            ),
        ]
        indexes = [models.Index(fields=["unit", "period_start"], name="dossiers_survey_when")]

    def __str__(self) -> str:
        return f"{self.satisfied}/{self.asked}"

    @property
    def period(self) -> Period:
        """The days that were asked about."""
        return Period(self.period_start, self.period_end)


class ReconciliationQuerySet(models.QuerySet["Reconciliation"]):
    """Reconciliations, and who may see them."""

    def seen_by(self, viewer: Viewer) -> ReconciliationQuerySet:
        """Those of the viewer's units."""
        return self.filter(unit_id__in=viewer.unit_ids)


class Reconciliation(models.Model):
    """Đối chiếu: our counts of a period against the official form that came in by one import."""

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="reconciliations")
    period_start = models.DateField()
    period_end = models.DateField()
    import_uid = models.UUIDField()
    form_name = models.CharField(max_length=160)
    by = models.ForeignKey(Official, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    recorded_at = models.DateTimeField()

    objects = ReconciliationQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["unit", "import_uid"], name="dossiers_reconciliation_once")
        ]

    def __str__(self) -> str:
        return f"{self.form_name} {self.period_start}"

    @property
    def period(self) -> Period:
        """The days that the form speaks of."""
        return Period(self.period_start, self.period_end)


class DifferenceQuerySet(models.QuerySet["Difference"]):
    """Differences, and who may see them."""

    def seen_by(self, viewer: Viewer) -> DifferenceQuerySet:
        """Those of the viewer's units."""
        return self.filter(reconciliation__unit_id__in=viewer.unit_ids)


class Difference(models.Model):
    """One figure of the form that our rows do not give; closed by a better file or by a reason.

    A settled one stays as it was: should the figures part again, a further row is opened.
    """

    class Status(models.TextChoices):
        OPEN = "open", _("chưa rõ")
        SETTLED = "settled", _("đã khớp sau khi nhập lại")
        REASONED = "reasoned", _("có lý do")

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    reconciliation = models.ForeignKey(Reconciliation, on_delete=models.PROTECT, related_name="differences")
    field = models.CharField(max_length=200)
    figure = models.CharField(max_length=30)
    ours = models.IntegerField()
    theirs = models.IntegerField()
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.OPEN)
    reason = models.TextField(blank=True)
    settled_by = models.ForeignKey(
        Official, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    settled_at = models.DateTimeField(null=True, blank=True)

    objects = DifferenceQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["reconciliation", "field", "figure"],
                condition=~Q(status="settled"),
                name="dossiers_difference_once",
            ),
            models.CheckConstraint(
                condition=~Q(status="reasoned") | ~Q(reason=""), name="dossiers_difference_reason"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.field} {self.figure}: {self.ours}/{self.theirs}"
