"""What was done with a petition, line by line. Append-only: an error is voided by a later line, never edited.

The words of a line stand in a row beside it, as the details of the trail do: a name that should not have been typed
can be blanked while day, verb, paper and order of the line stay as they are.
"""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from chuan.offers.uids import new_uid
from chuan.people.models import Official
from chuan.petitions.models.cases import Petition


class PetitionEventManager(models.Manager["PetitionEvent"]):
    """Lines with their words, in one statement."""

    def get_queryset(self) -> models.QuerySet[PetitionEvent]:
        """Every line, its words joined."""
        return super().get_queryset().select_related("words")


class PetitionEvent(models.Model):
    """One step. ``verb`` is a move of the kind's lifecycle, or one of ``petitions.steps.NOTES``.

    ``occurred_on`` is typed and never in the future; ``recorded_at`` is set by the server. ``days``: of a
    prolongation. ``document``: number and symbol of the signed paper it rests on, ``document_on`` its day;
    ``paper_uid``: that paper in the room of documents, where it is one. ``text`` (in ``EventWords``) tells of no
    denouncer. ``data``: what else belongs to the verb, as canonical JSON: codes and numbers, no sentences.
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
    data = models.TextField(blank=True)
    voids = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="voided_by"
    )
    by = models.ForeignKey(
        Official, on_delete=models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )
    recorded_at = models.DateTimeField()

    objects = PetitionEventManager()

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

    @property
    def text(self) -> str:
        """The words of the line; "" where it has none or they were blanked."""
        try:
            return self.words.text
        except EventWords.DoesNotExist:
            return ""


class EventWords(models.Model):
    """The words of one line. Written with it, never edited; blanked (``purged_at``) when they told of a denouncer."""

    event = models.OneToOneField(PetitionEvent, on_delete=models.PROTECT, related_name="words")
    text = models.TextField(blank=True)
    purged_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"words of line {self.event_id}"
