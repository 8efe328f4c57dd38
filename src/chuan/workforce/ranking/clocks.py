"""Reminders of ranking: each open step stands in the work of who is to take it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone

from chuan.clocks import actions as clocks
from chuan.offers.subjects import Subject
from chuan.people.models import Official, RoleGrant, Unit
from chuan.people.practice import days_of_practice
from chuan.people.roles import Role
from chuan.workforce.models import Assessment

KIND = "assessment"
STEP = "ranking.step_days"


@dataclass(frozen=True, slots=True)
class Waits:
    """Whose step is next: an official's by name, or a role's."""

    official: Official | None = None
    role: str = ""


@dataclass(frozen=True, slots=True)
class Reminders:
    """What the reminders of a unit need, asked once for a whole list."""

    unit: Unit
    at: datetime
    days: int
    keeper: str

    @classmethod
    def of(cls, unit: Unit, at: datetime) -> Reminders:
        """Ask it."""
        today = timezone.localtime(at).date()
        return cls(unit, at, days_of_practice(STEP, unit, today), keeper_role(unit, at))

    def keep(self, assessment: Assessment) -> None:
        """Move the reminder to who is next, or end it."""
        today, subject = timezone.localtime(self.at).date(), Subject(KIND, assessment.uid)
        who = waits(assessment, self.keeper)
        if who is None:
            clocks.settle(subject, on=today, kind="step")
            return
        clocks.start(
            subject, unit=self.unit, opened_on=today, due_on=today + timedelta(days=self.days), kind="step",
            official=who.official, role=who.role,
        )  # fmt: skip


def waits(assessment: Assessment, keeper: str) -> Waits | None:
    """Who is to act next; None where nothing waits."""
    if assessment.above and assessment.status == "opened":
        return Waits(role=keeper)
    if assessment.status == "opened":
        return Waits(official=assessment.official)
    if assessment.status in ("self_assessed", "appealed"):
        return Waits(role=Role.CHAIRMAN.value)
    if assessment.status in ("head_assessed", "opined"):
        return Waits(role=keeper)
    return None


def keeper_role(unit: Unit, at: datetime) -> str:
    """The personnel clerk's role where somebody holds it today, else the Chairman's, who answers for the records."""
    today = timezone.localtime(at).date()
    held = RoleGrant.objects.on(today).filter(unit=unit, role=Role.PERSONNEL_CLERK.value).exists()
    return Role.PERSONNEL_CLERK.value if held else Role.CHAIRMAN.value
