"""A year's training: planned, held, who came, whether it helped (TCVN ISO 9001:2015, 7.2 c)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from chuan.offers.uids import new_uid
from chuan.people.models import Official, Unit
from chuan.workforce.models.competence import Qualification

if TYPE_CHECKING:
    from chuan.people.viewer import Viewer


class TrainingPlanQuerySet(models.QuerySet["TrainingPlan"]):
    """Plans, and who may see them."""

    def seen_by(self, viewer: Viewer) -> TrainingPlanQuerySet:
        """Those of the viewer's units: everybody is to know what he may learn."""
        return self.filter(unit_id__in=viewer.unit_ids)


class TrainingPlan(models.Model):
    """A unit's training of one year. ``citation``: the document that approved it; "" while it is a draft."""

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="training_plans", db_index=False)
    year = models.PositiveSmallIntegerField()
    citation = models.CharField(max_length=300, blank=True)
    approved_on = models.DateField(null=True, blank=True)
    recorded_at = models.DateTimeField()

    objects = TrainingPlanQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["unit", "year"], name="workforce_trainingplan_once")]

    def __str__(self) -> str:
        return f"{self.unit} {self.year}"


class CourseQuerySet(models.QuerySet["Course"]):
    """Courses, and who may see them."""

    def seen_by(self, viewer: Viewer) -> CourseQuerySet:
        """Those of plans of the viewer's units."""
        return self.filter(plan__unit_id__in=viewer.unit_ids)


class Course(models.Model):
    """One line of the plan: about what, in which month, by whom, with what.

    ``evaluate_months``: how many months after it was held its effect is looked at; ``method``: by what.
    """

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    plan = models.ForeignKey(TrainingPlan, on_delete=models.PROTECT, related_name="courses")
    title = models.CharField(max_length=300)
    qualification = models.ForeignKey(
        Qualification, on_delete=models.PROTECT, null=True, blank=True, related_name="courses"
    )
    month = models.PositiveSmallIntegerField()
    instructor = models.CharField(max_length=200, blank=True)
    materials = models.CharField(max_length=300, blank=True)
    evaluate_months = models.PositiveSmallIntegerField()
    method = models.CharField(max_length=300)
    recorded_at = models.DateTimeField()
    cancelled_at = models.DateTimeField(null=True, blank=True)
    why_cancelled = models.CharField(max_length=300, blank=True)

    objects = CourseQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(month__gte=1, month__lte=12), name="workforce_course_month")
        ]

    def __str__(self) -> str:
        return self.title


class SessionQuerySet(models.QuerySet["Session"]):
    """Sessions, and who may see them."""

    def seen_by(self, viewer: Viewer) -> SessionQuerySet:
        """Those of the viewer's units."""
        return self.filter(course__plan__unit_id__in=viewer.unit_ids)


class Session(models.Model):
    """A course as it was held on a day. Voided, never edited."""

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    course = models.ForeignKey(Course, on_delete=models.PROTECT, related_name="sessions")
    held_on = models.DateField()
    place = models.CharField(max_length=200)
    instructor = models.CharField(max_length=200)
    minutes = models.PositiveSmallIntegerField()
    """How long it lasted."""
    recorded_at = models.DateTimeField()
    voided_at = models.DateTimeField(null=True, blank=True)
    why_void = models.CharField(max_length=300, blank=True)

    objects = SessionQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.course} {self.held_on}"


class Attendance(models.Model):
    """Whether an official who was to come to a session came."""

    session = models.ForeignKey(Session, on_delete=models.PROTECT, related_name="attendance")
    official = models.ForeignKey(Official, on_delete=models.PROTECT, related_name="attendance")
    came = models.BooleanField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["session", "official"], name="workforce_attendance_once")
        ]

    def __str__(self) -> str:
        return f"{self.official} {self.session}"


class Evaluation(models.Model):
    """Whether a course helped, as somebody found it by the method that was set. Append-only: the last one stands."""

    class Effect(models.TextChoices):
        YES = "yes", _("có hiệu quả")
        PARTLY = "partly", _("hiệu quả một phần")
        NO = "no", _("chưa hiệu quả")

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    course = models.ForeignKey(Course, on_delete=models.PROTECT, related_name="evaluations")
    on = models.DateField()
    effect = models.CharField(max_length=8, choices=Effect.choices)
    basis = models.TextField()
    """What was looked at and what it showed."""
    by = models.ForeignKey(Official, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ["recorded_at", "pk"]

    def __str__(self) -> str:
        return f"{self.course}: {self.effect}"
