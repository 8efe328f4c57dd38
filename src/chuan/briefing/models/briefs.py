"""The brief of one day and its lines, as they were."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from django.db import models

from chuan.briefing.models.foreseen import Explanation
from chuan.offers.uids import new_uid
from chuan.people.models import Official, Unit
from chuan.rules.briefs import Verb

if TYPE_CHECKING:
    from chuan.people.viewer import Viewer


class BriefQuerySet(models.QuerySet["Brief"]):
    """Briefs, and who may see them."""

    def seen_by(self, viewer: Viewer) -> BriefQuerySet:
        """Those of the viewer's units, for the heads who read them; nobody else."""
        from chuan.briefing.permissions import may_read

        return self.filter(unit_id__in=viewer.unit_ids) if may_read(viewer) else self.none()


class Brief(models.Model):
    """What came before the head on a day. Append-only; one a day.

    ``due_at``: the moment it was due; ``made_at``: when it was made (later where the machine was off). ``more``,
    ``early``, ``resting``: how many matters there was no room for, whose officials had not had their day, which rest.
    ``returned``: what became of earlier answers, as JSON lines.
    """

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", db_index=False)
    on = models.DateField()
    due_at = models.DateTimeField()
    made_at = models.DateTimeField()
    more = models.PositiveIntegerField(default=0)
    early = models.PositiveIntegerField(default=0)
    resting = models.PositiveIntegerField(default=0)
    returned = models.TextField(default="[]")

    objects = BriefQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["unit", "on"], name="briefing_brief_once")]

    def __str__(self) -> str:
        return f"{self.on}"

    @property
    def returned_lines(self) -> list[dict[str, str]]:
        """What became of earlier answers: what, who, how it stands."""
        found: list[dict[str, str]] = json.loads(self.returned)
        return found


class BriefLineQuerySet(models.QuerySet["BriefLine"]):
    """Lines, and who may see them."""

    def seen_by(self, viewer: Viewer) -> BriefLineQuerySet:
        """All of the unit for the heads who read briefs; to anybody else the lines that name himself."""
        from chuan.briefing.permissions import may_read

        found = self.filter(brief__unit_id__in=viewer.unit_ids)
        if may_read(viewer):
            return found
        return found.filter(official=viewer.official) if viewer.official else self.none()


class BriefLine(models.Model):
    """One matter of a brief, as it was. Append-only.

    ``official``: who answers for it; ``explanation``: what he said to it before the brief was made.
    """

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    brief = models.ForeignKey(Brief, on_delete=models.PROTECT, related_name="lines")
    place = models.PositiveSmallIntegerField()
    key = models.CharField(max_length=120, db_index=True)
    kind = models.CharField(max_length=40)
    weight = models.PositiveIntegerField()
    sentence = models.CharField(max_length=400)
    official = models.ForeignKey(
        Official, on_delete=models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )
    since = models.DateField()
    due_on = models.DateField(null=True, blank=True)
    amount = models.PositiveIntegerField(default=1)
    facts = models.TextField(default="[]")
    verbs = models.CharField(max_length=60)
    address = models.CharField(max_length=300, blank=True)
    explanation = models.ForeignKey(
        Explanation, on_delete=models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )

    objects = BriefLineQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["brief", "place"], name="briefing_briefline_once")]

    def __str__(self) -> str:
        return self.sentence

    @property
    def allowed(self) -> tuple[Verb, ...]:
        """What may be answered, the proposed verb first."""
        return tuple(Verb(one) for one in self.verbs.split())

    @property
    def held(self) -> frozenset[str]:
        """The facts as a set."""
        return frozenset(json.loads(self.facts))
