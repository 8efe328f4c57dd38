"""What the unit itself says of a clause: that it does not apply, or where its evidence lies outside the programme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from chuan.offers.uids import new_uid
from chuan.people.models import Official, Unit

if TYPE_CHECKING:
    from chuan.people.viewer import Viewer


class ClauseNoteQuerySet(models.QuerySet["ClauseNote"]):
    """Notes, and who may see them."""

    def seen_by(self, viewer: Viewer) -> ClauseNoteQuerySet:
        """Those of the viewer's units."""
        return self.filter(unit_id__in=viewer.unit_ids)


class ClauseNote(models.Model):
    """One saying about a clause, from a day on; the latest stands. Only added: what was said stays readable.

    TCVN ISO 9001:2015, 4.3: a requirement that does not apply is justified in writing.
    """

    class Kind(models.TextChoices):
        NOT_APPLIED = "not_applied", _("không áp dụng")
        ELSEWHERE = "elsewhere", _("bằng chứng ở ngoài Chuẩn")
        OVER = "over", _("thôi, lời trước hết đúng")

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", db_index=False)
    clause = models.CharField(max_length=10)
    kind = models.CharField(max_length=12, choices=Kind.choices)
    reason = models.CharField(max_length=1000)
    citation = models.CharField(max_length=300, blank=True)
    """The paper it rests on, where there is one."""
    valid_from = models.DateField()
    by = models.ForeignKey(Official, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    recorded_at = models.DateTimeField()

    objects = ClauseNoteQuerySet.as_manager()

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(reason=""), name="conformity_clausenote_reason")]
        indexes = [models.Index(fields=["unit", "clause"], name="conformity_note_clause")]

    def __str__(self) -> str:
        return f"{self.clause} {self.kind}"
