"""Days on which an official in post was not at work: nobody is counted as idle while on leave."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from chuan.offers.uids import new_uid
from chuan.people.models import Official, Unit

if TYPE_CHECKING:
    from datetime import datetime

    from chuan.people.viewer import Viewer


class AbsenceQuerySet(models.QuerySet["Absence"]):
    """Absences, and who may see them."""

    def seen_by(self, viewer: Viewer) -> AbsenceQuerySet:
        """The viewer's own, or everybody's of the unit for who keeps its staff records."""
        from chuan.workforce.permissions import about

        return self.filter(about(viewer))

    def known_at(self, as_of: datetime | None) -> AbsenceQuerySet:
        """Those that stood at the moment; None: those that stand now."""
        if as_of is None:
            return self.filter(voided_at__isnull=True)
        standing = Q(voided_at__isnull=True) | Q(voided_at__gt=as_of)
        return self.filter(standing, recorded_at__lte=as_of)


class Absence(models.Model):
    """An official away from his post from a day until the day before ``valid_to``, by a document.

    What was written wrong is voided, never edited; ``kind`` is shown only to whom it concerns and to who keeps it.
    """

    class Kind(models.TextChoices):
        LEAVE = "leave", _("nghỉ phép, nghỉ việc riêng")
        SICK = "sick", _("nghỉ ốm")
        MATERNITY = "maternity", _("nghỉ thai sản")
        STUDY = "study", _("đi học tập trung")
        DETACHED = "detached", _("biệt phái, trưng tập")
        OTHER = "other", _("lý do khác")

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", db_index=False)
    official = models.ForeignKey(Official, on_delete=models.PROTECT, related_name="absences")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    valid_from = models.DateField()
    valid_to = models.DateField()
    citation = models.CharField(max_length=300)
    recorded_at = models.DateTimeField()
    voided_at = models.DateTimeField(null=True, blank=True)
    why_void = models.CharField(max_length=300, blank=True)
    purged_at = models.DateTimeField(null=True, blank=True)
    """When kind, paper and why it was taken back were blanked because their time was over; the days stay."""

    objects = AbsenceQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(valid_to__gt=F("valid_from")), name="workforce_absence_life")
        ]
        indexes = [models.Index(fields=["unit", "valid_from"], name="workforce_absence_unit")]

    def __str__(self) -> str:
        return f"{self.official} {self.valid_from}"

    @property
    def why(self) -> str:
        """The kind in words; that it was blanked where it was."""
        return str(_("đã xóa theo thời hạn lưu")) if self.purged_at else str(self.get_kind_display())

    @property
    def last(self) -> date:
        """The last day away."""
        return self.valid_to - timedelta(days=1)
