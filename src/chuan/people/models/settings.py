"""A unit's own choices, dated, each with the document that says so."""

from __future__ import annotations

from datetime import date

from django.db import models

from chuan.people.models.units import Unit


class UnitSettingQuerySet(models.QuerySet["UnitSetting"]):
    """Settings by day."""

    def value_on(self, unit: Unit, key: str, on: date) -> str | None:
        """The value in force on the day, or None."""
        rows = self.filter(unit=unit, key=key, valid_from__lte=on)
        found = rows.order_by("-valid_from", "-version").first()
        return found.value if found else None

    def standing(self, unit: Unit, *keys: str) -> list[UnitSetting]:
        """The unit's rows of these keys, by key and day; of two for the same day only the later version."""
        rows = self.filter(unit=unit, key__in=keys).order_by("key", "valid_from", "version")
        return list({(row.key, row.valid_from): row for row in rows}.values())


class UnitSetting(models.Model):
    """A unit's own choice, dated, with the document that says so. A later row takes over from its day.

    A choice for the same day that was written wrong is not edited: a row of the next version stands for it.
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="settings")
    key = models.CharField(max_length=80)
    value = models.TextField()
    valid_from = models.DateField()
    version = models.PositiveSmallIntegerField(default=1)
    citation = models.CharField(max_length=300)
    recorded_at = models.DateTimeField(auto_now_add=True)

    objects = UnitSettingQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "key", "valid_from", "version"], name="people_unitsetting_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.key} = {self.value}"
