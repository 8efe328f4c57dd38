"""What was done with a petition, line by line. Append-only: an error is voided by a later line, never edited."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from chuan.offers.uids import new_uid
from chuan.people.models import Official
from chuan.petitions.models.cases import Petition


class PetitionEvent(models.Model):
    """One step. ``verb`` is a move of the kind's lifecycle, or one of ``petitions.steps.NOTES``.

    ``occurred_on`` is typed and never in the future; ``recorded_at`` is set by the server. ``days``: of a
    prolongation. ``document``: number and symbol of the signed paper it rests on, ``document_on`` its day;
    ``paper_uid``: that paper in the room of documents, where it is one. ``text`` tells of no denouncer.
    ``data``: what else belongs to the verb, as canonical JSON.
    """

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    petition = models.ForeignKey(Petition, on_delete=models.PROTECT, related_name="events", db_index=False)
    seq = models.PositiveIntegerField()
    verb = models.CharField(max_length=20)
    occurred_on = models.DateField()
    days = models.PositiveSmallIntegerField(default=0)
    document = models.CharField(max_length=160, blank=True)
    document_on = models.DateField(null=True, blank=True)
    paper_uid = models.UUIDField(null=True, blank=True)
    official = models.ForeignKey(
        Official, on_delete=models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )
    """Whom it names: who is given the case, who holds a dialogue."""
    text = models.TextField(blank=True)
    data = models.TextField(blank=True)
    voids = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="voided_by"
    )
    by = models.ForeignKey(
        Official, on_delete=models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["petition", "seq"], name="petitions_event_seq"),
            models.CheckConstraint(
                condition=Q(verb="void", voids__isnull=False) | ~Q(verb="void") & Q(voids__isnull=True),
                name="petitions_event_void",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.verb} {self.occurred_on}"
