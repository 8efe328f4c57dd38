"""An office's own calendar: years confirmed by naming the notice, days that differ, office hours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q

from chuan.offers.uids import new_uid
from chuan.people.models import Official, Unit

if TYPE_CHECKING:
    from chuan.people.viewer import Viewer


class CalendarYearQuerySet(models.QuerySet["CalendarYear"]):
    """Confirmed years, and who may see them."""

    def seen_by(self, viewer: Viewer) -> CalendarYearQuerySet:
        """Years of the viewer's units."""
        return self.filter(unit_id__in=viewer.unit_ids)


class CalendarYear(models.Model):
    """That the office confirmed a year's calendar, naming the notice it received. A later one takes over."""

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="calendar_years")
    year = models.PositiveSmallIntegerField()
    version = models.PositiveSmallIntegerField(default=1)
    citation = models.CharField(max_length=300)
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

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="calendar_days")
    day = models.DateField()
    version = models.PositiveSmallIntegerField(default=1)
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
