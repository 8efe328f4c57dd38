"""What an official is told a working day earlier, and what he says to it."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Exists, OuterRef

from chuan.offers.uids import new_uid
from chuan.people.models import Official, Unit

if TYPE_CHECKING:
    from chuan.people.viewer import Viewer


class ForeseenQuerySet(models.QuerySet["Foreseen"]):
    """Lines told beforehand, and who may see them."""

    def seen_by(self, viewer: Viewer) -> ForeseenQuerySet:
        """The viewer's own only: nobody else sees what may never come before the head."""
        if viewer.official is None:
            return self.none()
        return self.filter(unit_id__in=viewer.unit_ids, official=viewer.official)

    def coming(self, on: date) -> ForeseenQuerySet:
        """Those of briefs that are not made yet, of this day or later."""
        from chuan.briefing.models.briefs import Brief

        made = Brief.objects.filter(unit=OuterRef("unit"), on=OuterRef("on"))
        return self.filter(~Exists(made), on__gte=on)


class Foreseen(models.Model):
    """A line that may stand in the brief of a day, told to whom it concerns before. Append-only.

    ``on``: the day of that brief; ``key``, ``kind``, ``sentence``, ``facts`` as the room told them.
    """

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", db_index=False)
    official = models.ForeignKey(Official, on_delete=models.PROTECT, related_name="+")
    on = models.DateField()
    key = models.CharField(max_length=120)
    kind = models.CharField(max_length=40)
    sentence = models.CharField(max_length=400)
    address = models.CharField(max_length=300, blank=True)
    facts = models.TextField(default="[]")
    recorded_at = models.DateTimeField()

    objects = ForeseenQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["unit", "on", "key"], name="briefing_foreseen_once"),
        ]

    def __str__(self) -> str:
        return self.sentence

    @property
    def held(self) -> frozenset[str]:
        """The facts as a set."""
        return frozenset(json.loads(self.facts))


class Explanation(models.Model):
    """What the official says to a line told beforehand. Append-only: an edit is the next version."""

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    foreseen = models.ForeignKey(Foreseen, on_delete=models.PROTECT, related_name="explanations")
    version = models.PositiveSmallIntegerField()
    words = models.TextField()
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["foreseen", "version"], name="briefing_explanation_once"),
        ]

    def __str__(self) -> str:
        return self.words
