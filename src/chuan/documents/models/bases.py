"""When an outside act ends: what stood on it, and what was done about each within the time the law gives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from chuan.documents.models.documents import Document
from chuan.offers.uids import new_uid
from chuan.people.models import Official, Unit

if TYPE_CHECKING:
    from chuan.people.viewer import Viewer


class BasisUpdateQuerySet(models.QuerySet["BasisUpdate"]):
    """Duties to update, and who may see them."""

    def seen_by(self, viewer: Viewer) -> BasisUpdateQuerySet:
        """Duties of the viewer's units."""
        return self.filter(unit_id__in=viewer.unit_ids)


class BasisUpdate(models.Model):
    """The duty to bring the unit's documents into line after an act ended (QĐ 19/2014/QĐ-TTg art 4.4a)."""

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="basis_updates")
    act = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="basis_updates")
    ended_on = models.DateField()
    """The first day the act no longer stands."""
    due_on = models.DateField()
    law = models.CharField(max_length=200)
    """The act and article that give the time, and how sure that is, as they stood when the duty was opened."""
    opened_at = models.DateTimeField()
    closed_on = models.DateField(null=True, blank=True)
    closed_by = models.ForeignKey(Official, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    reason = models.TextField(blank=True)
    """Why the duty fell away, where the end of the act was entered wrongly."""

    objects = BasisUpdateQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["act"], condition=Q(closed_on__isnull=True), name="documents_basisupdate_one_open"
            )
        ]

    def __str__(self) -> str:
        return f"{self.act} {self.ended_on}"


class StandsOn(models.Model):
    """One document that stood on the act, and what was done about it."""

    class Outcome(models.TextChoices):
        OPEN = "open", _("chưa xong")
        REPLACED = "replaced", _("đã có văn bản thay")
        WAIVED = "waived", _("không cần sửa")

    update = models.ForeignKey(BasisUpdate, on_delete=models.PROTECT, related_name="dependents")
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="+")
    outcome = models.CharField(max_length=10, choices=Outcome.choices, default=Outcome.OPEN)
    replacement = models.ForeignKey(
        Document, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    reason = models.TextField(blank=True)
    settled_on = models.DateField(null=True, blank=True)
    settled_by = models.ForeignKey(
        Official, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["update", "document"], name="documents_standson_once"),
            models.CheckConstraint(
                condition=~Q(outcome="replaced") | Q(replacement__isnull=False),
                name="documents_standson_replaced_by",
            ),
            models.CheckConstraint(
                condition=~Q(outcome="waived") | ~Q(reason=""), name="documents_standson_waived_has_reason"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.document_id} on {self.update_id}"
