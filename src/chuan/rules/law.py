"""Law as dated values: what holds on a day, from which act, and how sure that is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from chuan.rules.types import Citation, Sure


@dataclass(frozen=True, slots=True)
class Value:
    """One value in force from ``valid_from`` (inclusive) to ``valid_to`` (exclusive, None = still)."""

    value: str
    unit: str
    valid_from: date
    valid_to: date | None
    citation: Citation
    sure: Sure

    def holds_on(self, on: date) -> bool:
        """Whether the value is in force on the day."""
        return self.valid_from <= on and (self.valid_to is None or on < self.valid_to)

    @property
    def whole(self) -> int:
        """The value as a whole number. Raises ValueError when it is not one."""
        return int(self.value)


@dataclass(frozen=True, slots=True)
class Parameter:
    """A named value through time."""

    key: str
    title: str
    versions: tuple[Value, ...]


class NotInForce(LookupError):
    """No version of the parameter is in force on the day."""


def resolve(parameter: Parameter, on: date, overrides: Iterable[Value] = ()) -> Value:
    """The value in force on the day; a unit's own override goes first, but only over an unverified value.

    Raises ``NotInForce`` when nothing is in force.
    """
    found = next((value for value in parameter.versions if value.holds_on(on)), None)
    if found is None:
        raise NotInForce(f"{parameter.key} has no value on {on}")
    if found.sure is not Sure.UNVERIFIED:
        return found
    own = [value for value in overrides if value.holds_on(on)]
    return max(own, key=lambda value: value.valid_from) if own else found
