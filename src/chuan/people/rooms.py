"""Rooms of a unit as its page shows them: which are on, since when, what each holds, what it would take along."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from chuan.offers import holdings, rooms
from chuan.offers.holdings import Holding
from chuan.offers.rooms import Room
from chuan.people.models import RoomSwitch, Unit
from chuan.rules.rooms import still_needed_by, with_needs
from chuan.rules.types import Period
from chuan.ui import formatters as say


@dataclass(frozen=True, slots=True)
class RoomShown:
    """A room and how it stands on a day. ``last``: the switch that stands, None where it was never switched.

    ``coming``: a switch for a later day. ``opens``: what is switched on with it; ``needed_by``: what holds it open.
    """

    room: Room
    on: bool
    last: RoomSwitch | None
    coming: RoomSwitch | None
    opens: tuple[Room, ...]
    needed_by: tuple[Room, ...]

    @property
    def kept_at(self) -> str:
        """Where its evidence lies while it is off, as the unit said; "" where it did not, or while it is on."""
        return self.last.kept_at if self.last is not None and not self.on else ""

    @property
    def is_chosen(self) -> bool:
        """Whether somebody of the unit chose it so; what a house was founded with is nobody's choice."""
        return self.last is None or self.last.by_id is not None


def shown(unit: Unit, on: date) -> list[RoomShown]:
    """Every room that can be absent; one statement."""
    switched = list(RoomSwitch.objects.filter(unit=unit).select_related("by").order_by("since", "pk"))
    closed = rooms.off(unit, on)
    return [_shown(one, switched, closed, on) for one in rooms.rooms()]


def off_now(unit: Unit, on: date) -> list[RoomShown]:
    """Those that are off on the day; no statement where every room is on."""
    return [one for one in shown(unit, on) if not one.on] if rooms.off(unit, on) else []


def all_chosen(unit: Unit, on: date) -> bool:
    """Whether nothing stands any more as the house was founded; one statement."""
    return all(one.is_chosen for one in shown(unit, on))


def held_words(room: Room, unit: Unit, on: date) -> str:
    """ "3 việc đang chạy, 12 hồ sơ đã trả": open cases, and registers of this year; "" for nothing at all."""
    open_cases = rooms.open_cases(room, unit)
    told = [_("%s việc đang chạy") % say.number(open_cases)] if open_cases else []
    kept: dict[str, Holding] = {one.label: one for one in _held(room, unit, on) if one.count}
    return ", ".join([*told, *(f"{say.number(one.count)} {one.label}" for one in kept.values())])


def _held(room: Room, unit: Unit, on: date) -> Iterable[Holding]:
    return holdings.held_in(room.key, unit, Period.year(on.year))


def _shown(room: Room, switched: list[RoomSwitch], closed: frozenset[str], on: date) -> RoomShown:
    mine = [one for one in switched if one.room == room.key]
    past, future = [one for one in mine if one.since <= on], [one for one in mine if one.since > on]
    opens = [key for key in with_needs(room.key, rooms.needs()) if key in closed and key != room.key]
    needed = still_needed_by(room.key, rooms.needs(), closed)
    return RoomShown(
        room,
        room.key not in closed,
        past[-1] if past else None,
        future[-1] if future else None,
        _rooms(opens),
        _rooms(needed),
    )


def _rooms(keys: Iterable[str]) -> tuple[Room, ...]:
    return tuple(one for key in keys if (one := rooms.find(key)) is not None)
