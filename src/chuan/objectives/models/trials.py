"""Trials that somebody asked to be kept: what was moved, what came of it then, and what became of the note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from chuan.objectives.models.planning import Target
from chuan.objectives.models.rounds import RoundLine
from chuan.offers.uids import new_uid
from chuan.people.models import Official

if TYPE_CHECKING:
    from chuan.people.viewer import Viewer


class KeptTrialQuerySet(models.QuerySet["KeptTrial"]):
    """Kept trials, and who may see them."""

    def seen_by(self, viewer: Viewer) -> KeptTrialQuerySet:
        """Those of plans of the viewer's units: who may see a plan may see what was tried on it."""
        return self.filter(target__objective__plan__owner_unit_id__in=viewer.unit_ids)

    def of_year(self, year: int) -> KeptTrialQuerySet:
        """Those tried on a plan of the year, one that was replaced since as well."""
        return self.filter(target__objective__plan__year=year)


class KeptTrial(models.Model):
    """ "Nếu hứa trên 97 %": one trial of one promise under a name. Append-only; what becomes of it is a ``TrialStep``.

    ``meant`` and ``shown`` are canonical JSON text: what was moved (exact fractions), and what the page said then.
    """

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    target = models.ForeignKey(Target, on_delete=models.PROTECT, related_name="kept_trials")
    name = models.CharField(max_length=120)
    words = models.TextField(blank=True)
    """What the person adds in his own words."""
    on = models.DateField()
    """The day that it was judged on."""
    meant = models.TextField()
    shown = models.TextField()
    illustrative = models.BooleanField(default=False)
    by = models.ForeignKey(Official, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    objects = KeptTrialQuerySet.as_manager()

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(name=""), name="objectives_kepttrial_name")]

    def __str__(self) -> str:
        return self.name


class TrialStep(models.Model):
    """What became of a kept trial: put away, brought back, carried into a round. Append-only."""

    class Kind(models.TextChoices):
        AWAY = "away", _("đã cất")
        BACK = "back", _("đã lấy lại")
        CARRIED = "carried", _("đã đưa vào đợt")

    trial = models.ForeignKey(KeptTrial, on_delete=models.PROTECT, related_name="steps", db_index=False)
    seq = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=8, choices=Kind.choices)
    words = models.TextField(blank=True)
    line = models.ForeignKey(RoundLine, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    """The line that it was carried to."""
    by = models.ForeignKey(Official, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["trial", "seq"], name="objectives_trialstep_seq"),
            models.CheckConstraint(
                condition=~Q(kind="carried") | Q(line__isnull=False), name="objectives_trialstep_line"
            ),
        ]
        ordering = ["seq"]

    def __str__(self) -> str:
        return f"{self.kind} {self.trial_id}"
