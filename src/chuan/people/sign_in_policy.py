"""What a unit asks of whoever signs in: dated choices, each with its document; strict where nothing was chosen.

Keys of ``UnitSetting``: who needs a second factor, how long an office computer is remembered, how long
a proof stays fresh. The defaults are ours (no act sets them): OWASP ASVS 5.0, 6.3.3, 7.3.1 and 7.5.3.
"""

from __future__ import annotations

from datetime import datetime, time, timedelta

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from chuan.people.models import Unit, UnitSetting
from chuan.people.roles import Role
from chuan.people.viewer import Viewer

SECOND_FACTOR = "sign_in.second_factor"
SHIFT_HOURS = "sign_in.shift_hours"
FRESH_MINUTES = "sign_in.fresh_minutes"
KEYS = (SECOND_FACTOR, SHIFT_HOURS, FRESH_MINUTES)

HOURS, MINUTES = 9, 15
LONGEST_HOURS, LONGEST_MINUTES = 12, 60

KEEPERS = (
    Role.CHAIRMAN, Role.VICE_CHAIRMAN, Role.OFFICE_CLERK, Role.REGISTRY_CLERK, Role.ADMINISTRATOR, Role.OVERSEER,
    Role.INSPECTOR,
)  # fmt: skip
"""They sign, number, seal, grant, or see several units: a stolen password would do the most harm there."""


class Who(models.TextChoices):
    """Of whom a second factor is required."""

    EVERYBODY = "everybody", _("Mọi người")
    KEEPERS = "keepers", _("Người ký, giữ dấu, cấp số và quản trị")
    NOBODY = "nobody", _("Không bắt buộc")


def who_must(unit: Unit, on: datetime) -> Who:
    """The unit's choice on the day; without one everybody, and nobody in a unit of invented data."""
    chosen = UnitSetting.objects.value_on(unit, SECOND_FACTOR, timezone.localtime(on).date())
    return Who(chosen) if chosen else (Who.NOBODY if unit.example else Who.EVERYBODY)


def must_have_factor(viewer: Viewer, at: datetime) -> bool:
    """Whether the unit requires a second factor of this viewer at the moment."""
    who = who_must(viewer.unit, at)
    return who == Who.EVERYBODY or (who == Who.KEEPERS and viewer.has(*KEEPERS))


def end_of_shift(unit: Unit, at: datetime) -> datetime:
    """Until when an office computer is remembered: the shift's hours, but never past the end of the day."""
    local = timezone.localtime(at)
    midnight = datetime.combine(local.date() + timedelta(days=1), time(), tzinfo=local.tzinfo)
    return min(at + timedelta(hours=_number(unit, SHIFT_HOURS, at, HOURS, LONGEST_HOURS)), midnight)


def fresh_for(unit: Unit | None, at: datetime) -> timedelta:
    """How long a proof counts for acts that ask for a fresh one."""
    return timedelta(minutes=_number(unit, FRESH_MINUTES, at, MINUTES, LONGEST_MINUTES) if unit else MINUTES)


def hours_on(unit: Unit, at: datetime) -> int:
    """The shift's hours in force."""
    return _number(unit, SHIFT_HOURS, at, HOURS, LONGEST_HOURS)


def minutes_on(unit: Unit, at: datetime) -> int:
    """The minutes a proof stays fresh, in force."""
    return _number(unit, FRESH_MINUTES, at, MINUTES, LONGEST_MINUTES)


def _number(unit: Unit, key: str, at: datetime, usual: int, longest: int) -> int:
    chosen = UnitSetting.objects.value_on(unit, key, timezone.localtime(at).date())
    return min(int(chosen), longest) if chosen and chosen.isdigit() and int(chosen) else usual
