"""A page for citizens who do not sign in, off twice: the machine is chosen for it, then a unit's head opens it.

Which page that is, its refusals and its verb belong to its room; what is here is how any such page is switched.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.db.models import Q
from django.urls import URLResolver
from django.urls.resolvers import RoutePattern

from chuan.offers import rooms
from chuan.people.models import Unit, UnitSetting

ON, OFF = "on", "off"


@dataclass(frozen=True, slots=True)
class CitizenPage:
    """One page: the setting of the machine that says it may be here, the key of a unit's own choice."""

    machine: str
    key: str

    def here(self) -> bool:
        """Whether this machine was chosen for the page. A ward's own PC never is."""
        return bool(getattr(settings, self.machine))

    def is_open(self, unit: Unit, on: date) -> bool:
        """Whether the unit's page is open to citizens on the day; never that of a room the unit does without."""
        if self._room in rooms.off(unit, on):
            return False
        return self.here() and UnitSetting.objects.value_on(unit, self.key, on) == ON

    def choices_of(self, unit: Unit) -> Sequence[UnitSetting]:
        """Every choice of the unit that stands, oldest first. One statement."""
        return UnitSetting.objects.standing(unit, self.key)

    def open_units(self, on: date) -> list[Unit]:
        """Units whose page is open on the day, by name. Two statements at the most, none where it is not here."""
        rows = UnitSetting.objects.filter(key=self.key, valid_from__lte=on).order_by("valid_from", "version")
        chosen = dict(rows.values_list("unit_id", "value")) if self.here() else {}
        keys = [unit_id for unit_id, value in chosen.items() if value == ON]
        if not keys:
            return []
        standing = Unit.objects.filter(Q(valid_to=None) | Q(valid_to__gt=on), pk__in=keys, valid_from__lte=on)
        return [one for one in standing.order_by("name", "pk") if self._room not in rooms.off(one, on)]

    @property
    def _room(self) -> str:
        """The key of the page's room: what its setting begins with."""
        return self.key.partition(".")[0]

    def mounted(self, route: str, urls: tuple[Any, str | None, str | None]) -> URLResolver:
        """Its addresses under ``route``; nothing is there unless the machine was chosen."""
        module, app, space = urls
        return URLResolver(_WhereChosen(route, self), module, app_name=app, namespace=space)


class _WhereChosen(RoutePattern):
    """Addresses that exist only where the machine was chosen for their page."""

    def __init__(self, route: str, page: CitizenPage) -> None:
        super().__init__(route)
        self.page = page

    def match(self, path: str) -> tuple[str, tuple[Any, ...], dict[str, int | str]] | None:
        """No match at all elsewhere, so that the answer is that of any unknown address."""
        return super().match(path) if self.page.here() else None
