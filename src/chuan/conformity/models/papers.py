"""Duties said to be done, the head's confirmation that the system works, the unit's own declaration."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q

from chuan.conformity.models.checks import CheckRun
from chuan.offers.uids import new_uid
from chuan.people.models import Official, Unit

if TYPE_CHECKING:
    from chuan.people.viewer import Viewer


class DutyDoneQuerySet(models.QuerySet["DutyDone"]):
    """What was said of duties, and who may see it."""

    def seen_by(self, viewer: Viewer) -> DutyDoneQuerySet:
        """Those of the viewer's units: what a unit owes the province is no secret of anybody in it."""
        return self.filter(unit_id__in=viewer.unit_ids)


class DutyDone(models.Model):
    """A duty of a year said to be done, with the paper that shows it. Only added; ``taken_back`` undoes the earlier."""

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", db_index=False)
    year = models.PositiveSmallIntegerField()
    duty = models.CharField(max_length=30)
    done_on = models.DateField()
    citation = models.CharField(max_length=300)
    note = models.CharField(max_length=500, blank=True)
    taken_back = models.BooleanField(default=False)
    by = models.ForeignKey(Official, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    recorded_at = models.DateTimeField()

    objects = DutyDoneQuerySet.as_manager()

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(citation=""), name="conformity_dutydone_paper")]
        indexes = [models.Index(fields=["unit", "year"], name="conformity_duty_year")]

    def __str__(self) -> str:
        return f"{self.duty} {self.year}"


class ConfirmationQuerySet(models.QuerySet["Confirmation"]):
    """Confirmations, and who may see them."""

    def seen_by(self, viewer: Viewer) -> ConfirmationQuerySet:
        """Those of the viewer's units: they are posted."""
        return self.filter(unit_id__in=viewer.unit_ids)


class Confirmation(models.Model):
    """The head confirms that the system works (19/2014/QĐ-TTg, Điều 4). Only added.

    ``run``: the kept self-check he had before him. ``scope``, ``edition``: what the system covers, by which standard.
    ``citation``: the paper, where it was confirmed on paper on an earlier day. ``digest``: of the above.
    """

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", db_index=False)
    confirmed_on = models.DateField()
    edition = models.CharField(max_length=60)
    scope = models.TextField()
    words = models.TextField(blank=True)
    citation = models.CharField(max_length=300, blank=True)
    run = models.ForeignKey(CheckRun, on_delete=models.PROTECT, related_name="+", db_index=False)
    digest = models.CharField(max_length=64)
    by = models.ForeignKey(Official, on_delete=models.PROTECT, related_name="+", db_index=False)
    recorded_at = models.DateTimeField()

    objects = ConfirmationQuerySet.as_manager()

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(scope=""), name="conformity_confirmation_scope")]
        indexes = [models.Index(fields=["unit", "confirmed_on"], name="conformity_confirmed")]

    def __str__(self) -> str:
        return f"{self.unit_id} {self.confirmed_on}"


class DeclarationQuerySet(models.QuerySet["Declaration"]):
    """Declarations, and who may see them."""

    def seen_by(self, viewer: Viewer) -> DeclarationQuerySet:
        """Those of the viewer's units: they are posted."""
        return self.filter(unit_id__in=viewer.unit_ids)


class Declaration(models.Model):
    """The draft of the unit's own declaration, begun from a confirmation; it is signed and numbered in ``documents``.

    ``draft_uid``: that draft. Only added. Never a certificate: an agency declares by itself (Điều 4).
    """

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", db_index=False)
    confirmation = models.ForeignKey(
        Confirmation, on_delete=models.PROTECT, related_name="declarations", db_index=False
    )
    draft_uid = models.UUIDField()
    by = models.ForeignKey(Official, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    recorded_at = models.DateTimeField()

    objects = DeclarationQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["unit", "recorded_at"], name="conformity_declared")]

    def __str__(self) -> str:
        return f"{self.unit_id} {self.draft_uid}"
