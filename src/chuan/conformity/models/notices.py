"""The letter by which the unit tells the province of its declaration."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models

from chuan.offers.uids import new_uid
from chuan.people.models import Official, Unit

if TYPE_CHECKING:
    from chuan.people.viewer import Viewer


class NoticeQuerySet(models.QuerySet["Notice"]):
    """Notices, and who may see them."""

    def seen_by(self, viewer: Viewer) -> NoticeQuerySet:
        """Those of the viewer's units: what a unit tells the province is no secret of anybody in it."""
        return self.filter(unit_id__in=viewer.unit_ids)


class Notice(models.Model):
    """A draft that tells the Department of Science and Technology of a declaration (19/2014/QĐ-TTg, Điều 4).

    ``citation``: the declaration as it was told of; ``draft_uid``: the letter in ``documents``. Only added.
    """

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", db_index=False)
    year = models.PositiveSmallIntegerField()
    citation = models.CharField(max_length=300)
    draft_uid = models.UUIDField()
    by = models.ForeignKey(Official, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    recorded_at = models.DateTimeField()

    objects = NoticeQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["unit", "recorded_at"], name="conformity_notice_told")]

    def __str__(self) -> str:
        return f"{self.unit_id} {self.draft_uid}"
