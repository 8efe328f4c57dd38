"""Whether a unit's survey is open to citizens: the machine is meant for it, and the head said so for the day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.conf import settings
from django.urls import URLResolver
from django.urls.resolvers import RoutePattern

from chuan.people.models import Unit, UnitSetting
from chuan.satisfaction.models import Survey

KEY = "satisfaction.public"
ON, OFF = "on", "off"


class WhereChosen(RoutePattern):
    """An address that exists only where the machine was chosen for surveys (CHUAN_PUBLIC_SURVEY)."""

    def match(self, path: str) -> tuple[str, tuple[Any, ...], dict[str, int | str]] | None:
        """No match at all elsewhere, so that the answer is that of any unknown address."""
        return super().match(path) if here() else None


def mounted(route: str, urls: tuple[Any, str | None, str | None]) -> URLResolver:
    """The page for citizens under ``route``; nothing is there unless the machine was chosen."""
    module, app, space = urls
    return URLResolver(WhereChosen(route), module, app_name=app, namespace=space)


def here() -> bool:
    """Whether this machine was chosen for surveys that citizens answer. A ward's own PC never is."""
    return bool(settings.PUBLIC_SURVEY)


def is_open(unit: Unit, on: date) -> bool:
    """Whether the unit's surveys are open to citizens on the day."""
    return here() and UnitSetting.objects.value_on(unit, KEY, on) == ON


def choices_of(unit: Unit) -> Sequence[UnitSetting]:
    """Every choice of the unit that stands, oldest first. One statement."""
    return UnitSetting.objects.standing(unit, KEY)


def survey_of(code: str, on: date) -> Survey | None:
    """The survey under the code whose unit is open to citizens on the day, its own days over or not."""
    row = Survey.objects.select_related("unit").filter(code=code.upper()).first()
    return row if row is not None and is_open(row.unit, on) else None
