"""How many due dates run in a room that is about to be switched off."""

from __future__ import annotations

from collections.abc import Iterable

from chuan.clocks.models import Clock
from chuan.offers import rooms
from chuan.people.models import Unit


def offer() -> None:
    """Offer the count; called when the programme starts."""
    rooms.count_open_with(count_open)


def count_open(unit: Unit, kinds: Iterable[str]) -> int:
    """Running clocks of the unit about these kinds; one statement."""
    return Clock.objects.running().filter(unit=unit, subject_kind__in=list(kinds)).count()
