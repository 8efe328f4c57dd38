"""An office's own calendar: years confirmed by naming the notice, days that differ, office hours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from chuan.offers.uids import new_uid
from chuan.people.models import Official, Unit
from chuan.rules.working_time import DayKind

if TYPE_CHECKING:
    from chuan.people.viewer import Viewer


class CalendarYearQuerySet(models.QuerySet["CalendarYear"]):
    """Confirmed years, and who may see them."""

    def seen_by(self, viewer: Viewer) -> CalendarYearQuerySet:
        """Years of the viewer's units."""
        return self.filter(unit_id__in=viewer.unit_ids)


class CalendarYear(models.Model):
    """That the office confirmed a year's calendar, naming the notice it received. A later one takes over.

    ``proposal`` is the digest of what was proposed for the year then: where the proposal has changed since,
    the confirmation no longer holds and the office looks again.
    """

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="calendar_years")
    year = models.PositiveSmallIntegerField()
    version = models.PositiveSmallIntegerField(default=1)
    citation = models.CharField(max_length=300)
    proposal = models.CharField(max_length=64, blank=True)
    confirmed_by = models.ForeignKey(
        Official, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    recorded_at = models.DateTimeField()

    objects = CalendarYearQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["unit", "year", "version"], name="clocks_calendaryear_version"),
            models.CheckConstraint(condition=~Q(citation=""), name="clocks_calendaryear_cited"),
        ]

    def __str__(self) -> str:
        return f"{self.unit_id} {self.year} v{self.version}"


class CalendarDayQuerySet(models.QuerySet["CalendarDay"]):
    """Days that differ, and who may see them."""

    def seen_by(self, viewer: Viewer) -> CalendarDayQuerySet:
        """Days of the viewer's units."""
        return self.filter(unit_id__in=viewer.unit_ids)


class CalendarDay(models.Model):
    """One day of an office that is not what its weekday (or the proposal) says. A later row takes over.

    ``spans``: office hours as "07:30-11:30,13:00-17:00"; "" means the usual ones on a day that counts and none
    on a day that does not (hours there: the counter is open, the day is not counted). ``known_since``: the
    day of the notice, so that what was promised before it can still be explained.
    """

    class Kind(models.TextChoices):
        HOLIDAY = DayKind.HOLIDAY.value, _("nghỉ lễ, tết")
        IN_LIEU = DayKind.IN_LIEU.value, _("nghỉ bù")
        OFF = DayKind.OFF.value, _("nghỉ khác")
        ON = DayKind.ON.value, _("làm việc")
        HALF = DayKind.HALF.value, _("làm việc nửa ngày")
        COUNTER = DayKind.COUNTER.value, _("mở quầy, không tính ngày làm việc")
        SWAPPED_OFF = DayKind.SWAPPED_OFF.value, _("nghỉ hoán đổi")
        SWAPPED_ON = DayKind.SWAPPED_ON.value, _("làm bù")

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="calendar_days")
    day = models.DateField()
    version = models.PositiveSmallIntegerField(default=1)
    kind = models.CharField(max_length=12, choices=Kind.choices)
    counts = models.BooleanField()
    spans = models.CharField(max_length=120, blank=True)
    why = models.CharField(max_length=200)
    citation = models.CharField(max_length=300)
    known_since = models.DateField(null=True, blank=True)
    confirmed_by = models.ForeignKey(
        Official, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    recorded_at = models.DateTimeField()

    objects = CalendarDayQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["unit", "day", "version"], name="clocks_calendarday_version"),
            models.CheckConstraint(condition=~Q(citation=""), name="clocks_calendarday_cited"),
        ]

    def __str__(self) -> str:
        return f"{self.day} {'làm việc' if self.counts else 'nghỉ'}"
