"""Units with a life: what they are called, which code names them when, and which followed which."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from chuan.offers.uids import new_uid

if TYPE_CHECKING:
    from chuan.people.viewer import Viewer


def in_force(on: date) -> Q:
    """Rows whose half-open validity [valid_from, valid_to) holds the day."""
    return Q(valid_from__lte=on) & (Q(valid_to__isnull=True) | Q(valid_to__gt=on))


class UnitQuerySet(models.QuerySet["Unit"]):
    """Units, and who may see them."""

    def seen_by(self, viewer: Viewer) -> UnitQuerySet:
        """The viewer's own unit, its predecessors, and units given for oversight."""
        return self.filter(pk__in=viewer.unit_ids)

    def valid_on(self, on: date) -> UnitQuerySet:
        """Units that exist on the day."""
        return self.filter(in_force(on))


class Unit(models.Model):
    """A People's Committee. Never renamed in place: a merger makes a successor."""

    class Kind(models.TextChoices):
        PROVINCE = "province", _("Tỉnh, thành phố")
        WARD = "ward", _("Phường")
        COMMUNE = "commune", _("Xã")
        TOWNSHIP = "township", _("Thị trấn")
        SPECIAL_ZONE = "special_zone", _("Đặc khu")

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    kind = models.CharField(max_length=20, choices=Kind.choices)
    name = models.CharField(max_length=120)
    place = models.CharField(max_length=120, blank=True)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)
    parent = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="children"
    )
    example = models.BooleanField(default=False)
    room_days = models.JSONField(default=list, blank=True)
    """Rooms switched, in order: [key, first day, on]; made from ``RoomSwitch`` in its act, so that no page asks."""

    objects = UnitQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gt=F("valid_from")), name="people_unit_life"
            )
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def committee(self) -> str:
        """The agency's name as papers write it: "UBND phường Bắc Hồng"."""
        return f"UBND {self.get_kind_display().lower()} {self.name}"


class UnitCodeQuerySet(models.QuerySet["UnitCode"]):
    """Codes by day."""

    def named_on(self, scheme: str, code: str, on: date) -> Unit | None:
        """The unit that the code names on the day: without a date a code names nobody."""
        found = self.filter(in_force(on), scheme=scheme, code=code).select_related("unit").first()
        return found.unit if found else None


class UnitCode(models.Model):
    """A code that names a unit during a period. 18115 names two wards, apart only by date."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="codes")
    scheme = models.CharField(max_length=30)
    code = models.CharField(max_length=30)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)

    objects = UnitCodeQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["scheme", "code", "valid_from"], name="people_unitcode_once"),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gt=F("valid_from")),
                name="people_unitcode_life",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.scheme} {self.code}"


class Succession(models.Model):
    """Which unit followed which, from which day, by which act."""

    predecessor = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="successions")
    successor = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="inheritances")
    on = models.DateField()
    citation = models.CharField(max_length=300)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["predecessor", "successor"], name="people_succession_once"),
            models.CheckConstraint(condition=~Q(predecessor=F("successor")), name="people_succession_two"),
        ]

    def __str__(self) -> str:
        return f"{self.predecessor} → {self.successor}"


def family_ids(unit: Unit) -> frozenset[int]:
    """The unit and every predecessor: reads span them, writes go to the owner only."""
    known: set[int] = {unit.pk}
    frontier: Iterable[int] = [unit.pk]
    while frontier:
        found = set(
            Succession.objects.filter(successor_id__in=frontier).values_list("predecessor_id", flat=True)
        )
        frontier = found - known
        known |= found
    return frozenset(known)


def heir_of(unit: Unit) -> Unit:
    """The unit that answers today for what this one did: itself, or whoever it went into, however often.

    Asked anew each time, for a job may have read the unit before a merger. What the house writes by itself after one
    goes into this unit's chain: a closed chain gets no line.
    """
    links = Succession.objects.select_related("successor").order_by("-on", "-pk")
    while (link := links.filter(predecessor=unit).first()) is not None:
        unit = link.successor
    return unit
