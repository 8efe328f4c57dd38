"""Titles that another programme tells of, as its files say them: states that begin and end with the files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q

from chuan.offers.uids import new_uid
from chuan.people.models import Unit
from chuan.workforce.models.titles import TITLES, Reward

if TYPE_CHECKING:
    from chuan.people.viewer import Viewer


class TitledElsewhereQuerySet(models.QuerySet["TitledElsewhere"]):
    """Rows of files, and who may see them."""

    def seen_by(self, viewer: Viewer) -> TitledElsewhereQuerySet:
        """Those of the unit, for who leads it and who keeps its staff records: whose a row is nobody has said yet."""
        from chuan.workforce.permissions import may_see_all

        return self.filter(unit_id__in=viewer.unit_ids) if may_see_all(viewer) else self.none()

    def standing(self) -> TitledElsewhereQuerySet:
        """What the files now say."""
        return self.filter(until_at__isnull=True)


class TitledElsewhere(models.Model):
    """A line of a file: somebody's, or a team's, title of a year by a decision.

    ``reward``: the line of the register that a person made of it, having said whose it is; None: not yet. A title is
    there only with that line.
    """

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", db_index=False)
    source = models.CharField(max_length=160)
    code = models.CharField(max_length=300)
    year = models.PositiveIntegerField()
    name = models.CharField(max_length=160)
    post = models.CharField(max_length=160, blank=True)
    title = models.CharField(max_length=24, choices=TITLES)
    decision = models.CharField(max_length=160)
    decided_on = models.DateField()
    issuer = models.CharField(max_length=160, blank=True)
    reward = models.ForeignKey(
        Reward, on_delete=models.PROTECT, null=True, blank=True, related_name="elsewhere"
    )
    recorded_at = models.DateTimeField()
    until_at = models.DateTimeField(null=True, blank=True)
    import_uid = models.UUIDField()

    objects = TitledElsewhereQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "titled elsewhere"
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "source", "code"], condition=Q(until_at__isnull=True),
                name="workforce_titled_once",
            ),
        ]  # fmt: skip
        indexes = [models.Index(fields=["unit", "year"], name="workforce_titled_year")]

    def __str__(self) -> str:
        return f"{self.source} {self.year}"
