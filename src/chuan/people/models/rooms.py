"""Which rooms of the house a unit uses: switched on or off from a day on, by whom, why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q

from chuan.offers.uids import new_uid
from chuan.people.models.officials import Official
from chuan.people.models.units import Unit

if TYPE_CHECKING:
    from chuan.people.viewer import Viewer


class RoomSwitchQuerySet(models.QuerySet["RoomSwitch"]):
    """Switches, and who may see them."""

    def seen_by(self, viewer: Viewer) -> RoomSwitchQuerySet:
        """Those of the viewer's units: which rooms a unit uses is no secret of anybody in it."""
        return self.filter(unit_id__in=viewer.unit_ids)


class RoomSwitch(models.Model):
    """A room switched on or off from a day on. Only added; of one room the latest day counts.

    ``kept_at``: where the unit keeps what the room would hold, and its evidence, while it is off. ``by`` is empty for
    what a house was founded with: nobody has chosen it yet.
    """

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="room_switches", db_index=False)
    room = models.CharField(max_length=30)
    on = models.BooleanField()
    since = models.DateField()
    reason = models.CharField(max_length=300, blank=True)
    kept_at = models.CharField(max_length=500, blank=True)
    by = models.ForeignKey(Official, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    recorded_at = models.DateTimeField()

    objects = RoomSwitchQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(on=True) | Q(by=None) | ~Q(reason=""), name="people_roomswitch_off_by_reason"
            )
        ]
        indexes = [models.Index(fields=["unit", "room"], name="people_roomswitch_unit")]

    def __str__(self) -> str:
        return f"{self.room} {'on' if self.on else 'off'} {self.since}"
