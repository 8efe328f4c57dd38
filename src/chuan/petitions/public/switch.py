"""Whether a unit's public page is open: the machine is meant for it, and the unit's head said so for the day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.conf import settings
from django.db.models import Q
from django.urls import URLResolver
from django.urls.resolvers import RoutePattern

from chuan.people.models import Unit, UnitCode, UnitSetting

PUBLIC = "petitions.public"
ON, OFF = "on", "off"
SCHEME = "gso"
"""The code that names a unit in an address: that of the directory of communes."""


class WhereChosen(RoutePattern):
    """An address that exists only where the machine was chosen for the public page (CHUAN_PUBLIC_FEEDBACK)."""

    def match(self, path: str) -> tuple[str, tuple[Any, ...], dict[str, int | str]] | None:
        """No match at all elsewhere, so that the answer is that of any unknown address."""
        return super().match(path) if here() else None


def mounted(route: str, urls: tuple[Any, str | None, str | None]) -> URLResolver:
    """The public pages under ``route``; nothing is there unless the machine was chosen."""
    module, app, space = urls
    return URLResolver(WhereChosen(route), module, app_name=app, namespace=space)


def here() -> bool:
    """Whether this machine was chosen for public pages. A ward's own PC never is."""
    return bool(settings.PUBLIC_FEEDBACK)


def is_open(unit: Unit, on: date) -> bool:
    """Whether the unit's page is open on the day."""
    return here() and UnitSetting.objects.value_on(unit, PUBLIC, on) == ON


def choices_of(unit: Unit) -> Sequence[UnitSetting]:
    """Every choice of the unit that stands, oldest first. One statement."""
    return UnitSetting.objects.standing(unit, PUBLIC)


def open_units(on: date) -> list[Unit]:
    """Units whose page is open on the day, by name. Two statements."""
    if not here():
        return []
    chosen: dict[int, str] = {}
    rows = UnitSetting.objects.filter(key=PUBLIC, valid_from__lte=on).order_by("valid_from", "version")
    for unit_id, value in rows.values_list("unit_id", "value"):
        chosen[unit_id] = value
    keys = [unit_id for unit_id, value in chosen.items() if value == ON]
    if not keys:
        return []
    standing = Unit.objects.filter(Q(valid_to=None) | Q(valid_to__gt=on), pk__in=keys, valid_from__lte=on)
    return list(standing.order_by("name", "pk"))


def code_of(unit: Unit, on: date) -> str:
    """The unit's code of the day in the directory of communes; "" without one."""
    rows = UnitCode.objects.filter(Q(valid_to=None) | Q(valid_to__gt=on), unit=unit, scheme=SCHEME)
    return rows.order_by("-valid_from").values_list("code", flat=True).first() or ""


def with_code(units: Sequence[Unit], code: str) -> Unit | None:
    """Of these units the one with the code."""
    if not code:
        return None
    found = UnitCode.objects.filter(unit__in=units, scheme=SCHEME, code=code[:20])
    keys = set(found.values_list("unit_id", flat=True))
    hits = [one for one in units if one.pk in keys]
    return hits[0] if len(hits) == 1 else None
