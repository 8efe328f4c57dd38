"""Who handles an incoming document: chủ trì, phối hợp, until when (NĐ 30/2020 art 23.2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from chuan.documents.models.documents import Document
from chuan.offers.uids import new_uid
from chuan.people.models import Official, Post

if TYPE_CHECKING:
    from chuan.people.viewer import Viewer


class AssignmentQuerySet(models.QuerySet["Assignment"]):
    """Assignments, and who may see them."""

    def seen_by(self, viewer: Viewer) -> AssignmentQuerySet:
        """Assignments of documents of the viewer's units."""
        return self.filter(document__owner_unit_id__in=viewer.unit_ids)

    def standing(self) -> AssignmentQuerySet:
        """Assignments that no later one took the place of."""
        return self.filter(ended_at__isnull=True)


class Assignment(models.Model):
    """One person's or post's part in handling an incoming document."""

    class Part(models.TextChoices):
        LEAD = "lead", _("chủ trì")
        COOPERATE = "cooperate", _("phối hợp")
        KNOW = "know", _("để biết")

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="assignments")
    part = models.CharField(max_length=10, choices=Part.choices)
    official = models.ForeignKey(
        Official, on_delete=models.PROTECT, null=True, blank=True, related_name="document_assignments"
    )
    post = models.ForeignKey(
        Post, on_delete=models.PROTECT, null=True, blank=True, related_name="document_assignments"
    )
    due_on = models.DateField(null=True, blank=True)
    instruction = models.TextField(blank=True)
    given_by = models.ForeignKey(Official, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    given_at = models.DateTimeField()
    given_on = models.DateField()
    seen_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = AssignmentQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["document"],
                condition=Q(part="lead", ended_at__isnull=True),
                name="documents_assignment_one_lead",
            ),
            models.CheckConstraint(
                condition=Q(official__isnull=False) | Q(post__isnull=False),
                name="documents_assignment_somebody",
            ),
        ]
        indexes = [models.Index(fields=["official", "ended_at"], name="documents_assignment_mine")]

    def __str__(self) -> str:
        return f"{self.document_id} {self.part}"
