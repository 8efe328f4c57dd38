"""The meeting as it was written down, and the seal put on all of it when it was signed. Rows are only added."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from chuan.offers.uids import new_uid
from chuan.people.models import Official
from chuan.reviews.models.reviews import Review


class Minutes(models.Model):
    """One writing of the meeting: when, where, who led it, what was said. The latest one stands until it is signed."""

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="minutes", db_index=False)
    version = models.PositiveSmallIntegerField()
    held_on = models.DateField()
    began = models.CharField(max_length=20, blank=True)
    ended = models.CharField(max_length=20, blank=True)
    place = models.CharField(max_length=200, blank=True)
    chair = models.ForeignKey(Official, on_delete=models.PROTECT, related_name="+", db_index=False)
    secretary = models.ForeignKey(Official, on_delete=models.PROTECT, related_name="+", db_index=False)
    opinions = models.TextField(blank=True)
    by = models.ForeignKey(Official, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["review", "version"], name="reviews_minutes_version"),
            models.CheckConstraint(condition=~Q(chair=F("secretary")), name="reviews_minutes_two_people"),
        ]

    def __str__(self) -> str:
        return f"{self.review_id}/{self.version}"


class Attendance(models.Model):
    """One person who was called or came: an official, or a guest by name."""

    minutes = models.ForeignKey(Minutes, on_delete=models.PROTECT, related_name="attendance", db_index=False)
    position = models.PositiveSmallIntegerField()
    official = models.ForeignKey(
        Official, on_delete=models.PROTECT, null=True, related_name="+", db_index=False
    )
    guest = models.CharField(max_length=200, blank=True)
    present = models.BooleanField()
    reason = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["minutes", "position"], name="reviews_attendance_place"),
            models.CheckConstraint(
                condition=Q(official__isnull=False, guest="") | Q(official__isnull=True) & ~Q(guest=""),
                name="reviews_attendance_who",
            ),
            models.CheckConstraint(
                condition=Q(present=True) | ~Q(reason=""), name="reviews_attendance_away_why"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """The official's name, or the guest's."""
        return self.official.name if self.official is not None else self.guest


class Seal(models.Model):
    """What was signed: inputs, words, meeting and decisions as one canonical text with its SHA-256."""

    review = models.OneToOneField(Review, on_delete=models.PROTECT, related_name="seal")
    text = models.TextField()
    digest = models.CharField(max_length=64)
    signed_on = models.DateField()
    signed_by = models.ForeignKey(Official, on_delete=models.PROTECT, related_name="+", db_index=False)
    recorded_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.digest
