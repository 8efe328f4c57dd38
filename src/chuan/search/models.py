"""What may be found, as it is shown; the words it is found by stand in a table beside it (``search.indexes``)."""

from __future__ import annotations

from datetime import date

from django.db import models

LATEST = date.max.toordinal() + 1
"""Where undated things stand: before every dated one, for they hold now."""

_KEYS = 1 << 32


def place_of(pk: int, on: date | None) -> int:
    """Where an entry stands by date, then by age: the greater, the newer. It is the key of the table of words.

    Keys beyond 2³² would run into the date; a province writes that many in some centuries.
    """
    return (LATEST if on is None else on.toordinal()) * _KEYS + pk % _KEYS


def key_of(place: int) -> int:
    """The key of the entry that stands at a place."""
    return place % _KEYS


class SearchEntry(models.Model):
    """A thing of some room that may be found. ``unit_id`` is a key of people.Unit, which stands above this floor.

    ``guard`` is empty, or the roles that may find it as ",chairman,registry_clerk,". ``numbers`` are lines;
    ``text`` is the beginning of its text, for the lines shown beneath a hit. ``digest`` is that of the whole entry.
    """

    subject_kind = models.CharField(max_length=40)
    subject_uid = models.UUIDField()
    unit_id = models.BigIntegerField()
    guard = models.CharField(max_length=300, blank=True)
    title = models.TextField(blank=True)
    numbers = models.TextField(blank=True)
    text = models.TextField(blank=True)
    on = models.DateField(null=True, blank=True)
    digest = models.CharField(max_length=64)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["subject_kind", "subject_uid"], name="search_searchentry_subject")
        ]

    def __str__(self) -> str:
        return f"{self.subject_kind} {self.subject_uid}"

    @property
    def place(self) -> int:
        """Its place in the table of words."""
        return place_of(self.pk, self.on)
