"""Years of emulation titles, and who was given one by which decision: the register that the measure counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q

from chuan.offers.uids import new_uid
from chuan.people.models import Official, Unit
from chuan.rules.titles import TITLE_NAMES, Title
from chuan.rules.types import Period

if TYPE_CHECKING:
    from datetime import datetime

    from chuan.people.viewer import Viewer

TITLES = [(one.value, TITLE_NAMES[one]) for one in Title]


class TitleRoundQuerySet(models.QuerySet["TitleRound"]):
    """Years, and who may see them."""

    def seen_by(self, viewer: Viewer) -> TitleRoundQuerySet:
        """Those of the viewer's units: that titles are considered is no secret, who is left out and why is."""
        return self.filter(unit_id__in=viewer.unit_ids)


class TitleRound(models.Model):
    """A unit's year of emulation titles. ``citation``: the paper that called for it.

    ``law_digest``: of the law file it was opened with. ``concluded_at``: when somebody said that every decision of the
    year is in the register, so that whoever is not in it was not given the title; None: results are still awaited.
    ``law_since``: the first day of the law that somebody chose where the year has two, ``law_why``: his reason; None:
    the law of the day of the decision. ``law_kept``: the laws the year was concluded under, as JSON (``own_law.kept``).
    """

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="title_rounds", db_index=False)
    year = models.PositiveIntegerField()
    citation = models.CharField(max_length=300)
    opened_on = models.DateField()
    law_digest = models.CharField(max_length=64)
    recorded_at = models.DateTimeField()
    concluded_at = models.DateTimeField(null=True, blank=True)
    law_since = models.DateField(null=True, blank=True)
    law_why = models.CharField(max_length=300, blank=True)
    law_kept = models.TextField(blank=True)

    objects = TitleRoundQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["unit", "year"], name="workforce_titleround_once")]

    def __str__(self) -> str:
        return f"{self.unit} {self.year}"

    @property
    def period(self) -> Period:
        """The year."""
        return Period.year(self.year)


class RewardQuerySet(models.QuerySet["Reward"]):
    """Titles given, and who may see them."""

    def seen_by(self, viewer: Viewer) -> RewardQuerySet:
        """The viewer's own and those of teams; everybody's for who leads the unit and who keeps its staff records."""
        from chuan.workforce.permissions import about

        whose = about(viewer) | Q(official__isnull=True)
        return self.filter(whose, round__unit_id__in=viewer.unit_ids)

    def known_at(self, as_of: datetime | None) -> RewardQuerySet:
        """Those that stood at the moment; None: those that stand now."""
        if as_of is None:
            return self.filter(voided_at__isnull=True)
        standing = Q(voided_at__isnull=True) | Q(voided_at__gt=as_of)
        return self.filter(standing, recorded_at__lte=as_of)


class Reward(models.Model):
    """A title given to an official or to a team by a decision. What was written wrong is voided and stays readable.

    ``over_share``: why the decision gives more of this title than the share allows; "" where it does not.
    """

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    round = models.ForeignKey(TitleRound, on_delete=models.PROTECT, related_name="rewards", db_index=False)
    title = models.CharField(max_length=24, choices=TITLES)
    official = models.ForeignKey(
        Official, on_delete=models.PROTECT, null=True, blank=True, related_name="rewards"
    )
    team = models.CharField(max_length=160, blank=True)
    decision = models.CharField(max_length=160)
    decided_on = models.DateField()
    issuer = models.CharField(max_length=160)
    recorded_at = models.DateTimeField()
    voided_at = models.DateTimeField(null=True, blank=True)
    why_void = models.CharField(max_length=300, blank=True)
    over_share = models.CharField(max_length=300, blank=True)

    objects = RewardQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["round", "title", "official"],
                condition=Q(voided_at__isnull=True, official__isnull=False),
                name="workforce_reward_once",
            ),
            models.CheckConstraint(
                condition=Q(official__isnull=True) & ~Q(team="") | Q(official__isnull=False, team=""),
                name="workforce_reward_whose",
            ),
        ]
        indexes = [models.Index(fields=["round", "title"], name="workforce_reward_round")]

    def __str__(self) -> str:
        return f"{self.title} {self.official or self.team}"

    @property
    def whose(self) -> str:
        """The official's name, or the team's."""
        return self.official.name if self.official is not None else self.team
