"""Reminders: a paper that is to be renewed stands in its owner's work, a course to be evaluated in the keeper's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta

from django.utils import timezone

from chuan.clocks import actions as clocks
from chuan.offers.subjects import Subject
from chuan.people.models import Official
from chuan.people.practice import days_of_practice
from chuan.people.roles import Role
from chuan.workforce.competence.judging import months_later
from chuan.workforce.competence.matrix import SOON
from chuan.workforce.models import Course, Evidence

RENEW = "renew"
EFFECT = "effect"


def keep_evidence_clocks(officials: Iterable[Official], *, at: datetime) -> None:
    """Of each qualification the paper that holds longest is to be renewed in time; the others ask for nothing."""
    for official in officials:
        today = timezone.localtime(at).date()
        ahead = timedelta(days=days_of_practice(SOON, official.unit, today))
        for rows in _by_qualification(official).values():
            _keep(official, rows, today, ahead)


def _by_qualification(official: Official) -> dict[str, list[Evidence]]:
    """By name, as the matrix takes them: a paper of before a merger is renewed by one of after it."""
    rows: dict[str, list[Evidence]] = defaultdict(list)
    for one in Evidence.objects.filter(official=official).select_related("qualification").order_by("pk"):
        rows[one.qualification.name].append(one)
    return rows


def _keep(official: Official, rows: Sequence[Evidence], today: date, ahead: timedelta) -> None:
    standing = [one for one in rows if one.voided_at is None]
    best = max(standing, key=lambda one: (one.valid_to or date.max, one.pk), default=None)
    for one in rows:
        subject = Subject("evidence", one.uid)
        if one is best and one.valid_to is not None:
            clocks.start(
                subject, unit=official.unit, opened_on=one.held_from, due_on=one.valid_to - ahead, kind=RENEW,
                official=official,
            )  # fmt: skip
        else:
            clocks.settle(subject, on=today, kind=RENEW)


def effect_due(course: Course) -> date | None:
    """When the effect of a course is to be looked at: so many months after it was last held; None: not held yet."""
    last = course.sessions.filter(voided_at__isnull=True).order_by("-held_on").first()
    return months_later(last.held_on, course.evaluate_months) if last else None


def keep_effect_clock(course: Course, *, at: datetime) -> None:
    """A course that was held waits for its evaluation until one was written after the last session."""
    today, subject = timezone.localtime(at).date(), Subject("course", course.uid)
    due, last = effect_due(course), course.evaluations.order_by("-recorded_at", "-pk").first()
    held = course.sessions.filter(voided_at__isnull=True).order_by("-held_on").first()
    if due is None or held is None or (last is not None and last.on >= held.held_on):
        clocks.settle(subject, on=today, kind=EFFECT)
        return
    clocks.start(
        subject, unit=course.plan.unit, opened_on=held.held_on, due_on=due, kind=EFFECT,
        role=Role.PERSONNEL_CLERK.value,
    )  # fmt: skip
