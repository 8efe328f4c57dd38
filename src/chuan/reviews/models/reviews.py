"""A management review and what was done with it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import F, Q

from chuan.offers.uids import new_uid
from chuan.people.models import Official, Unit
from chuan.rules.lifecycles import REVIEW
from chuan.rules.types import Period

if TYPE_CHECKING:
    from chuan.people.viewer import Viewer


class ReviewQuerySet(models.QuerySet["Review"]):
    """Reviews, and who may see them."""

    def seen_by(self, viewer: Viewer) -> ReviewQuerySet:
        """Those of the viewer's units: all for who leads, keeps and audits the system; else those he was called to."""
        from chuan.reviews.permissions import may_read_all

        found = self.filter(owner_unit_id__in=viewer.unit_ids)
        if may_read_all(viewer):
            return found
        return found.filter(
            pk__in=self.model.invited.through.objects.filter(official=viewer.official).values("review")
        )

    def standing(self) -> ReviewQuerySet:
        """Those not called off."""
        return self.exclude(status="called_off")


class Review(models.Model):
    """One meeting of the leadership over the management system (TCVN ISO 9001:2015, 9.3.1).

    ``starts`` and ``ends`` (half open): the days it looks back on. ``code`` is "XX-01/2021". ``draft_uid``: the draft
    of its minutes in the room of documents, by uid.
    """

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", db_index=False)
    owner_unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", db_index=False)
    code = models.CharField(max_length=20)
    starts = models.DateField()
    ends = models.DateField()
    planned_on = models.DateField()
    place = models.CharField(max_length=200, blank=True)
    citation = models.CharField(max_length=300, blank=True)
    chair = models.ForeignKey(Official, on_delete=models.PROTECT, related_name="+", db_index=False)
    secretary = models.ForeignKey(Official, on_delete=models.PROTECT, related_name="+", db_index=False)
    invited = models.ManyToManyField(Official, related_name="+")
    status = models.CharField(max_length=12, default=REVIEW.start)
    held_on = models.DateField(null=True, blank=True)
    draft_uid = models.UUIDField(null=True, blank=True)
    recorded_at = models.DateTimeField()

    objects = ReviewQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["unit", "code"], name="reviews_review_code"),
            models.CheckConstraint(condition=Q(ends__gt=F("starts")), name="reviews_review_period"),
            models.CheckConstraint(condition=~Q(chair=F("secretary")), name="reviews_review_two_people"),
            models.CheckConstraint(
                condition=Q(status__in=("called", "called_off")) | Q(held_on__isnull=False),
                name="reviews_review_held_when",
            ),
        ]
        indexes = [models.Index(fields=["owner_unit", "planned_on"], name="reviews_review_unit")]

    def __str__(self) -> str:
        return self.code

    @property
    def period(self) -> Period:
        """The days it looks back on."""
        return Period(self.starts, self.ends)

    @property
    def last_day(self) -> date:
        """The last of them."""
        return self.ends - timedelta(days=1)

    @property
    def label(self) -> str:
        """The status in words."""
        return REVIEW.statuses[self.status].label

    @property
    def is_open(self) -> bool:
        """Whether its inputs and conclusions may still be written."""
        return self.status in ("called", "held", "decided")

    @property
    def is_signed(self) -> bool:
        """Whether it is signed, its decisions settled or not."""
        return self.status in ("signed", "followed")


class ReviewEventQuerySet(models.QuerySet["ReviewEvent"]):
    """What was done with reviews."""

    def seen_by(self, viewer: Viewer) -> ReviewEventQuerySet:
        """Those of reviews the viewer may see."""
        return self.filter(review__in=Review.objects.seen_by(viewer))


class ReviewEvent(models.Model):
    """One step of a review. Only added."""

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="events", db_index=False)
    seq = models.PositiveIntegerField()
    verb = models.CharField(max_length=20)
    note = models.CharField(max_length=500, blank=True)
    by = models.ForeignKey(Official, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    recorded_at = models.DateTimeField()

    objects = ReviewEventQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["review", "seq"], name="reviews_reviewevent_seq")]

    def __str__(self) -> str:
        return f"{self.review_id}/{self.seq} {self.verb}"

    @property
    def words(self) -> str:
        """What was done, in an infinitive."""
        return REVIEW.verbs.get(self.verb, "triệu tập")
