"""Sets of figures: what a year's promises and figures were on a day, frozen under a name for a paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q

from chuan.documents.models import Document
from chuan.objectives.models.planning import Plan
from chuan.offers.uids import new_uid
from chuan.people.models import Official

if TYPE_CHECKING:
    from chuan.people.viewer import Viewer


class FigureSetQuerySet(models.QuerySet["FigureSet"]):
    """Sets of figures, and who may see them."""

    def seen_by(self, viewer: Viewer) -> FigureSetQuerySet:
        """Sets of plans of the viewer's units."""
        return self.filter(plan__owner_unit_id__in=viewer.unit_ids)


class FigureSet(models.Model):
    """ "Kỳ họp HĐND cuối năm, đến 30/11": the figures one paper stands on. Append-only: a later set is another row.

    ``lines`` are the canonical lines of ``rules.figure_sets`` (hashed as text, never as JSON of the database);
    ``digest`` is their SHA-256.
    """

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="figure_sets")
    name = models.CharField(max_length=200)
    on = models.DateField()
    """The last day that the figures speak of."""
    document = models.ForeignKey(Document, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    paper = models.CharField(max_length=300)
    """The paper that the set was frozen for, as named by the person who froze it."""
    after = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="later_sets"
    )
    lines = models.TextField()
    digest = models.CharField(max_length=64)
    measured = models.PositiveSmallIntegerField()
    missing = models.PositiveSmallIntegerField()
    illustrative = models.BooleanField(default=False)
    by = models.ForeignKey(Official, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    objects = FigureSetQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["plan", "name", "on"], name="objectives_figureset_once"),
            models.CheckConstraint(condition=~Q(paper=""), name="objectives_figureset_paper"),
            models.CheckConstraint(condition=~Q(lines=""), name="objectives_figureset_lines"),
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.on}"
