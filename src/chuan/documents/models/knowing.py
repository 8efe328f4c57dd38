"""Nắm vững: who must know which version of what, and who said so, for ever."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models

from chuan.documents.models.documents import Document
from chuan.offers.uids import new_uid
from chuan.people.models import Official, Unit

if TYPE_CHECKING:
    from chuan.people.viewer import Viewer


class DisseminationQuerySet(models.QuerySet["Dissemination"]):
    """What is to be known, and who may see it."""

    def seen_by(self, viewer: Viewer) -> DisseminationQuerySet:
        """Disseminations of the viewer's units; to a guest those of papers that he may see."""
        rows = self.filter(unit_id__in=viewer.unit_ids)
        if viewer.guest:
            seen = Document.objects.seen_by(viewer).values("uid")
            return rows.filter(~models.Q(subject_kind="document") | models.Q(subject_uid__in=seen))
        return rows


class Dissemination(models.Model):
    """One version of a document (or revision) put before named officials, who are to confirm that they know it.

    ``version_digest`` is the SHA-256 of the very bytes or text shown; another version is another row.
    """

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="disseminations")
    subject_kind = models.CharField(max_length=40)
    subject_uid = models.UUIDField()
    title = models.CharField(max_length=400)
    version_digest = models.CharField(max_length=64)
    started_on = models.DateField()
    due_on = models.DateField(null=True, blank=True)
    by = models.ForeignKey(Official, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    recorded_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    reason = models.TextField(blank=True)
    """Why nobody has to confirm it any more (a newer version, withdrawn)."""

    objects = DisseminationQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["subject_kind", "subject_uid", "version_digest"], name="documents_dissemination_once"
            )
        ]
        indexes = [models.Index(fields=["unit", "-started_on"], name="documents_dissem_recent")]

    def __str__(self) -> str:
        return self.title


class MustKnowQuerySet(models.QuerySet["MustKnow"]):
    """Who must know what, and who may see it."""

    def seen_by(self, viewer: Viewer) -> MustKnowQuerySet:
        """Of the viewer's units."""
        return self.filter(dissemination__unit_id__in=viewer.unit_ids)

    def waiting(self) -> MustKnowQuerySet:
        """Of what still has to be confirmed, those who have not."""
        unconfirmed = ~models.Exists(
            Acknowledgement.objects.filter(must_know=models.OuterRef("pk"), verb=Acknowledgement.CONFIRMED)
        )
        return self.filter(unconfirmed, released_at=None, dissemination__ended_at=None)


class MustKnow(models.Model):
    """One official who is to confirm one dissemination."""

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    dissemination = models.ForeignKey(Dissemination, on_delete=models.PROTECT, related_name="people")
    official = models.ForeignKey(Official, on_delete=models.PROTECT, related_name="must_know")
    recorded_at = models.DateTimeField()
    released_at = models.DateTimeField(null=True, blank=True)
    released_reason = models.CharField(max_length=300, blank=True)
    reminded_on = models.DateField(null=True, blank=True)
    reminders = models.PositiveSmallIntegerField(default=0)

    objects = MustKnowQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["dissemination", "official"], name="documents_mustknow_once")
        ]

    def __str__(self) -> str:
        return f"{self.official_id} {self.dissemination_id}"


class Acknowledgement(models.Model):
    """An official opened or confirmed a version: what was shown, when, for how long. Append-only, kept for ever."""

    OPENED, CONFIRMED = "opened", "confirmed"

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    must_know = models.ForeignKey(MustKnow, on_delete=models.PROTECT, related_name="said")
    verb = models.CharField(max_length=12)
    """opened | confirmed."""
    version_digest = models.CharField(max_length=64)
    shown_at = models.DateTimeField(null=True, blank=True)
    seconds = models.PositiveIntegerField(null=True, blank=True)
    recorded_at = models.DateTimeField()
    recorded_on = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["must_know", "verb"], name="documents_acknowledgement_once")
        ]

    def __str__(self) -> str:
        return f"{self.must_know_id} {self.verb}"
