"""Guests: named persons of an inspecting body who look for a few days. Nobody of them is an official of the unit."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.db import models

from chuan.offers.uids import new_uid
from chuan.people.models.officials import RoleGrant

if TYPE_CHECKING:
    from chuan.people.viewer import Viewer


class GuestQuerySet(models.QuerySet["Guest"]):
    """Guests, and who may see them."""

    def seen_by(self, viewer: Viewer) -> GuestQuerySet:
        """Those of the viewer's units; a guest sees those of his own visit."""
        rows = self.filter(grant__unit_id__in=viewer.unit_ids)
        return rows.filter(visit=viewer.guest.visit) if viewer.guest else rows


class Guest(models.Model):
    """One named person with an account of his own. Account, unit, days and the decision stand in ``grant``.

    ``visit``: the inspection he comes with, by its uid; ``ended_at``: when it was ended before its last day.
    """

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    grant = models.OneToOneField(RoleGrant, on_delete=models.PROTECT, related_name="guest")
    visit = models.UUIDField()
    name = models.CharField(max_length=120)
    body = models.CharField(max_length=200)
    post = models.CharField(max_length=120, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = GuestQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["visit"], name="people_guest_visit")]

    def __str__(self) -> str:
        return self.name

    @property
    def last_day(self) -> date:
        """The last day on which the account opens anything."""
        assert self.grant.valid_to is not None
        return self.grant.valid_to - timedelta(days=1)

    def is_in(self, on: date) -> bool:
        """Whether he may look on the day."""
        return self.ended_at is None and self.grant.valid_from <= on <= self.last_day
