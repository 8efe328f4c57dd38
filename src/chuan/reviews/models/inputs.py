"""The inputs of a review as they were collected and frozen; and what people said where nothing was known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q

from chuan.offers.uids import new_uid
from chuan.people.models import Official
from chuan.reviews.models.reviews import Review

if TYPE_CHECKING:
    from chuan.people.viewer import Viewer


class Collection(models.Model):
    """Everything the rooms said on the chosen day, frozen for the meeting. Only added; the latest one stands.

    ``text`` is the canonical text (JSON, keys sorted) whose SHA-256 is ``digest``.
    """

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="collections", db_index=False)
    number = models.PositiveSmallIntegerField()
    as_of = models.DateField()
    text = models.TextField()
    digest = models.CharField(max_length=64)
    by = models.ForeignKey(Official, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    collected_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["review", "number"], name="reviews_collection_number")]

    def __str__(self) -> str:
        return f"{self.review_id}/{self.number}"


class ReviewLine(models.Model):
    """One sentence of one letter (9.3.2), with the page that proved it. ``short``: it names what is lacking."""

    collection = models.ForeignKey(Collection, on_delete=models.PROTECT, related_name="lines", db_index=False)
    letter = models.CharField(max_length=2)
    ordinal = models.PositiveSmallIntegerField()
    sentence = models.TextField()
    address = models.CharField(max_length=500, blank=True)
    room = models.CharField(max_length=80, blank=True)
    short = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["collection", "letter", "ordinal"], name="reviews_reviewline_place"
            )
        ]

    def __str__(self) -> str:
        return self.sentence


class AdditionQuerySet(models.QuerySet["Addition"]):
    """People's words, and who may see them."""

    def seen_by(self, viewer: Viewer) -> AdditionQuerySet:
        """Those of reviews the viewer may see."""
        return self.filter(review__in=Review.objects.seen_by(viewer))

    def standing(self) -> AdditionQuerySet:
        """Those not taken back."""
        return self.filter(voided_at__isnull=True)


class Addition(models.Model):
    """A person's own words for a letter; ``unknown``: they say why nothing is known. Taken back, never edited."""

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="additions")
    letter = models.CharField(max_length=2)
    words = models.TextField()
    unknown = models.BooleanField(default=False)
    by = models.ForeignKey(Official, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    recorded_at = models.DateTimeField()
    voided_at = models.DateTimeField(null=True, blank=True)

    objects = AdditionQuerySet.as_manager()

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(words=""), name="reviews_addition_says")]

    def __str__(self) -> str:
        return self.words
