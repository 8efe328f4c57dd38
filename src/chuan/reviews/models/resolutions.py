"""What a review decided: who does what by when; it returns in the next review until it is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from chuan.law.review_inputs import outputs
from chuan.offers.uids import new_uid
from chuan.people.models import Official
from chuan.reviews.models.reviews import Review
from chuan.rules.reviews import OutputKind

if TYPE_CHECKING:
    from chuan.people.viewer import Viewer


class ResolutionQuerySet(models.QuerySet["Resolution"]):
    """Decisions, and who may see them."""

    def seen_by(self, viewer: Viewer) -> ResolutionQuerySet:
        """Those of the viewer's units: of reviews he may see, and those given to him."""
        found = self.filter(review__owner_unit_id__in=viewer.unit_ids)
        seen = Q(review__in=Review.objects.seen_by(viewer))
        if viewer.official is not None:
            seen |= Q(owner=viewer.official, review__status__in=("signed", "followed"))
        return found.filter(seen)

    def standing(self) -> ResolutionQuerySet:
        """Those not withdrawn."""
        return self.exclude(state="void")

    def real(self) -> ResolutionQuerySet:
        """Those that something was decided by; a word that nothing is needed is none."""
        return self.exclude(state__in=("void", "none"))

    def open(self) -> ResolutionQuerySet:
        """Those of signed reviews that wait to be done."""
        return self.filter(state="open", review__status="signed")


class Resolution(models.Model):
    """One decision (9.3.3), or why none of its kind is needed; ``carried_from``: the earlier one it goes on with.

    Its words are never edited: before the signing it is withdrawn and written again.
    """

    class State(models.TextChoices):
        OPEN = "open", _("đang làm")
        DONE = "done", _("đã xong")
        CARRIED = "carried", _("chuyển sang lần sau")
        NONE = "none", _("không cần quyết định")
        VOID = "void", _("đã bỏ")

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="resolutions")
    kind = models.CharField(max_length=12)
    words = models.TextField()
    owner = models.ForeignKey(Official, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    due_on = models.DateField(null=True, blank=True)
    state = models.CharField(max_length=8, choices=State.choices, default=State.OPEN)
    done_on = models.DateField(null=True, blank=True)
    evidence = models.TextField(blank=True)
    settled_by = models.ForeignKey(
        Official, on_delete=models.PROTECT, null=True, related_name="+", db_index=False
    )
    carried_from = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="carried_to"
    )
    recorded_at = models.DateTimeField()

    objects = ResolutionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(state="none") | Q(owner__isnull=False, due_on__isnull=False) | Q(state="void"),
                name="reviews_resolution_owned",
            ),
            models.CheckConstraint(
                condition=~Q(state="done") | Q(done_on__isnull=False) & ~Q(evidence=""),
                name="reviews_resolution_done_how",
            ),
        ]
        indexes = [models.Index(fields=["state", "due_on"], name="reviews_resolution_due")]

    def __str__(self) -> str:
        return self.words

    @property
    def kind_words(self) -> str:
        """The kind in words."""
        return outputs()[OutputKind(self.kind)].title
