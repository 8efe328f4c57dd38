"""Running clocks of every room. One table answers "what is due, by whom, by when"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q

from chuan.clocks.calendar_models import CalendarDay, CalendarYear
from chuan.clocks.feed_models import FeedKey
from chuan.clocks.notices.models import NoticeChoice, NoticeLetter, NoticePace, NoticeTold
from chuan.offers import rooms
from chuan.people.models import Official, Post, Unit

__all__ = [
    "CalendarDay",
    "CalendarYear",
    "Clock",
    "ClockQuerySet",
    "FeedKey",
    "NoticeChoice",
    "NoticeLetter",
    "NoticePace",
    "NoticeTold",
]

if TYPE_CHECKING:
    from chuan.people.viewer import Viewer


class ClockQuerySet(models.QuerySet["Clock"]):
    """Clocks by owner and due day."""

    def seen_by(self, viewer: Viewer) -> ClockQuerySet:
        """Clocks of the viewer's units."""
        return self.filter(unit_id__in=viewer.unit_ids)

    def running(self) -> ClockQuerySet:
        """Clocks that are not settled."""
        return self.filter(settled_on__isnull=True)

    def mine(self, viewer: Viewer) -> ClockQuerySet:
        """Clocks of the viewer by name, by post, or by role; none of a room that the unit does without."""
        mine = Q(owner_role__in=viewer.roles) | Q(
            owner_post_id__in=viewer.post_ids, owner_official__isnull=True
        )
        if viewer.official:
            mine |= Q(owner_official=viewer.official)
        closed = rooms.off_kinds(viewer.unit, viewer.on)
        return self.filter(mine).exclude(subject_kind__in=closed) if closed else self.filter(mine)


class Clock(models.Model):
    """A due date of something in some room (subject), and who answers for it.

    The four dates are never mixed: first_promise_on stays for ever, lawful_due_on is the only one
    lateness is judged by, appointment_on is the new date after an apology, settled_on ends it.
    lawful_due_on is empty while somebody else holds the case (state waiting, ``holder``), and where the
    calendar of its year is missing. ``legal``: reckoned by law on the office's calendar, counted in working
    days; otherwise it is the office's own practice, counted in calendar days.
    """

    class State(models.TextChoices):
        RUNNING = "running", "đang chạy"
        WAITING = "waiting", "đang chờ"
        ENDED = "ended", "đã xong"

    subject_kind = models.CharField(max_length=40)
    subject_uid = models.UUIDField()
    kind = models.CharField(max_length=40, default="due")
    legal = models.BooleanField(default=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="clocks")
    owner_post = models.ForeignKey(
        Post, on_delete=models.PROTECT, null=True, blank=True, related_name="clocks"
    )
    owner_official = models.ForeignKey(
        Official, on_delete=models.PROTECT, null=True, blank=True, related_name="clocks"
    )
    owner_role = models.CharField(max_length=30, blank=True)
    rule_snapshot = models.TextField(blank=True)
    events_digest = models.CharField(max_length=64, blank=True)
    opened_on = models.DateField()
    first_promise_on = models.DateField(null=True, blank=True)
    lawful_due_on = models.DateField(null=True, blank=True)
    appointment_on = models.DateField(null=True, blank=True)
    holder = models.CharField(max_length=40, blank=True)
    state = models.CharField(max_length=12, choices=State.choices, default=State.RUNNING)
    settled_on = models.DateField(null=True, blank=True)

    objects = ClockQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["subject_kind", "subject_uid", "kind"], name="clocks_clock_once"),
            models.CheckConstraint(
                condition=Q(state="ended", settled_on__isnull=False)
                | Q(settled_on__isnull=True) & ~Q(state="ended"),
                name="clocks_clock_ended_is_settled",
            ),
        ]
        indexes = [
            models.Index(fields=["unit", "state", "lawful_due_on"], name="clocks_clock_unit_due"),
            models.Index(fields=["owner_official", "state", "lawful_due_on"], name="clocks_clock_owner_due"),
            models.Index(fields=["owner_post", "state", "lawful_due_on"], name="clocks_clock_post_due"),
        ]

    def __str__(self) -> str:
        return f"{self.subject_kind} due {self.lawful_due_on}"
