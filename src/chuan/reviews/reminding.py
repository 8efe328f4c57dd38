"""Reminders of reviews in Việc của tôi: the meeting, the minutes, the signature, each decision, the next review."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.utils import timezone

from chuan.clocks import actions as clocks
from chuan.law.qms import after
from chuan.offers.subjects import Subject
from chuan.people.practice import days_of_practice
from chuan.people.roles import Role
from chuan.reviews.collecting import standing_minutes
from chuan.reviews.models import Resolution, Review

KIND, DECISION, NEXT = "review", "review_decision", "review_next"
STEP = "review.step_days"


def remind(review: Review, at: datetime) -> None:
    """Put the next step before whoever takes it: the secretary writes, the chair signs."""
    today = timezone.localtime(at).date()
    due = max(today, review.planned_on)
    if review.status != "called":
        due = today + timedelta(days=days_of_practice(STEP, review.owner_unit, today))
    standing = standing_minutes(review) or review
    clocks.start(
        Subject(KIND, review.uid), unit=review.owner_unit, opened_on=today, due_on=due,
        official=standing.chair if review.status == "decided" else standing.secretary,
    )  # fmt: skip
    if review.held_on is not None:
        _end_next(review, review.held_on)


def stop(review: Review, at: datetime) -> None:
    """Nothing waits for the review itself any more."""
    clocks.settle(Subject(KIND, review.uid), on=timezone.localtime(at).date())


def give_out(review: Review, one: Resolution, at: datetime) -> None:
    """A signed decision stands in its owner's work until its day."""
    assert one.due_on is not None
    clocks.start(
        Subject(DECISION, one.uid), unit=review.owner_unit, opened_on=timezone.localtime(at).date(),
        due_on=one.due_on, official=one.owner,
    )  # fmt: skip


def over(one: Resolution, at: datetime) -> None:
    """The decision waits for nobody any more."""
    clocks.settle(Subject(DECISION, one.uid), on=timezone.localtime(at).date())


def remind_of_next(review: Review, at: datetime) -> None:
    """The next review, at least once a year (QĐ 19/2014/QĐ-TTg art 4.4b), waits for the secretary of ISO."""
    assert review.held_on is not None
    clocks.start(
        Subject(NEXT, review.uid), unit=review.owner_unit, opened_on=timezone.localtime(at).date(),
        due_on=after(review.held_on, "review_months"), role=Role.ISO_SECRETARY.value,
    )  # fmt: skip


def _end_next(review: Review, on: date) -> None:
    earlier = Review.objects.filter(owner_unit=review.owner_unit, held_on__lt=on).exclude(pk=review.pk)
    clocks.settle_all(NEXT, list(earlier.values_list("uid", flat=True)), on=on)
