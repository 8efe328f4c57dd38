"""Who outside provides something the management system rests on, and how well, as it was judged (8.4)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from chuan.offers.subjects import Subject
from chuan.offers.uids import new_uid
from chuan.people.models import Official, Unit
from chuan.people.models.units import in_force
from chuan.processes.models.processes import Process

if TYPE_CHECKING:
    from chuan.people.viewer import Viewer


class ProviderQuerySet(models.QuerySet["Provider"]):
    """Providers, and who may see them."""

    def seen_by(self, viewer: Viewer) -> ProviderQuerySet:
        """Those of the viewer's units: who does part of the work is no secret of the house."""
        return self.filter(owner_unit_id__in=viewer.unit_ids)

    def on(self, day: date) -> ProviderQuerySet:
        """Those that provide something on the day."""
        return self.filter(in_force(day))


class Provider(models.Model):
    """An outside provider: what comes from it, and how the unit keeps that right (TCVN ISO 9001:2015, 8.4.1-8.4.3).

    ``evaluate_on``: the day by which it is judged anew. Ended, never deleted.
    """

    class Kind(models.TextChoices):
        POST = "post", _("bưu chính, trả kết quả")
        SYSTEM = "system", _("phần mềm, cổng dịch vụ công")
        MACHINES = "machines", _("máy móc, đường truyền, sửa chữa")
        PRINTING = "printing", _("in ấn, văn phòng phẩm")
        ADVICE = "advice", _("tư vấn, đào tạo")
        OTHER = "other", _("việc khác")

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", db_index=False)
    owner_unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    process = models.ForeignKey(
        Process, on_delete=models.PROTECT, null=True, blank=True, related_name="providers"
    )
    kind = models.CharField(max_length=10, choices=Kind.choices)
    name = models.CharField(max_length=200)
    provides = models.CharField(max_length=500)
    controls = models.CharField(max_length=500)
    citation = models.CharField(max_length=300, blank=True)
    evaluate_on = models.DateField()
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)
    why_ended = models.CharField(max_length=300, blank=True)
    recorded_at = models.DateTimeField()

    objects = ProviderQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gt=F("valid_from")),
                name="processes_provider_life",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def subject(self) -> Subject:
        """How other rooms name it."""
        return Subject("provider", self.uid)


class ProviderEvaluationQuerySet(models.QuerySet["ProviderEvaluation"]):
    """Judgments of providers, and who may see them."""

    def seen_by(self, viewer: Viewer) -> ProviderEvaluationQuerySet:
        """Those of the viewer's units."""
        return self.filter(provider__owner_unit_id__in=viewer.unit_ids)


class ProviderEvaluation(models.Model):
    """One judgment by criteria, with what it rests on. Rows are only added.

    ``answers``: [[criterion's key, its words as they were asked, answer, note], …]; answers are those of
    ``rules.providers.Met``.
    """

    class Result(models.TextChoices):
        KEEP = "keep", _("tiếp tục")
        MEND = "mend", _("tiếp tục, phải khắc phục")
        LEAVE = "leave", _("thay bên khác khi có thể")

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    provider = models.ForeignKey(
        Provider, on_delete=models.PROTECT, related_name="evaluations", db_index=False
    )
    on = models.DateField()
    answers: models.JSONField[list[list[str]], Any] = models.JSONField()
    result = models.CharField(max_length=5, choices=Result.choices)
    why = models.CharField(max_length=500, blank=True)
    evidence = models.CharField(max_length=500)
    next_on = models.DateField()
    by = models.ForeignKey(Official, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    recorded_at = models.DateTimeField()

    objects = ProviderEvaluationQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(result="keep") | ~Q(why=""), name="processes_providerevaluation_why"
            ),
        ]
        indexes = [models.Index(fields=["provider", "on"], name="processes_providereval_on")]

    def __str__(self) -> str:
        return f"{self.provider_id} {self.on}"
