"""What bears on the unit from inside and outside, and who expects what of it (TCVN ISO 9001:2015, 4.1 and 4.2)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from chuan.offers.uids import new_uid
from chuan.people.models import Official, Unit
from chuan.people.models.units import in_force
from chuan.processes.models import Process

if TYPE_CHECKING:
    from chuan.people.viewer import Viewer


def _life(name: str) -> models.CheckConstraint:
    return models.CheckConstraint(
        condition=Q(valid_to__isnull=True) | Q(valid_to__gt=F("valid_from")), name=name
    )


class ContextIssueQuerySet(models.QuerySet["ContextIssue"]):
    """Issues of context, and who may see them."""

    def seen_by(self, viewer: Viewer) -> ContextIssueQuerySet:
        """Those of the viewer's units."""
        return self.filter(owner_unit_id__in=viewer.unit_ids)

    def on(self, day: date) -> ContextIssueQuerySet:
        """Those that stand on the day."""
        return self.filter(in_force(day))


class ContextIssue(models.Model):
    """Something inside or outside that bears on what the system has to bring about (4.1).

    ``changed_on``: the day it was last written otherwise; ``reviewed_on``: the day somebody last said that it still
    holds. It ends with a reason, it is never deleted.
    """

    class Side(models.TextChoices):
        OUTSIDE = "outside", _("bên ngoài")
        INSIDE = "inside", _("bên trong")

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    owner_unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", db_index=False)
    side = models.CharField(max_length=8, choices=Side.choices)
    statement = models.CharField(max_length=500)
    bearing = models.CharField(max_length=500, blank=True)
    changed_on = models.DateField()
    reviewed_on = models.DateField()
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)
    why_over = models.CharField(max_length=300, blank=True)
    recorded_at = models.DateTimeField()

    objects = ContextIssueQuerySet.as_manager()

    class Meta:
        constraints = [_life("risks_contextissue_life")]
        indexes = [models.Index(fields=["owner_unit", "valid_to"], name="risks_contextissue_unit")]

    def __str__(self) -> str:
        return self.statement


class ClimateAnswerQuerySet(models.QuerySet["ClimateAnswer"]):
    """Answers by unit and day."""

    def seen_by(self, viewer: Viewer) -> ClimateAnswerQuerySet:
        """Those of the viewer's units."""
        return self.filter(unit_id__in=viewer.unit_ids)

    def standing(self, unit: Unit, on: date) -> ClimateAnswer | None:
        """The unit's last answer by the day; None when it has not said anything."""
        return self.filter(unit=unit, on__lte=on).order_by("-on", "-pk").first()


class ClimateAnswer(models.Model):
    """Whether climate change bears on the unit, said outright and why (ISO 9001:2015/Amd 1:2024, 4.1). Append-only."""

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    on = models.DateField()
    relevant = models.BooleanField()
    why = models.CharField(max_length=500)
    official = models.ForeignKey(Official, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    recorded_at = models.DateTimeField()

    objects = ClimateAnswerQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.unit} {self.on}"


class InterestedPartyQuerySet(models.QuerySet["InterestedParty"]):
    """Interested parties, and who may see them."""

    def seen_by(self, viewer: Viewer) -> InterestedPartyQuerySet:
        """Those of the viewer's units."""
        return self.filter(owner_unit_id__in=viewer.unit_ids)

    def on(self, day: date) -> InterestedPartyQuerySet:
        """Those that stand on the day."""
        return self.filter(in_force(day))


class InterestedParty(models.Model):
    """Who has a stake in what the unit does: a group or an agency, never one citizen by name (4.2)."""

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    owner_unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", db_index=False)
    name = models.CharField(max_length=200)
    reviewed_on = models.DateField()
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)
    why_over = models.CharField(max_length=300, blank=True)
    recorded_at = models.DateTimeField()

    objects = InterestedPartyQuerySet.as_manager()

    class Meta:
        constraints = [
            _life("risks_party_life"),
            models.UniqueConstraint(
                fields=["owner_unit", "name"], condition=Q(valid_to__isnull=True), name="risks_party_name"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class RequirementQuerySet(models.QuerySet["Requirement"]):
    """Requirements of parties, and who may see them."""

    def seen_by(self, viewer: Viewer) -> RequirementQuerySet:
        """Those of parties of the viewer's units."""
        return self.filter(party__owner_unit_id__in=viewer.unit_ids)

    def on(self, day: date) -> RequirementQuerySet:
        """Those that stand on the day."""
        return self.filter(in_force(day))


class Requirement(models.Model):
    """What a party needs or expects, whether the system answers it, and where (4.2)."""

    class Answered(models.TextChoices):
        YES = "yes", _("đã đáp ứng")
        PARTLY = "partly", _("đáp ứng một phần")
        NO = "no", _("chưa đáp ứng")
        NOT_OURS = "not_ours", _("không thuộc phạm vi hệ thống")

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    party = models.ForeignKey(InterestedParty, on_delete=models.PROTECT, related_name="requirements")
    what = models.CharField(max_length=500)
    answered = models.CharField(max_length=8, choices=Answered.choices)
    where = models.CharField(max_length=300, blank=True)
    process = models.ForeignKey(Process, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    citation = models.CharField(max_length=300, blank=True)
    changed_on = models.DateField()
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)
    why_over = models.CharField(max_length=300, blank=True)
    recorded_at = models.DateTimeField()

    objects = RequirementQuerySet.as_manager()

    class Meta:
        constraints = [_life("risks_requirement_life")]

    def __str__(self) -> str:
        return self.what
