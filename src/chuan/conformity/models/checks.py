"""A self-check of the whole system that was kept, with everything it found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.utils.translation import gettext_lazy as _

from chuan.offers.uids import new_uid
from chuan.people.models import Official, Unit

if TYPE_CHECKING:
    from chuan.people.viewer import Viewer


class CheckRunQuerySet(models.QuerySet["CheckRun"]):
    """Kept self-checks, and who may see them."""

    def seen_by(self, viewer: Viewer) -> CheckRunQuerySet:
        """Those of the viewer's units, for who leads, keeps and audits the system; nobody else."""
        from chuan.conformity.permissions import may_read_checks

        return self.filter(unit_id__in=viewer.unit_ids) if may_read_checks(viewer) else self.none()


class CheckRun(models.Model):
    """All rules asked for one unit and day. Only added.

    ``digest``: SHA-256 of everything found, in canonical JSON. ``rules``: how many were asked. ``by``: who kept it;
    nobody where it ran by itself at night. ``same_as``: the earlier run whose lines this one found again, word by word.
    """

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", db_index=False)
    on = models.DateField()
    rules = models.PositiveSmallIntegerField()
    breaches = models.PositiveIntegerField()
    warnings = models.PositiveIntegerField()
    hints = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    by = models.ForeignKey(Official, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    same_as = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )
    recorded_at = models.DateTimeField()

    objects = CheckRunQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["unit", "on"], name="conformity_run_day")]

    def __str__(self) -> str:
        return f"{self.unit_id} {self.on}"

    @property
    def lines(self) -> models.QuerySet[CheckFound]:
        """What it found, in order; where it is the same as an earlier run's, the lines kept there. One statement."""
        return CheckFound.objects.filter(run_id=self.same_as_id or self.pk).order_by("ordinal")


class CheckFound(models.Model):
    """One gap of a kept self-check, as it was said. Only added."""

    class Severity(models.TextChoices):
        BREACH = "breach", _("trái quy định")
        WARNING = "warning", _("cần xử lý")
        HINT = "hint", _("nên xem")

    run = models.ForeignKey(CheckRun, on_delete=models.PROTECT, related_name="found", db_index=False)
    ordinal = models.PositiveIntegerField()
    key = models.CharField(max_length=80)
    clause = models.CharField(max_length=10, blank=True)
    severity = models.CharField(max_length=8, choices=Severity.choices)
    title = models.CharField(max_length=300)
    source = models.CharField(max_length=300, blank=True)
    sentence = models.TextField()
    address = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["run", "ordinal"], name="conformity_found_ordinal")]

    def __str__(self) -> str:
        return f"{self.key}: {self.sentence[:60]}"
