"""Reception of citizens: the Chairman's days, and the register of who came with what.

A row never says who denounces: no name, no address, no paper of identity of one who comes to denounce. Of others
they stand here, or with the petition their coming became, for the register alone.
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
    from chuan.people.viewer import Viewer


class ReceptionDayQuerySet(models.QuerySet["ReceptionDay"]):
    """Days of reception, and who may see them."""

    def seen_by(self, viewer: Viewer) -> ReceptionDayQuerySet:
        """The days of the viewer's units: they are published."""
        return self.filter(unit_id__in=viewer.unit_ids)

    def standing(self) -> ReceptionDayQuerySet:
        """Days that were not called off."""
        return self.exclude(state=ReceptionDay.State.CANCELLED)


class ReceptionDay(models.Model):
    """One sitting of the Chairman's reception: when, where, who receives (Luật Tiếp công dân, Điều 15).

    ``state``: planned, held (somebody said who received in fact), called off. ``tested_on``: the day on which the
    line of an online sitting was tried. What was planned before stands in `ReceptionChange`.
    """

    class State(models.TextChoices):
        PLANNED = "planned", _("đã xếp lịch")
        HELD = "held", _("đã tiếp")
        CANCELLED = "cancelled", _("đã hoãn")

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="reception_days", db_index=False)
    day = models.DateField()
    starts = models.TimeField()
    ends = models.TimeField()
    place = models.CharField(max_length=200)
    online = models.BooleanField(default=False)
    receiver = models.ForeignKey(Official, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=State.choices, default=State.PLANNED)
    tested_on = models.DateField(null=True, blank=True)
    recorded_at = models.DateTimeField()

    objects = ReceptionDayQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "day", "starts"],
                name="petitions_reception_day_once",
                condition=~Q(state="cancelled"),
            ),
            models.CheckConstraint(condition=Q(ends__gt=F("starts")), name="petitions_reception_day_hours"),
        ]
        indexes = [models.Index(fields=["unit", "day"], name="petitions_reception_day")]

    def __str__(self) -> str:
        return f"{self.day} {self.starts}"


class ReceptionChange(models.Model):
    """What was done with a day of reception. Append-only. ``before``, ``after``: the day in words."""

    reception_day = models.ForeignKey(
        ReceptionDay, on_delete=models.PROTECT, related_name="changes", db_index=False
    )
    seq = models.PositiveIntegerField()
    verb = models.CharField(max_length=10)
    before = models.CharField(max_length=400, blank=True)
    after = models.CharField(max_length=400, blank=True)
    reason = models.CharField(max_length=500, blank=True)
    by = models.ForeignKey(
        Official, on_delete=models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["reception_day", "seq"], name="petitions_reception_change_seq")
        ]

    def __str__(self) -> str:
        return f"{self.reception_day_id}#{self.seq} {self.verb}"


class ReceptionEntryQuerySet(models.QuerySet["ReceptionEntry"]):
    """Rows of the register, and who may see them."""

    def seen_by(self, viewer: Viewer) -> ReceptionEntryQuerySet:
        """Rows the viewer may see: never one about himself (``petitions.reception.sight``)."""
        from chuan.petitions.reception.sight import visible_to

        return self.filter(visible_to(viewer))

    def standing(self) -> ReceptionEntryQuerySet:
        """Rows that were not written by mistake."""
        return self.filter(voided_at__isnull=True)


class ReceptionEntry(models.Model):
    """One coming of a citizen, or of several for one matter: a row of the register (Mẫu 03/TCD).

    ``outcome``: taken (it became ``petition``), guided at once, refused. ``papers``: what was shown or left; never
    of a denouncer. ``entered_on``: when it was entered in the system of record too, where no petition tells.
    A row is voided with its reason, never taken away: its number stays.
    """

    class Outcome(models.TextChoices):
        TAKEN = "taken", _("nhận nội dung, thành đơn phải giải quyết")
        GUIDED = "guided", _("hướng dẫn, giải thích ngay tại buổi tiếp")
        REFUSED = "refused", _("từ chối tiếp")

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="reception_entries", db_index=False)
    year = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField()
    day = models.DateField()
    sitting = models.ForeignKey(
        ReceptionDay, on_delete=models.PROTECT, null=True, blank=True, related_name="entries"
    )
    receiver = models.ForeignKey(Official, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=12, choices=[(one.value, name) for one, name in KIND_NAMES.items()])
    people = models.PositiveIntegerField(default=1)
    outcome = models.CharField(max_length=8, choices=Outcome.choices)
    petition = models.ForeignKey(
        Petition, on_delete=models.PROTECT, null=True, blank=True, related_name="reception_entries"
    )
    papers = models.CharField(max_length=300, blank=True)
    content = models.TextField(blank=True)
    solved_by = models.CharField(max_length=300, blank=True)
    competent = models.BooleanField(null=True, blank=True)
    guidance = models.TextField(blank=True)
    note = models.CharField(max_length=300, blank=True)
    entered_on = models.DateField(null=True, blank=True)
    by = models.ForeignKey(
        Official, on_delete=models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )
    recorded_at = models.DateTimeField()
    voided_at = models.DateTimeField(null=True, blank=True)
    void_reason = models.CharField(max_length=300, blank=True)

    objects = ReceptionEntryQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "year", "number"], name="petitions_reception_entry_number"
            ),
            models.CheckConstraint(
                condition=Q(outcome="taken", petition__isnull=False)
                | ~Q(outcome="taken") & Q(petition__isnull=True),
                name="petitions_reception_entry_taken",
            ),
        ]
        indexes = [models.Index(fields=["unit", "day", "number"], name="petitions_reception_entry_day")]

    def __str__(self) -> str:
        return f"{self.number} {self.day}"


class Visitor(models.Model):
    """Who came, of a row without a petition and that is no denunciation; of the others `Sender` tells, if anything."""

    entry = models.ForeignKey(ReceptionEntry, on_delete=models.CASCADE, related_name="visitors")
    name = models.CharField(max_length=160)
    address = models.CharField(max_length=300, blank=True)
    representative = models.BooleanField(default=False)
    recorded_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"visitor of {self.entry_id}"


class EntryConcerned(models.Model):
    """An official whom a row without a petition is about: he does not see it."""

    entry = models.ForeignKey(ReceptionEntry, on_delete=models.CASCADE, related_name="concerned")
    official = models.ForeignKey(Official, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["entry", "official"], name="petitions_entry_concerned_once")
        ]

    def __str__(self) -> str:
        return f"{self.entry_id} about {self.official_id}"
