"""Whether a unit keeps sealed identities at all, and which two roles open them: dated, off until the head says so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from chuan.people.models import Unit, UnitSetting
from chuan.people.roles import Role

SEALED = "petitions.sealed"
OFF = "off"
ASKERS = (Role.PETITION_CLERK, Role.VICE_CHAIRMAN)
"""Roles that may be chosen to ask for an opening."""
ALLOWERS = (Role.CHAIRMAN, Role.VICE_CHAIRMAN)
"""Roles that may be chosen to allow one."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What holds on a day: ``is_on``, who asks, who allows, since when and by which document."""

    is_on: bool = False
    asker: Role = Role.PETITION_CLERK
    allower: Role = Role.CHAIRMAN
    since: date | None = None
    citation: str = ""


def choice_of(unit: Unit, on: date) -> Choice:
    """The unit's choice on a day; off where it never chose."""
    standing = [row for row in choices_of(unit) if row.valid_from <= on]
    return read(standing[-1]) if standing else Choice()


def choices_of(unit: Unit) -> Sequence[UnitSetting]:
    """Every choice that stands, oldest first. One statement."""
    return UnitSetting.objects.standing(unit, SEALED)


def read(row: UnitSetting) -> Choice:
    """The choice of one row: "on" or "off" and the two roles; off keeps them for what is sealed still."""
    is_on, asker, allower = row.value.split(" ")
    return Choice(
        is_on != OFF,
        Role(asker),
        Role(allower),
        row.valid_from,
        row.citation,
    )


def written(is_on: bool, asker: Role, allower: Role) -> str:
    """A choice as it stands in the setting's row."""
    return f"{'on' if is_on else OFF} {asker.value} {allower.value}"
