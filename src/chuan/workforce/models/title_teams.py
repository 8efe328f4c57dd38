"""What somebody says of a team that stands for a title: who belongs to it, and what was counted, by a paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models

from chuan.offers.uids import new_uid
from chuan.people.models import Official
from chuan.workforce.models.titles_council import Candidate

if TYPE_CHECKING:
    from chuan.people.viewer import Viewer


class TeamSaidQuerySet(models.QuerySet["TeamSaid"]):
    """What is said of teams, and who may see it."""

    def seen_by(self, viewer: Viewer) -> TeamSaidQuerySet:
        """That of the viewer's units, for who leads the unit and who keeps its staff records."""
        from chuan.workforce.permissions import may_see_all

        found = self.filter(candidate__round__unit_id__in=viewer.unit_ids)
        return found if may_see_all(viewer) else found.none()


class TeamSaid(models.Model):
    """One saying about a team, as a whole. Never edited: of two the later one stands.

    ``people``: who belongs to the team. ``completed``, ``advanced``, ``fighters``: how many of them did their tasks or
    hold a title; None: not known. ``discipline``: the heaviest form anybody of them was given in the year; ``level``:
    the team's own; ``movement``, ``unity``: "yes", "no". "" for what is not known.
    """

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    candidate = models.ForeignKey(
        Candidate, on_delete=models.PROTECT, related_name="team_said", db_index=False
    )
    people = models.ManyToManyField(Official, related_name="+")
    completed = models.PositiveSmallIntegerField(null=True, blank=True)
    advanced = models.PositiveSmallIntegerField(null=True, blank=True)
    fighters = models.PositiveSmallIntegerField(null=True, blank=True)
    discipline = models.CharField(max_length=20, blank=True)
    level = models.CharField(max_length=12, blank=True)
    movement = models.CharField(max_length=3, blank=True)
    unity = models.CharField(max_length=3, blank=True)
    document = models.CharField(max_length=300)
    by = models.ForeignKey(Official, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    recorded_at = models.DateTimeField()

    objects = TeamSaidQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["candidate"], name="workforce_teamsaid_candidate")]

    def __str__(self) -> str:
        return f"{self.candidate_id} {self.recorded_at}"
