"""What higher bodies received about the ward, and what they said of whole periods. Never who sent it.

Neither table holds a sender's name, address or telephone, of any kind of letter.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from chuan.offers.uids import new_uid
from chuan.people.models import Official, Unit
from chuan.petitions.models.cases import Petition
from chuan.rules.petitions import KIND_NAMES

if TYPE_CHECKING:
    from datetime import datetime

    from chuan.people.viewer import Viewer


class EscalationQuerySet(models.QuerySet["Escalation"]):
    """Versions of what came in above, and who may see them."""

    def seen_by(self, viewer: Viewer) -> EscalationQuerySet:
        """What the viewer may open: never one about himself (``petitions.escalated.sight``)."""
        from chuan.petitions.escalated.sight import visible_to

        return self.filter(visible_to(viewer))

    def latest_ones(self) -> EscalationQuerySet:
        """Of each the version that stands now, voided ones too."""
        return self.filter(until_at__isnull=True)

    def standing(self, as_of: datetime | None = None) -> EscalationQuerySet:
        """What stands now, or stood at the moment: neither voided nor taken out of its list."""
        if as_of is None:
            then = Q(until_at__isnull=True)
        else:
            then = Q(recorded_at__lte=as_of) & (Q(until_at__isnull=True) | Q(until_at__gt=as_of))
        return self.filter(then, voided=False, present=True)


class Escalation(models.Model):
    """One version of a letter, call, visit or press report about the ward that a higher body received.

    ``uid`` names the thing, ``seq`` its version; a change is a new version, and of the old one only ``until_at`` is
    set. ``received_on``: by the higher body; ``told_on``: when the ward was told. ``ward_code``: the ward's own file
    as the higher body's list names it. ``never_asked``: the ward looked, and nobody had asked it. ``said``: what the
    unit says of it with its reason, in place of what the days say; whether it went past the ward is never stored
    (``petitions.escalated.judging``), because the ward's own file goes on changing.
    """

    class Channel(models.TextChoices):
        LETTER = "letter", _("đơn, thư")
        CALL = "call", _("điện thoại")
        VISIT = "visit", _("đến tận nơi")
        PRESS = "press", _("báo chí nêu")

    class Said(models.TextChoices):
        BY_DAYS = "", _("xét theo ngày và hồ sơ của phường")
        PAST = "past", _("vượt cấp")
        LAWFUL = "lawful", _("đúng trình tự, không phải vượt cấp")
        NOT_OURS = "other", _("không phải việc của phường")

    uid = models.UUIDField(default=new_uid, editable=False)
    seq = models.PositiveIntegerField(default=1)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="escalations", db_index=False)
    code = models.CharField(max_length=40)
    outside_code = models.CharField(max_length=160, blank=True)
    source = models.CharField(max_length=120, blank=True)
    received_on = models.DateField()
    told_on = models.DateField(null=True, blank=True)
    body = models.CharField(max_length=160)
    paper = models.CharField(max_length=160, blank=True)
    paper_on = models.DateField(null=True, blank=True)
    kind = models.CharField(max_length=12, choices=[(one.value, name) for one, name in KIND_NAMES.items()])
    channel = models.CharField(max_length=8, choices=Channel.choices, default=Channel.LETTER)
    about = models.CharField(max_length=200, blank=True)
    petition = models.ForeignKey(
        Petition, on_delete=models.PROTECT, null=True, blank=True, related_name="escalations"
    )
    ward_code = models.CharField(max_length=160, blank=True)
    never_asked = models.BooleanField(default=False)
    said = models.CharField(max_length=8, choices=Said.choices, blank=True)
    why_said = models.CharField(max_length=300, blank=True)
    present = models.BooleanField(default=True)
    voided = models.BooleanField(default=False)
    why = models.CharField(max_length=12)
    reason = models.CharField(max_length=300, blank=True)
    import_uid = models.UUIDField(null=True, blank=True)
    by = models.ForeignKey(
        Official, on_delete=models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )
    recorded_at = models.DateTimeField()
    until_at = models.DateTimeField(null=True, blank=True)

    objects = EscalationQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["uid", "seq"], name="petitions_escalation_seq"),
            models.UniqueConstraint(
                fields=["uid"], name="petitions_escalation_latest", condition=Q(until_at__isnull=True)
            ),
            models.UniqueConstraint(
                fields=["unit", "source", "outside_code"],
                name="petitions_escalation_outside",
                condition=Q(until_at__isnull=True) & ~Q(outside_code=""),
            ),
            models.CheckConstraint(
                condition=Q(petition__isnull=True) | Q(never_asked=False), name="petitions_escalation_asked"
            ),
        ]
        indexes = [models.Index(fields=["unit", "received_on", "uid"], name="petitions_escalation_day")]

    def __str__(self) -> str:
        return f"{self.code}#{self.seq}"


class EscalationConcerned(models.Model):
    """An official whom it is about: he does not see it. ``thing``: the uid of all its versions."""

    thing = models.UUIDField()
    official = models.ForeignKey(Official, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["thing", "official"], name="petitions_escalation_concerned")
        ]

    def __str__(self) -> str:
        return f"{self.thing} about {self.official_id}"


class EscalationCoverQuerySet(models.QuerySet["EscalationCover"]):
    """Statements of higher bodies, and who may see them."""

    def seen_by(self, viewer: Viewer) -> EscalationCoverQuerySet:
        """Statements about the viewer's units: a number and a paper."""
        return self.filter(unit_id__in=viewer.unit_ids)

    def standing(self, as_of: datetime | None = None) -> EscalationCoverQuerySet:
        """Statements that stand, or stood at the moment."""
        if as_of is None:
            return self.filter(voided_at__isnull=True)
        there = Q(recorded_at__lte=as_of) & (Q(voided_at__isnull=True) | Q(voided_at__gt=as_of))
        return self.filter(there)


class EscalationCover(models.Model):
    """A higher body said in a paper how many letters and calls about the ward it received in a period; 0 is an answer.

    ``first`` to ``last``, both included. A statement entered by mistake is voided with its reason.
    """

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="escalation_covers", db_index=False)
    body = models.CharField(max_length=160)
    paper = models.CharField(max_length=160)
    paper_on = models.DateField()
    first = models.DateField()
    last = models.DateField()
    count = models.PositiveIntegerField()
    by = models.ForeignKey(
        Official, on_delete=models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )
    recorded_at = models.DateTimeField()
    voided_at = models.DateTimeField(null=True, blank=True)
    void_reason = models.CharField(max_length=300, blank=True)

    objects = EscalationCoverQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(last__gte=F("first")), name="petitions_escalation_cover_days")
        ]
        indexes = [models.Index(fields=["unit", "first"], name="petitions_escalation_cover")]

    def __str__(self) -> str:
        return f"{self.paper} {self.first} {self.last}"
