"""Risks and opportunities with every score they were given and everything that was planned about them (6.1)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from chuan.offers.subjects import Subject
from chuan.offers.uids import new_uid
from chuan.people.models import Official, Post, Unit
from chuan.processes.models import Process
from chuan.risks.models.context import ContextIssue, Requirement
from chuan.rules.lifecycles import RISK

if TYPE_CHECKING:
    from chuan.people.viewer import Viewer

OPEN = tuple(status for status in RISK.statuses if status != "closed")


class RiskQuerySet(models.QuerySet["Risk"]):
    """Risks and opportunities, and who may see them."""

    def seen_by(self, viewer: Viewer) -> RiskQuerySet:
        """Those of the viewer's units: everybody who works there has to know them."""
        return self.filter(owner_unit_id__in=viewer.unit_ids)

    def open(self) -> RiskQuerySet:
        """Those that are not closed."""
        return self.exclude(status="closed")

    def standing(self, on: date) -> RiskQuerySet:
        """Those that were known and not closed on the day."""
        return self.filter(Q(closed_on__isnull=True) | Q(closed_on__gt=on), found_on__lte=on)


class Risk(models.Model):
    """One thing that may spoil a result or better it, of a process or an objective.

    ``likelihood``, ``effect``, ``level`` and ``level_word`` repeat the latest score, None and "" before the first;
    ``status`` follows ``rules.lifecycles.RISK``. ``objective_uid`` names an objective, a thing of a room above.
    ``reopened_on``: scores of earlier days no longer count. ``owner_post`` answers where no ``owner_official`` is
    named.
    """

    class Nature(models.TextChoices):
        RISK = "risk", _("rủi ro")
        OPPORTUNITY = "opportunity", _("cơ hội")

    class Treatment(models.TextChoices):
        AVOID = "avoid", _("tránh")
        REDUCE = "reduce", _("giảm")
        TRANSFER = "transfer", _("chuyển cho bên khác")
        ACCEPT = "accept", _("chấp nhận")
        SEIZE = "seize", _("tận dụng")
        LEAVE = "leave", _("bỏ qua")

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    owner_unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", db_index=False)
    number = models.PositiveIntegerField()
    nature = models.CharField(max_length=12, choices=Nature.choices)
    statement = models.CharField(max_length=500)
    causes = models.CharField(max_length=500, blank=True)
    outcome = models.CharField(max_length=500, blank=True)
    process = models.ForeignKey(Process, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    objective_uid = models.UUIDField(null=True, blank=True)
    issue = models.ForeignKey(
        ContextIssue, on_delete=models.PROTECT, null=True, blank=True, related_name="risks"
    )
    requirement = models.ForeignKey(
        Requirement, on_delete=models.PROTECT, null=True, blank=True, related_name="risks"
    )
    owner_post = models.ForeignKey(Post, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    owner_official = models.ForeignKey(
        Official, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    status = models.CharField(max_length=10, default=RISK.start)
    likelihood = models.PositiveSmallIntegerField(null=True, blank=True)
    effect = models.PositiveSmallIntegerField(null=True, blank=True)
    level = models.CharField(max_length=10, blank=True)
    level_word = models.CharField(max_length=60, blank=True)
    treatment = models.CharField(max_length=8, choices=Treatment.choices, blank=True)
    treatment_why = models.CharField(max_length=500, blank=True)
    treated_on = models.DateField(null=True, blank=True)
    review_on = models.DateField(null=True, blank=True)
    found_on = models.DateField()
    reopened_on = models.DateField(null=True, blank=True)
    closed_on = models.DateField(null=True, blank=True)
    why_closed = models.CharField(max_length=500, blank=True)
    recorded_at = models.DateTimeField()

    objects = RiskQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["unit", "number"], name="risks_risk_number"),
            models.CheckConstraint(condition=Q(status__in=list(RISK.statuses)), name="risks_risk_status"),
            models.CheckConstraint(
                condition=Q(status="closed", closed_on__isnull=False)
                | ~Q(status="closed") & Q(closed_on__isnull=True),
                name="risks_risk_closed",
            ),
        ]
        indexes = [models.Index(fields=["owner_unit", "status", "level"], name="risks_risk_register")]

    def __str__(self) -> str:
        return f"{self.code} {self.statement}"

    @property
    def code(self) -> str:
        """ "RR-7" of a risk, "CH-7" of an opportunity; one series for both."""
        return f"{'RR' if self.nature == self.Nature.RISK else 'CH'}-{self.number}"

    @property
    def subject(self) -> Subject:
        """How other rooms name it."""
        return Subject("risk", self.uid)


class RiskScore(models.Model):
    """One scoring on one day, with the words of the scale as it was. Append-only: a later one stands beside it.

    ``scale_digest`` tells whether two scores were given by the same steps and the same table.
    """

    class Stage(models.TextChoices):
        BEFORE = "before", _("trước khi xử lý")
        AFTER = "after", _("sau khi xử lý")

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    risk = models.ForeignKey(Risk, on_delete=models.PROTECT, related_name="scores")
    on = models.DateField()
    stage = models.CharField(max_length=6, choices=Stage.choices)
    likelihood = models.PositiveSmallIntegerField()
    likelihood_word = models.CharField(max_length=60)
    effect = models.PositiveSmallIntegerField()
    effect_word = models.CharField(max_length=60)
    level = models.CharField(max_length=10)
    level_word = models.CharField(max_length=60)
    scale = models.CharField(max_length=300)
    scale_digest = models.CharField(max_length=64)
    why = models.CharField(max_length=500, blank=True)
    official = models.ForeignKey(Official, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["risk", "on"], name="risks_riskscore_day")]

    def __str__(self) -> str:
        return f"{self.risk} {self.on} {self.level}"


class RiskActionQuerySet(models.QuerySet["RiskAction"]):
    """Actions about risks, and who may see them."""

    def seen_by(self, viewer: Viewer) -> RiskActionQuerySet:
        """Those of risks of the viewer's units."""
        return self.filter(risk__owner_unit_id__in=viewer.unit_ids)

    def open(self) -> RiskActionQuerySet:
        """Neither done nor dropped."""
        return self.filter(done_on__isnull=True, dropped_on__isnull=True)


class RiskAction(models.Model):
    """Something planned about a risk or an opportunity: what, who, with what, by when; what came of it."""

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    risk = models.ForeignKey(Risk, on_delete=models.PROTECT, related_name="actions")
    what = models.CharField(max_length=500)
    resources = models.CharField(max_length=300, blank=True)
    owner = models.ForeignKey(Official, on_delete=models.PROTECT, related_name="+")
    planned_on = models.DateField()
    due_on = models.DateField()
    done_on = models.DateField(null=True, blank=True)
    evidence = models.CharField(max_length=500, blank=True)
    dropped_on = models.DateField(null=True, blank=True)
    why_dropped = models.CharField(max_length=300, blank=True)
    recorded_at = models.DateTimeField()

    objects = RiskActionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(done_on__isnull=True) | Q(dropped_on__isnull=True),
                name="risks_riskaction_one_end",
            ),
        ]
        indexes = [models.Index(fields=["owner", "due_on"], name="risks_riskaction_owner")]

    def __str__(self) -> str:
        return self.what

    @property
    def is_open(self) -> bool:
        """Neither done nor dropped."""
        return self.done_on is None and self.dropped_on is None
