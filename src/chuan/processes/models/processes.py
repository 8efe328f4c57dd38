"""Processes of the management system, and the posts whose hands do them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from chuan.offers.uids import new_uid
from chuan.people.models import Post, Unit
from chuan.people.models.units import in_force

if TYPE_CHECKING:
    from chuan.people.viewer import Viewer


class ProcessQuerySet(models.QuerySet["Process"]):
    """Processes, and who may see them."""

    def seen_by(self, viewer: Viewer) -> ProcessQuerySet:
        """Processes of the viewer's units."""
        return self.filter(owner_unit_id__in=viewer.unit_ids)

    def on(self, day: date) -> ProcessQuerySet:
        """Those that stand on the day."""
        return self.filter(in_force(day))


class Process(models.Model):
    """One process of a unit: what it is for, what it takes and gives (TCVN ISO 9001:2015, 4.4.1).

    A process is ended, never deleted: findings and risks of other years point to it. ``clauses`` and ``measures`` are
    numbers of clauses and keys of measures, parted by spaces; ``document_uid`` names the controlled document that
    describes it, by uid, for documents stand above this room.
    """

    class Kind(models.TextChoices):
        LEAD = "lead", _("quản lý, chỉ đạo")
        SERVE = "serve", _("phục vụ người dân, tổ chức")
        SUPPORT = "support", _("hỗ trợ")

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    owner_unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", db_index=False)
    code = models.CharField(max_length=40)
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=10, choices=Kind.choices)
    position = models.PositiveSmallIntegerField(default=0)
    purpose = models.CharField(max_length=500, blank=True)
    takes = models.CharField(max_length=500, blank=True)
    gives = models.CharField(max_length=500, blank=True)
    outside = models.CharField(max_length=300, blank=True)
    """Who outside the unit does part of it (TCVN ISO 9001:2015, 8.4); "" where nobody does."""
    clauses = models.CharField(max_length=300, blank=True)
    measures = models.CharField(max_length=500, blank=True)
    document_uid = models.UUIDField(null=True, blank=True)
    citation = models.CharField(max_length=300, blank=True)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)
    recorded_at = models.DateTimeField()

    objects = ProcessQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["owner_unit", "code"],
                condition=Q(valid_to__isnull=True),
                name="processes_process_code",
            ),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gt=F("valid_from")),
                name="processes_process_life",
            ),
        ]
        indexes = [models.Index(fields=["owner_unit", "position"], name="processes_process_order")]

    def __str__(self) -> str:
        return f"{self.code} {self.name}"


class HandQuerySet(models.QuerySet["Hand"]):
    """Hands by day."""

    def on(self, day: date) -> HandQuerySet:
        """Those that stand on the day."""
        return self.filter(in_force(day))

    def within(self, first: date, after: date) -> HandQuerySet:
        """Those that stood on some day from ``first`` on and before ``after``."""
        return self.filter(Q(valid_to__isnull=True) | Q(valid_to__gt=first), valid_from__lt=after)


class Hand(models.Model):
    """A post that answers for a process, or does part of it, from a day on."""

    class Part(models.TextChoices):
        OWNER = "owner", _("chịu trách nhiệm")
        DOER = "doer", _("thực hiện")

    process = models.ForeignKey(Process, on_delete=models.PROTECT, related_name="hands")
    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    part = models.CharField(max_length=6, choices=Part.choices)
    citation = models.CharField(max_length=300, blank=True)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)

    objects = HandQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["process"],
                condition=Q(part="owner", valid_to__isnull=True),
                name="processes_hand_one_owner",
            ),
            models.UniqueConstraint(
                fields=["process", "post", "part"],
                condition=Q(valid_to__isnull=True),
                name="processes_hand_once",
            ),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gt=F("valid_from")),
                name="processes_hand_life",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.process} · {self.post} · {self.get_part_display()}"
