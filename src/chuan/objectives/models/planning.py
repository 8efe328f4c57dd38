"""Plans, objectives, indicators and targets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from chuan.documents.models import Document, Reading
from chuan.offers.uids import new_uid
from chuan.people.models import Official, Post, Unit
from chuan.rules.types import Period

if TYPE_CHECKING:
    from chuan.people.viewer import Viewer


class PlanQuerySet(models.QuerySet["Plan"]):
    """Plans, and who may see them."""

    def seen_by(self, viewer: Viewer) -> PlanQuerySet:
        """Plans owned by the viewer's units."""
        return self.filter(owner_unit_id__in=viewer.unit_ids)

    def standing(self) -> PlanQuerySet:
        """Plans in force."""
        return self.filter(status=Plan.Status.STANDING)


class Plan(models.Model):
    """A year's promises, made from one confirmed reading of one decision. One stands per unit and year."""

    class Status(models.TextChoices):
        STANDING = "standing", _("đang thực hiện")
        REPLACED = "replaced", _("đã được thay thế")

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="plans")
    owner_unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="owned_plans")
    year = models.PositiveSmallIntegerField()
    decision = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="plans")
    reading = models.ForeignKey(Reading, on_delete=models.PROTECT, related_name="plans")
    replaces = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="replaced_by"
    )
    status = models.CharField(max_length=12, choices=Status.choices, default=Status.STANDING)
    effective_from = models.DateField()
    closed_on = models.DateField(null=True, blank=True)
    reason = models.TextField(blank=True)
    recorded_at = models.DateTimeField()

    objects = PlanQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["owner_unit", "year"],
                condition=Q(status="standing"),
                name="objectives_plan_one_stands",
            ),
            models.CheckConstraint(
                condition=Q(status="standing", closed_on__isnull=True)
                | Q(status="replaced", closed_on__isnull=False),
                name="objectives_plan_closed_when",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.unit} {self.year}"

    @property
    def period(self) -> Period:
        """The calendar year of the plan."""
        return Period.year(self.year)


class Objective(models.Model):
    """One promise in the decision's words, with the five planning fields of ISO 9001:2015, 6.2.2."""

    class RollUp(models.TextChoices):
        ALL = "all", _("mọi mục phải đạt")
        VALUES = "values", _("đếm từng số đo")
        LINES = "lines", _("đếm từng gạch đầu dòng")
        CHOSEN = "chosen", _("đếm theo nhóm ghép tay")
        OPEN = "open", _("còn câu hỏi")

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="objectives")
    parent = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="children"
    )
    ordinal = models.CharField(max_length=20)
    position = models.PositiveSmallIntegerField()
    text = models.TextField()
    span_start = models.PositiveIntegerField()
    span_end = models.PositiveIntegerField()
    name = models.CharField(max_length=300)
    roll_up = models.CharField(max_length=10, choices=RollUp.choices, default=RollUp.ALL)
    roll_up_groups = models.TextField(blank=True)
    what = models.TextField(blank=True)
    resources = models.TextField(blank=True)
    owner_post = models.ForeignKey(
        Post, on_delete=models.PROTECT, null=True, blank=True, related_name="objectives"
    )
    owner_official = models.ForeignKey(
        Official, on_delete=models.PROTECT, null=True, blank=True, related_name="objectives"
    )
    due_on = models.DateField(null=True, blank=True)
    evaluation = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["plan", "ordinal"], name="objectives_objective_ordinal")
        ]
        ordering = ["position"]

    def __str__(self) -> str:
        return f"{self.ordinal} {self.name}"


class IndicatorQuerySet(models.QuerySet["Indicator"]):
    """Indicators, and who may see them."""

    def seen_by(self, viewer: Viewer) -> IndicatorQuerySet:
        """Indicators of the viewer's units."""
        return self.filter(unit_id__in=viewer.unit_ids)


class Indicator(models.Model):
    """What is measured, for years on end; a target promises it for one year."""

    class Frequency(models.TextChoices):
        MONTHLY = "monthly", _("hằng tháng")
        QUARTERLY = "quarterly", _("hằng quý")
        PER_CROP = "per_crop", _("theo vụ")
        HALF_YEARLY = "half_yearly", _("sáu tháng")
        YEARLY = "yearly", _("cả năm")

    class Combine(models.TextChoices):
        SUM = "sum", _("cộng các kỳ")
        LAST = "last", _("lấy kỳ cuối")
        RATIO = "ratio", _("tổng tử số trên tổng mẫu số")
        EACH = "each", _("xét từng kỳ")

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="indicators")
    code = models.CharField(max_length=80)
    national_code = models.CharField(max_length=40, blank=True)
    name = models.CharField(max_length=300)
    definition = models.TextField(blank=True)
    measured_in = models.CharField(max_length=60, blank=True)
    direction = models.CharField(max_length=10)
    combine = models.CharField(max_length=10, choices=Combine.choices)
    cumulative = models.BooleanField(default=False)
    frequency = models.CharField(max_length=12, choices=Frequency.choices)
    measure_key = models.CharField(max_length=80, blank=True)
    measure_since = models.DateField(null=True, blank=True)
    """Since when a person has chosen this way of counting; None while it is the one proposed."""
    source = models.CharField(max_length=300, blank=True)
    shape = models.CharField(max_length=10)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)

    objects = IndicatorQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["unit", "code"], name="objectives_indicator_code")]

    def __str__(self) -> str:
        return self.name


class Target(models.Model):
    """The figure promised for one indicator by one plan. Never changed; a newer decision makes new ones."""

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    objective = models.ForeignKey(Objective, on_delete=models.PROTECT, related_name="targets")
    indicator = models.ForeignKey(
        Indicator, on_delete=models.PROTECT, null=True, blank=True, related_name="targets"
    )
    position = models.PositiveSmallIntegerField()
    label = models.CharField(max_length=20)
    text = models.TextField()
    quantity = models.CharField(max_length=10)
    comparator = models.CharField(max_length=10, blank=True)
    horizon = models.CharField(max_length=14)
    value = models.CharField(max_length=60, blank=True)
    low = models.CharField(max_length=60, blank=True)
    high = models.CharField(max_length=60, blank=True)
    n = models.PositiveIntegerField(null=True, blank=True)
    k = models.PositiveIntegerField(null=True, blank=True)
    unit = models.CharField(max_length=60, blank=True)
    direction = models.CharField(max_length=10)
    baseline_label = models.CharField(max_length=200, blank=True)
    baseline_value = models.CharField(max_length=60, blank=True)
    scope = models.CharField(max_length=300, blank=True)
    excludes = models.TextField(default="[]")
    conditions = models.TextField(default="[]")
    span_start = models.PositiveIntegerField(null=True, blank=True)
    span_end = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["objective", "position"], name="objectives_target_position")
        ]
        ordering = ["position"]

    def __str__(self) -> str:
        return f"{self.label} {self.text}"
