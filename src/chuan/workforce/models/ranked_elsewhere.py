"""Results of ranking that another programme gave, as its files say them: states that begin and end with the files."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import F, Q

from chuan.offers.uids import new_uid
from chuan.people.models import Unit
from chuan.workforce.models.ranking import LEVELS, Assessment

if TYPE_CHECKING:
    from chuan.people.viewer import Viewer


class RankedElsewhereQuerySet(models.QuerySet["RankedElsewhere"]):
    """Rows of files, and who may see them."""

    def seen_by(self, viewer: Viewer) -> RankedElsewhereQuerySet:
        """Those of the unit, for who leads it and who keeps its staff records: whose a row is nobody has said yet."""
        from chuan.workforce.permissions import may_see_all

        return self.filter(unit_id__in=viewer.unit_ids) if may_see_all(viewer) else self.none()

    def standing(self) -> RankedElsewhereQuerySet:
        """What the files now say."""
        return self.filter(until_at__isnull=True)


class RankedElsewhere(models.Model):
    """A line of a file: somebody's level for a period. ``assessment``: whose it is, as a person said; None: not yet."""

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", db_index=False)
    source = models.CharField(max_length=160)
    code = models.CharField(max_length=300)
    starts = models.DateField()
    ends = models.DateField()
    name = models.CharField(max_length=160)
    post = models.CharField(max_length=160, blank=True)
    level = models.CharField(max_length=12, choices=LEVELS)
    points = models.CharField(max_length=40, blank=True)
    assessment = models.ForeignKey(
        Assessment, on_delete=models.PROTECT, null=True, blank=True, related_name="elsewhere"
    )
    recorded_at = models.DateTimeField()
    until_at = models.DateTimeField(null=True, blank=True)
    import_uid = models.UUIDField()

    objects = RankedElsewhereQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "ranked elsewhere"
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "source", "code"], condition=Q(until_at__isnull=True),
                name="workforce_elsewhere_once",
            ),
            models.CheckConstraint(condition=Q(ends__gt=F("starts")), name="workforce_elsewhere_life"),
        ]  # fmt: skip
        indexes = [models.Index(fields=["unit", "starts", "ends"], name="workforce_elsewhere_days")]

    def __str__(self) -> str:
        return f"{self.source} {self.starts}"

    @property
    def exact_points(self) -> Fraction | None:
        """The points as a number."""
        return Fraction(self.points) if self.points else None
