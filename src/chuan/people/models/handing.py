"""Bàn giao: what passes from one official to another, and both confirmations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from chuan.offers.uids import new_uid
from chuan.people.models.officials import Official
from chuan.people.models.units import Unit

if TYPE_CHECKING:
    from chuan.people.viewer import Viewer

OPEN = ("prepared", "given")
"""Statuses (rules.lifecycles.HANDOVER) in which somebody still has to confirm."""


class HandoverQuerySet(models.QuerySet["Handover"]):
    """Handovers, and who may see them."""

    def seen_by(self, viewer: Viewer) -> HandoverQuerySet:
        """Handovers of the viewer's units."""
        return self.filter(unit_id__in=viewer.unit_ids)

    def waiting(self) -> HandoverQuerySet:
        """Those that one of the two has not confirmed yet."""
        return self.filter(status__in=OPEN)


class Handover(models.Model):
    """One official hands over to another from a day, by a document; nothing moves before both have confirmed.

    ``given_for`` is set where a keeper confirmed in the place of somebody who is gone, with the reason.
    """

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="handovers")
    giver = models.ForeignKey(Official, on_delete=models.PROTECT, related_name="handed_over")
    receiver = models.ForeignKey(Official, on_delete=models.PROTECT, related_name="taken_over")
    on = models.DateField()
    citation = models.CharField(max_length=300)
    status = models.CharField(max_length=10, default="prepared")
    """rules.lifecycles.HANDOVER."""
    prepared_by = models.ForeignKey(
        Official, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    prepared_at = models.DateTimeField()
    by_keeper = models.BooleanField(default=False)
    """Prepared by somebody who may give posts and roles: only then do these pass."""
    given_at = models.DateTimeField(null=True, blank=True)
    given_for = models.ForeignKey(Official, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    given_reason = models.CharField(max_length=300, blank=True)
    accepted_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(
        Official, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    withdrawn_reason = models.CharField(max_length=300, blank=True)

    objects = HandoverQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(giver=F("receiver")), name="people_handover_two"),
            models.UniqueConstraint(
                fields=["giver"], condition=Q(status__in=OPEN), name="people_handover_one_open"
            ),
            models.CheckConstraint(
                condition=~Q(status="done") | Q(given_at__isnull=False, accepted_at__isnull=False),
                name="people_handover_done_by_both",
            ),
            models.CheckConstraint(
                condition=Q(status="withdrawn", withdrawn_at__isnull=False)
                | ~Q(status="withdrawn") & Q(withdrawn_at__isnull=True),
                name="people_handover_withdrawn_when",
            ),
            models.CheckConstraint(
                condition=Q(given_for__isnull=True) | ~Q(given_reason=""), name="people_handover_for_whom_why"
            ),
        ]
        indexes = [
            models.Index(fields=["unit", "status", "on"], name="people_handover_unit"),
            models.Index(fields=["receiver", "status"], name="people_handover_receiver"),
        ]

    def __str__(self) -> str:
        return f"{self.giver} → {self.receiver}"

    @property
    def open(self) -> bool:
        """Whether somebody still has to confirm."""
        return self.status in OPEN


class HandoverLine(models.Model):
    """One thing of the list as it stood when the list was made; ``outcome`` is written when it is carried out."""

    class Outcome(models.TextChoices):
        WAITING = "", _("chưa bàn giao")
        PASSED = "passed", _("đã bàn giao")
        KEPT = "kept", _("không bàn giao")
        GONE = "gone", _("đã xong trước khi bàn giao")

    handover = models.ForeignKey(Handover, on_delete=models.CASCADE, related_name="lines")
    position = models.PositiveIntegerField()
    holder = models.CharField(max_length=30)
    ref = models.CharField(max_length=120)
    what = models.TextField()
    note = models.TextField(blank=True)
    passes = models.CharField(max_length=10)
    """offers.handover.Passes."""
    due_on = models.DateField(null=True, blank=True)
    count = models.PositiveIntegerField(default=1)
    subject_kind = models.CharField(max_length=40, blank=True)
    subject_uid = models.UUIDField(null=True, blank=True)
    post_uid = models.UUIDField(null=True, blank=True)
    taken = models.BooleanField(default=True)
    reason = models.CharField(max_length=300, blank=True)
    outcome = models.CharField(max_length=8, choices=Outcome.choices, blank=True, default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["handover", "holder", "ref"], name="people_handoverline_once")
        ]
        ordering = ["position"]

    def __str__(self) -> str:
        return self.what
