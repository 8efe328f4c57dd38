"""A plan with what became of each of its courses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Max, Q

from chuan.workforce.competence.judging import months_later
from chuan.workforce.models import Course, Evaluation, TrainingPlan


@dataclass(frozen=True, slots=True)
class CourseLine:
    """A course: how often it was held, how many came and how many did not, what its last evaluation said."""

    course: Course
    held: int
    last_on: date | None
    came: int
    absent: int
    evaluation: Evaluation | None

    @property
    def effect_due(self) -> date | None:
        """When its effect is to be looked at; None before it was held."""
        return months_later(self.last_on, self.course.evaluate_months) if self.last_on else None


@dataclass(frozen=True, slots=True)
class Year:
    """One plan, course by course."""

    plan: TrainingPlan
    lines: Sequence[CourseLine]

    @property
    def standing(self) -> list[CourseLine]:
        """Courses that were not taken out."""
        return [one for one in self.lines if one.course.cancelled_at is None]

    @property
    def held(self) -> int:
        """How many of them were held."""
        return sum(1 for one in self.standing if one.held)

    @property
    def evaluated(self) -> int:
        """How many of those held were evaluated."""
        return sum(1 for one in self.standing if one.held and one.evaluation is not None)


def year_of(plan: TrainingPlan) -> Year:
    """The plan's courses by month; two statements."""
    good = Q(sessions__voided_at__isnull=True)
    rows = plan.courses.select_related("qualification").annotate(
        held_times=Count("sessions", filter=good, distinct=True),
        last_on=Max("sessions__held_on", filter=good),
        came=Count("sessions__attendance", filter=good & Q(sessions__attendance__came=True), distinct=True),
        absent=Count(
            "sessions__attendance", filter=good & Q(sessions__attendance__came=False), distinct=True
        ),
    )
    said = {one.course_id: one for one in Evaluation.objects.filter(course__plan=plan)}
    lines = [
        CourseLine(one, one.held_times, one.last_on, one.came, one.absent, said.get(one.pk))
        for one in rows.order_by("month", "pk")
    ]
    return Year(plan, lines)
